import type { EntityManager } from 'typeorm';
import { addDays, civilDate } from '../common/clock.js';
import type { Hire } from '../hires/hire.entity.js';
import { type LabelDates, labelDates } from '../labels/label-calendar.js';
import { actBy } from '../labels/label-missing.js';
import { noticesOf } from '../labels/label-notices.js';
import { LabelCheckIn, LabelDocument } from '../labels/label-paper.entity.js';
import { ruleOn, shippedLabelRules } from '../labels/label-rules.js';
import type { LabelView } from '../labels/label-view.js';
import type { LabelSide, LabelState } from '../labels/label-words.js';
import { Label, type LabelAid, LabelEvent } from '../labels/label.entity.js';
import type { DemoFacts } from './demo-facts.js';
import { demoHires } from './demo-hires.js';
import { insert } from './demo-insert.js';
import { labelScenes } from './demo-label-scenes.js';
import type { DemoWorld } from './demo-world.js';

const granted = 4_000;
const withoutAid: readonly LabelState[] = ['NO_AID', 'REQUESTED', 'MORE_DOCUMENTS', 'REFUSED', 'LAPSED', 'WITHDRAWN'];

interface DemoStep {
  to: LabelState;
  side: LabelSide;
  on: string;
  reason?: string;
  words?: string;
}

/** The labels of hires that went on, as far as nobody moved them: hires made them, to be requested. */
export async function writeLabels(tx: EntityManager, facts: DemoFacts, world: DemoWorld): Promise<void> {
  for (const { hire, scene } of demoHires(facts, world)) {
    const goal = labelScenes.find(([one]) => one === scene)?.[1];
    const label = goal && (await tx.findOneBy(Label, { hireId: hire.id, state: 'TO_REQUEST' }));
    if (label && (await tx.countBy(LabelEvent, { labelId: label.id })) === 1)
      await writeLabel(tx, facts, { label, hire, goal });
  }
}

async function writeLabel(
  tx: EntityManager,
  { today }: DemoFacts,
  { label, hire, goal }: { label: Label; hire: Hire; goal: LabelState },
): Promise<void> {
  const rule = ruleOn(shippedLabelRules(), hire.hiredOn);
  const dates = labelDates(hire, rule);
  const steps = stepsTo(goal, hire, dates, today);
  const onThe = (state: LabelState): string | undefined => steps.findLast(({ to }) => to === state)?.on;
  const isGranted = onThe('GRANTED') !== undefined;
  const isAided = !withoutAid.includes(goal);
  const amountEuros = isGranted ? (isAided ? granted : 0) : null;
  const since = steps.at(-1)!.on;
  const [documents, checkIns] = [documentsOf(label.id, goal, since), checkInsOf(label.id, goal, dates, today)];
  const view: LabelView = {
    ...{ state: goal, since, dates, contractType: hire.contractType },
    documentsWithinDays: rule.documentsWithinDays,
    remindersBeforeRequest: rule.remindersBeforeRequest,
    ...{ isCharterOpen: false, signed: ['COMPANY', 'CANDIDATE'], companyMayAct: true, hasPerson: true, endedOn: null },
    isAided: amountEuros === null || amountEuros > 0,
    documents,
    answered: checkIns.map(({ month, side, answeredAt }) => ({ month, side, on: civilDate(answeredAt) })),
  };
  const moment = (state: LabelState): Date | null => (onThe(state) ? morning(onThe(state)!) : null);
  const isPaid = goal === 'PAID';
  await tx.update(
    Label,
    { id: label.id },
    {
      ...{ state: goal, since: morning(since), amountEuros, actBy: actBy(view, today) },
      ...{ requestedAt: moment('REQUESTED'), grantedAt: moment('GRANTED') },
      aids: onThe('REQUESTED') ? aids(amountEuros) : [],
      ...{ paidOn: isPaid ? since : null, paidEuros: isPaid ? granted : null },
    },
  );
  const events = steps.map(({ to, side, on, reason = null, words = null }, place) => ({
    ...{ labelId: label.id, from: steps[place - 1]?.to ?? ('TO_REQUEST' as const), to },
    ...{ side, at: morning(on), accountId: null, notice: null, reason, words },
  }));
  // Those that are due were told: the first run of the schedule has nothing old to tell.
  const told = noticesOf(view, today).map(({ key }) => ({
    ...{ labelId: label.id, from: goal, to: goal, notice: key, side: 'PLATFORM' as const },
    ...{ at: morning(today), accountId: null, reason: null, words: null },
  }));
  await insert(tx, LabelEvent, [...events, ...told]);
  await insert(tx, LabelDocument, documents);
  await insert(tx, LabelCheckIn, checkIns);
}

