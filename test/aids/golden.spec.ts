import { planOf } from '../../src/aids/aid-plan.js';
import { readAidTable } from '../../src/aids/aid-rule-book.js';
import { type AidAnswer, verdicts } from '../../src/aids/aid-verdicts.js';
import { AidCheckInput } from '../../src/aids/aid.input.js';
import { AidsService } from '../../src/aids/aids.service.js';
import { Clock } from '../../src/common/clock.js';
import { realPlaces } from '../territories/real-places.js';
import { aHire, oyonnax } from './an-aid-check.js';
import { goldenPlans, goldens } from './golden.js';
import { type GoldenCase, permanent } from './golden-case.js';
import { bookOf } from './shipped-book.js';

const service = new AidsService(bookOf(), realPlaces().gazetteer, new Clock());
const inputOf = (...differs: Partial<AidCheckInput>[]): AidCheckInput => Object.assign(new AidCheckInput(), ...differs);

/** Those not met, or where there are none, those not known. */
function decided({ conditions }: AidAnswer): string[] {
  const failed = conditions.filter(({ met }) => met === false);
  return (failed.length > 0 ? failed : conditions.filter(({ met }) => met === null)).map(({ kind }) => kind);
}

describe.each(goldens)('$aid', ({ aid, base, cases }) => {
  test.each<GoldenCase>(cases)('%s', (_what, differs, verdict, euros, because) => {
    const found = service.forHire(inputOf(base, differs)).find((answer) => answer.aid === aid)!;
    expect([found.verdict, found.amountEuros, decided(found)]).toEqual([verdict, euros, because]);
  });
});

test.each(goldenPlans)('together: %s', (_what, differs, aids, verdict, least, most) => {
  const { company, youngPerson } = service.planForHire(inputOf(permanent, differs));
  const set = [...company, ...youngPerson].find((one) => one.aids.join() === aids.join());
  expect([set?.verdict ?? 'NOT_SHOWN', set?.leastEuros ?? null, set?.mostEuros ?? null]).toEqual([
    verdict,
    least,
    most,
  ]);
});

test('the cases are enough, and none is there twice', () => {
  const cases = goldens.flatMap(({ aid, cases: of }) => of.map(([what]) => `${aid} ${what}`));
  expect(cases.length).toBeGreaterThan(120);
  expect(new Set(cases).size).toBe(cases.length);
});

test('a workplace in two territories is in one', () => {
  const workplace = { ...oyonnax, territories: ['Haut-Bugey', 'Bugey Sud'] };
  const [answer] = verdicts(readAidTable().rules, aHire({ workplace }));
  expect([answer!.verdict, answer!.amountEuros]).toEqual(['ENTITLED', 4000]);
});

test('two aids that exclude each other are shown as such, and the best set stands first', () => {
  const table = readAidTable();
  const refused = { ...table, combinations: table.combinations.map((row) => ({ ...row, allowed: false })) };
  const { company } = planOf(refused, aHire());
  expect(company.map(({ aids, verdict, mostEuros }) => [aids.join(), verdict, mostEuros])).toEqual([
    ['VTE_VERT', 'ENTITLED', 8000],
    ['VTE_TERRITOIRE_INDUSTRIE', 'ENTITLED', 4000],
    ['VTE_TERRITOIRE_INDUSTRIE,VTE_VERT', 'NOT_ENTITLED', null],
  ]);
});

test('what nobody said is taken for granted and stands among what to see to; once said it is a condition', () => {
  const [, unsaid] = service.forHire(inputOf(permanent));
  expect(unsaid!.undertakings.map(({ fr }) => fr)).toEqual([
    'La mission ne doit pas être seulement un audit ou une sensibilisation.',
    'L’entreprise ne doit pas être une micro-entreprise individuelle.',
    'L’entreprise ne doit pas être en difficulté.',
    'L’aide est donnée une fois par établissement et 5 fois par entreprise au plus.',
    'Le label VTE doit être demandé à Bpifrance dans les 6 mois qui suivent l’embauche, avec la charte signée.',
    'La personne doit rester 12 mois dans le poste (10 en alternance).',
    'Les dépenses doivent être justifiées à la fin de la mission : l’aide est payée en une fois.',
  ]);
  const [, said] = service.forHire(inputOf(permanent, { microEntrepreneur: false, labelRequestedOn: '2021-03-02' }));
  expect(said!.undertakings).toHaveLength(5);
  expect(said!.conditions.map(({ text }) => text.fr)).toEqual(
    expect.arrayContaining([
      'L’entreprise ne doit pas être une micro-entreprise individuelle : condition remplie.',
      'Le label VTE doit être demandé à Bpifrance dans les 6 mois qui suivent l’embauche, avec la charte signée : au plus tard le 01/09/2021 ; la demande est du 02/03/2021.',
    ]),
  );
});
