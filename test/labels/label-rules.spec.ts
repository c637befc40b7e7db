import fc from 'fast-check';
import { LabelAids } from '../../src/labels/label-aids.js';
import { addMonths, checkInMonths, labelDates } from '../../src/labels/label-calendar.js';
import { mayReadAnswer, needsATalk } from '../../src/labels/label-check-in-rules.js';
import { decidedAids, paymentProblems } from '../../src/labels/label-decision-rules.js';
import { clockAct } from '../../src/labels/label-keeper.js';
import { movedWords, noticeWords } from '../../src/labels/label-letter-words.js';
import type { LabelBetween } from '../../src/labels/label-letters.js';
import { actBy, missingOf } from '../../src/labels/label-missing.js';
import {
  finalStates,
  isFinal,
  labelActs,
  labelMoves,
  leadsTo,
  moveOf,
  whoMustAct,
} from '../../src/labels/label-moves.js';
import { nextWords } from '../../src/labels/label-next-words.js';
import { noticesOf } from '../../src/labels/label-notices.js';
import { IllegalLabelMove, LabelRequestTooLate } from '../../src/labels/label-refusals.js';
import { ruleOn, shippedLabelRules } from '../../src/labels/label-rules.js';
import { stepsOf } from '../../src/labels/label-steps.js';
import type { Label } from '../../src/labels/label.entity.js';
import type { LabelView } from '../../src/labels/label-view.js';
import { labelSides, labelStates } from '../../src/labels/label-words.js';

const rule = shippedLabelRules()[0]!;
const hire = { hiredOn: '2026-08-31', startsOn: '2026-09-01', contractType: 'CDI' } as const;
const view = (differs: Partial<LabelView> = {}): LabelView => ({
  state: 'TO_REQUEST',
  since: '2026-09-01',
  dates: labelDates(hire, rule),
  contractType: 'CDI',
  documentsWithinDays: 30,
  remindersBeforeRequest: [60, 30, 7],
  isCharterOpen: true,
  signed: [],
  companyMayAct: true,
  hasPerson: true,
  isAided: true,
  endedOn: null,
  documents: [],
  answered: [],
  ...differs,
});

test('every state, act and side: whatever is not in the table is refused', () => {
  const legal = new Set(labelMoves.map(({ act, from, by }) => `${act} ${from} ${by}`));
  expect(legal.size).toBe(labelMoves.length);
  for (const from of labelStates)
    for (const act of labelActs)
      for (const by of labelSides) {
        const move = moveOf(act, from, by);
        expect(move !== null).toBe(legal.has(`${act} ${from} ${by}`));
        if (move) expect([isFinal(from), leadsTo(act).includes(move.to)]).toEqual([false, true]);
      }
  expect(labelMoves.filter(({ by }) => by === 'MANAGER')).toEqual([]);
  const deciding = new Set(['ASK_DOCUMENTS', 'GRANT', 'REFUSE', 'ASK_MORE_PROOFS', 'PAY']);
  for (const { act, by } of labelMoves) expect(by === 'INSTRUCTOR').toBe(deciding.has(act));
});

test('every state is reached, and from every one but the last something follows', () => {
  const reached = new Set(['CHARTER', ...labelMoves.map(({ to }) => to)]);
  expect([...labelStates].filter((state) => !reached.has(state))).toEqual([]);
  const left = new Set(labelMoves.map(({ from }) => from));
  expect(labelStates.filter((state) => !left.has(state))).toEqual([...finalStates]);
  for (const state of finalStates) expect(whoMustAct[state]).toBeNull();
});

test('months end where the month ends', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  const day = fc.date({ min: new Date('2019-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (date, months) => {
      const from = date.toISOString().slice(0, 10);
      const to = addMonths(from, months);
      const whole =
        (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
      expect(whole).toBe(months);
      expect(Number(to.slice(8)) <= Number(from.slice(8))).toBe(true);
    }),
  );
});