/** From the request on. */
function stepsTo(goal: LabelState, { hiredOn, startsOn }: Hire, { overOn, requestBy }: LabelDates, today: string) {
  const ago = (days: number): string => addDays(today, -days);
  const step = (to: LabelState, side: LabelSide, on: string): DemoStep => ({ to, side, on });
  const requested = step('REQUESTED', 'COMPANY', addDays(hiredOn, 10));
  const grant = step('GRANTED', 'INSTRUCTOR', addDays(hiredOn, 30));
  const mission = [
    requested,
    grant,
    step('MISSION', 'PLATFORM', startsOn > grant.on ? startsOn : addDays(grant.on, 1)),
  ];
  const due = [...mission, step('PROOFS_DUE', 'PLATFORM', overOn)];
  const refused: DemoStep = {
    ...step('REFUSED', 'INSTRUCTOR', ago(20)),
    reason: 'INCOMPLETE',
    words: 'La description de la mission ne dit pas ce qu’elle transforme.',
  };
  const ways: Partial<Record<LabelState, DemoStep[]>> = {
    REQUESTED: [{ ...requested, on: ago(12), words: 'Nous espérons une réponse avant la fin du mois.' }],
    MORE_DOCUMENTS: [requested, step('MORE_DOCUMENTS', 'INSTRUCTOR', ago(9))],
    GRANTED: [requested, grant],
    REFUSED: [requested, refused],
    MISSION: mission,
    PROOFS_DUE: due,
    PROOFS_SENT: [...due, step('PROOFS_SENT', 'COMPANY', ago(6))],
    PROOFS_INCOMPLETE: [
      ...due,
      step('PROOFS_SENT', 'COMPANY', addDays(overOn, 8)),
      step('PROOFS_INCOMPLETE', 'INSTRUCTOR', ago(5)),
    ],
    PAID: [
      ...due,
      step('PROOFS_SENT', 'COMPANY', addDays(overOn, 10)),
      step('PAID', 'INSTRUCTOR', addDays(overOn, 50)),
    ],
    NO_AID: [...mission, step('NO_AID', 'PLATFORM', overOn)],
    LAPSED: [step('LAPSED', 'PLATFORM', addDays(requestBy, 1))],
    WITHDRAWN: [requested, step('WITHDRAWN', 'COMPANY', ago(30))],
  };
  return ways[goal] ?? [];
}

/** What the rules say of an aid that no text ends, and of one that ended. */
const aids = (amountEuros: number | null): LabelAid[] => [
  { aid: 'VTE_TERRITOIRE_INDUSTRIE', verdict: 'UNKNOWN', amountEuros: null, grantedEuros: amountEuros },
  {
    ...{ aid: 'VTE_VERT', verdict: 'NOT_ENTITLED', amountEuros: null },
    grantedEuros: amountEuros === null ? null : 0,
  },
];

/** What is asked for and not there yet; files are nobody’s here. */
function documentsOf(labelId: string, goal: LabelState, since: string): Omit<LabelDocument, 'id'>[] {
  const asked = { labelId, askedAt: morning(since), words: null, fileId: null, filledAt: null };
  if (goal === 'MORE_DOCUMENTS')
    return [
      { ...asked, kind: 'CONTRACT', stage: 'REQUEST', askedBy: 'INSTRUCTOR' },
      { ...asked, kind: 'OTHER', stage: 'REQUEST', askedBy: 'INSTRUCTOR', words: 'Organigramme de l’atelier' },
    ];
  if (goal === 'PROOFS_DUE') return [{ ...asked, kind: 'SPENDING', stage: 'PROOFS', askedBy: 'PLATFORM' }];
  if (goal === 'PROOFS_INCOMPLETE') return [{ ...asked, kind: 'PAYSLIPS', stage: 'PROOFS', askedBy: 'INSTRUCTOR' }];
  return [];
}

/** Every one that was asked, but for the last of a mission under way or just over, which waits; the one before asks for a talk. */
function checkInsOf(labelId: string, goal: LabelState, { checkIns }: LabelDates, today: string): LabelCheckIn[] {
  if (!['MISSION', 'PROOFS_DUE', 'PROOFS_SENT', 'PROOFS_INCOMPLETE', 'PAID', 'NO_AID'].includes(goal)) return [];
  const asked = checkIns.filter(({ on }) => on < today);
  const waits = goal === 'MISSION' || goal === 'PROOFS_DUE';
  return asked.slice(0, waits ? -1 : undefined).flatMap(({ month, on }) =>
    (['COMPANY', 'CANDIDATE'] as const).map((side) => {
      const isHard = goal === 'MISSION' && side === 'CANDIDATE';
      return {
        ...{ labelId, month, side, accountId: null, answeredAt: morning(addDays(on, 1)) },
        ...{ rating: isHard ? 2 : 4, asAgreed: !isHard, tutorPresent: true, confidential: isHard },
        words: isHard
          ? 'La mission s’éloigne de ce qui était prévu ; j’aimerais en parler.'
          : side === 'COMPANY'
            ? 'Le projet avance comme prévu.'
            : 'Je suis bien entouré et la mission me plaît.',
      };
    }),
  );
}

const morning = (date: string): Date => new Date(`${date}T08:00:00Z`);