test('a shorter mission has as many check-ins, as far along', () => {
  expect(checkInMonths([1, 6, 12], 12)).toEqual([1, 6, 12]);
  expect(checkInMonths([1, 6, 12], 10)).toEqual([1, 5, 10]);
  const { overOn, checkIns } = labelDates({ ...hire, contractType: 'APPRENTICESHIP' }, rule);
  expect([overOn, checkIns.map(({ on }) => on)]).toEqual(['2027-07-01', ['2026-10-01', '2027-02-01', '2027-07-01']]);
});

test('rules are those of the day of the hire, and of the first for what came before', () => {
  const later = { ...rule, inForceFrom: '2027-01-01', requestWithinMonths: 3 };
  expect(ruleOn([rule, later], '2026-12-31')).toBe(rule);
  expect(ruleOn([rule, later], '2027-01-01')).toBe(later);
  expect(ruleOn([rule, later], '2018-01-01')).toBe(rule);
});

test('reminders: each threshold once, the last of several after a standstill, none before the first', () => {
  const keys = (today: string) => noticesOf(view(), today).map(({ key }) => key);
  expect(keys('2026-12-29')).toEqual([]);
  expect(keys('2026-12-30')).toEqual(['REQUEST:2027-02-28:60']);
  expect(keys('2027-01-29')).toEqual(['REQUEST:2027-02-28:30']);
  expect(keys('2027-02-28')).toEqual(['REQUEST:2027-02-28:7']);
});

test('what is missing, by whom, by when and whether it is late', () => {
  expect(missingOf(view({ state: 'CHARTER', signed: ['COMPANY'] }), '2026-10-01')).toMatchObject([
    { who: 'CANDIDATE', by: '2027-02-28', late: false },
  ]);
  expect(missingOf(view({ state: 'REFUSED' }), '2027-03-01')).toEqual([]);
  const asked = { kind: 'OTHER', stage: 'REQUEST', words: 'Organigramme', askedAt: new Date(), fileId: null } as const;
  const documents = view({ state: 'MORE_DOCUMENTS', documents: [asked, { ...asked, fileId: 'x' }] });
  expect(missingOf(documents, '2026-10-02')).toMatchObject([{ who: 'COMPANY', by: '2026-10-01', late: true }]);
  const mission = view({ state: 'MISSION', answered: [{ month: 1, side: 'COMPANY', on: '2026-10-02' }] });
  expect(missingOf(mission, '2026-10-10').map(({ who }) => who)).toEqual(['CANDIDATE']);
  expect(actBy(mission, '2026-10-10')).toBe('2026-10-22');
  expect(missingOf({ ...mission, hasPerson: false }, '2026-10-10')).toEqual([]);
  expect(missingOf(view({ state: 'MISSION', hasPerson: false }), '2026-10-10')).toEqual([]);
  // Of a label that is over the last check-in is asked, and does not stay late for ever.
  const over = view({ state: 'PAID' });
  expect(missingOf(over, '2027-09-22').map(({ month }) => month)).toEqual([12, 12]);
  expect(missingOf(over, '2027-09-23')).toEqual([]);
});

test('nobody is asked to sign what is not open, nor to request what no longer can be', () => {
  const told = (differs: Partial<LabelView>, today: string) =>
    missingOf(view(differs), today).map(({ who, what, late }) => [who, what.fr, late]);
  expect(told({ state: 'CHARTER', isCharterOpen: false }, '2026-10-01')).toEqual([
    ['COMPANY', 'Compléter l’embauche et ouvrir la charte à la signature', false],
  ]);
  expect(told({}, '2027-02-28')).toEqual([['COMPANY', 'Demander le label', false]]);
  for (const state of ['CHARTER', 'TO_REQUEST'] as const)
    expect(told({ state }, '2027-03-01')).toEqual([['PLATFORM', expect.stringContaining('trop tard'), true]]);
});

test('a refusal says what comes next, and when', () => {
  const said = (differs: Partial<LabelView>) => new IllegalLabelMove(view(differs)).text.fr;
  expect(said({ state: 'REQUESTED' })).toMatch(/C’est à Bpifrance, qui instruit la demande, d’agir\.$/);
  expect(said({ state: 'GRANTED' })).toContain('le premier point d’étape s’ouvre le 1er octobre 2026');
  expect(said({ state: 'GRANTED' })).toContain('Les preuves se déposent à partir du 1er septembre 2026');
  expect(said({ state: 'MISSION' })).toContain('s’envoient à partir du 1er septembre 2027');
  expect(said({ state: 'MISSION', isAided: false })).toContain('aucune preuve n’est à envoyer');
  expect(said({ state: 'MORE_DOCUMENTS' })).toContain('1er octobre 2026');
  for (const state of labelStates)
    if (state !== 'REQUESTED' && state !== 'PROOFS_SENT') expect(nextWords(view({ state }))).not.toBeNull();
  expect(new LabelRequestTooLate('2027-02-28').text.fr).toContain('Le contrat de travail n’en dépend pas');
});

test('who is asked for documents is told which and until when, the young person of their diploma alone', () => {
  const asked = { kind: 'OTHER', stage: 'REQUEST', words: 'Organigramme', askedAt: new Date(), fileId: null } as const;
  const letter = (side: 'COMPANY' | 'CANDIDATE', state: 'MORE_DOCUMENTS' | 'PROOFS_INCOMPLETE', documents: object[]) =>
    movedWords(
      side,
      {
        file: { hire: { missionTitle: 'Qualité' }, view: view({ state, documents: documents as (typeof asked)[] }) },
        between: { companyName: 'Vis & Co' },
      } as never,
      { from: 'REQUESTED', to: state, reason: null, words: 'Vite' },
    )?.paragraphs.map(({ fr }) => fr);
  const diploma = { ...asked, kind: 'DIPLOMA', words: null };
  expect(letter('COMPANY', 'MORE_DOCUMENTS', [asked, diploma])).toEqual([
    expect.stringMatching(/1er octobre 2026 : autre document : « Organigramme » ; diplôme/),
    '« Vite »',
  ]);
  expect(letter('COMPANY', 'PROOFS_INCOMPLETE', [{ ...diploma, kind: 'PAYSLIPS', stage: 'PROOFS' }])![0]).toContain(
    '1er octobre 2026 : bulletins de paie',
  );
  expect(letter('CANDIDATE', 'MORE_DOCUMENTS', [asked, diploma])).toEqual([expect.stringContaining('votre diplôme')]);
  expect(letter('CANDIDATE', 'MORE_DOCUMENTS', [asked])).toBeUndefined();
});

test('how many VTE Vert a company may have stands in the rules of the aids', async () => {
  const most = (conditions: object[]) => {
    const aids = { forHire: () => [{ aid: 'VTE_VERT', rule: { conditions } }] };
    const tx = {
      findOneByOrFail: () => Promise.resolve({}),
      query: () => Promise.resolve([{ ofSiret: 0, ofSiren: 0 }]),
    };
    return new LabelAids(aids as never).mostVert(tx as never, { candidateId: null } as never, '2026-10-01');
  };
  const limit = { kind: 'AT_MOST_BEFORE', perSiret: 2, perSiren: 7 };
  expect(await most([{ kind: 'GREEN_MISSION' }, limit])).toEqual({ ofSiret: 2, ofSiren: 7 });
  expect(await most([])).toBeNull();
});

test('no payment is dated before the grant', () => {
  const label = { amountEuros: 4000, grantedAt: new Date('2023-07-20T10:00:00Z') } as Label;
  expect(paymentProblems(label, 4000, '2023-07-19', '2024-03-05').map(({ path }) => path)).toEqual([['on']]);
  expect(paymentProblems(label, 4000, '2023-07-20', '2024-03-05')).toEqual([]);
});

test('the calendar lapses, begins and ends; on the last day it waits', () => {
  expect(clockAct(view(), '2027-02-28')).toBeNull();
  expect(clockAct(view(), '2027-03-01')).toBe('LAPSE');
  expect(clockAct(view({ state: 'REFUSED' }), '2030-01-01')).toBeNull();
  expect(clockAct(view({ state: 'MISSION' }), '2027-08-31')).toBeNull();
  expect(clockAct(view({ state: 'MISSION' }), '2027-09-01')).toBe('ASK_FOR_PROOFS');
  expect(clockAct(view({ state: 'MISSION', isAided: false }), '2027-09-01')).toBe('END_WITHOUT_AID');
});

test('the steps of a label that was given up stand where it stood, and the rest is dropped', () => {
  const at = new Date('2026-10-01T10:00:00Z');
  const events = (['CHARTER', 'TO_REQUEST', 'REQUESTED', 'WITHDRAWN'] as const).map((to) => ({ to, notice: null, at }));
  const standing = stepsOf(view({ state: 'WITHDRAWN' }), events, '2026-10-02').map((one) => [one.step, one.standing]);
  expect(standing.slice(0, 3)).toEqual([
    ['CHARTER', 'DONE'],
    ['REQUEST', 'DONE'],
    ['DECISION', 'DROPPED'],
  ]);
});

test('who must sign the charter is whoever has not; of somebody who is gone no check-in is to come', () => {
  const [first] = stepsOf(view({ state: 'CHARTER', signed: ['COMPANY'] }), [], '2026-10-02');
  expect(first).toMatchObject({ step: 'CHARTER', who: 'CANDIDATE' });
  expect(stepsOf(view({ state: 'CHARTER' }), [], '2026-10-02')[0]).toMatchObject({ who: 'COMPANY' });
  const gone = stepsOf(view({ state: 'MISSION', hasPerson: false }), [], '2026-10-02');
  expect(gone.filter(({ step }) => step === 'CHECK_IN').map(({ standing }) => standing)).toEqual([
    'DROPPED',
    'DROPPED',
    'DROPPED',
  ]);
});

test('letters tell no day that is over as one that is to come', () => {
  const about = (differs: Partial<LabelView>): LabelBetween =>
    ({
      file: { hire: { missionTitle: 'Qualité' }, view: view(differs) },
      between: { companyName: 'Vis & Co' },
    }) as never;
  const told = (late: boolean) =>
    noticeWords(about({}), { kind: 'CHECK_IN', by: '2026-10-22', again: true, late, month: 1 }).paragraphs[0]!.fr;
  expect(told(false)).toContain('jusqu’au 22 octobre 2026');
  expect(told(true)).not.toContain('2026');
  const refused = (since: string) =>
    movedWords('COMPANY', about({ state: 'REFUSED', since }), {
      from: 'REQUESTED',
      to: 'REFUSED',
      reason: 'INCOMPLETE',
      words: null,
    })!.paragraphs[0]!.fr;
  expect(refused('2027-02-28')).toContain('jusqu’au 28 février 2027');
  expect(refused('2027-03-01')).toContain('Le délai pour le demander de nouveau est passé.');
});

test('amounts: the rules’ at the most, said where they are not known, none of what they exclude', () => {
  const aid = (verdict: 'ENTITLED' | 'UNKNOWN' | 'NOT_ENTITLED', amountEuros: number | null) =>
    ({ aid: 'VTE_VERT', verdict, amountEuros, grantedEuros: null }) as const;
  const vert = (amountEuros?: number) => [{ aid: 'VTE_VERT', amountEuros }] as const;
  expect(decidedAids([aid('ENTITLED', 8000)], vert())).toMatchObject({ aids: [{ grantedEuros: 8000 }], problems: [] });
  expect(decidedAids([aid('ENTITLED', 8000)], []).aids).toMatchObject([{ grantedEuros: 0 }]);
  for (const [known, said] of [
    [aid('ENTITLED', 8000), 8001],
    [aid('UNKNOWN', null), undefined],
    [aid('NOT_ENTITLED', null), 4000],
    [aid('ENTITLED', 8000), 0],
  ] as const)
    expect(decidedAids([known], vert(said)).problems).toHaveLength(1);
});

test('what is said in confidence', () => {
  const reader = { isAdministrator: false, manages: false, sides: [] };
  const secret = (side: 'COMPANY' | 'CANDIDATE') => ({ side, confidential: true });
  expect(mayReadAnswer(secret('CANDIDATE'), { ...reader, sides: ['COMPANY'] })).toBe(false);
  expect(mayReadAnswer(secret('CANDIDATE'), { ...reader, manages: true })).toBe(true);
  expect(mayReadAnswer(secret('COMPANY'), { ...reader, manages: true })).toBe(false);
  expect(mayReadAnswer(secret('COMPANY'), { ...reader, isAdministrator: true })).toBe(true);
  expect(needsATalk([])).toBe(false);
});
