import { GraphQLError } from 'graphql';
import type { Aid } from '../../src/offers/aid-names.js';
import type { AidAnswer } from '../../src/aids/aid-verdicts.js';
import { AidCheckInput } from '../../src/aids/aid.input.js';
import { AidsService } from '../../src/aids/aids.service.js';
import { Clock } from '../../src/common/clock.js';
import { Offer } from '../../src/offers/offer.entity.js';
import { realPlaces } from '../territories/real-places.js';
import { bookOf } from './shipped-book.js';

class StoppedClock extends Clock {
  override now = (): Date => new Date('2021-05-03T10:00:00Z');
}
const service = new AidsService(bookOf(), realPlaces().gazetteer, new StoppedClock());

const aCheck = (differs: Partial<AidCheckInput>): AidCheckInput =>
  Object.assign(
    new AidCheckInput(),
    { workplaceCommuneCode: '01283', hiredOn: '2021-03-01', contractType: 'CDI' as const },
    { headcount: 80, studyLevel: 'BAC_5' as const, monthsSinceDiploma: 6, greenMission: false },
    differs,
  );
function refusalOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
const site = (communeCode: string) => ({ communeCode, address: null });
const anOffer = (differs: Partial<Offer>): Offer =>
  Object.assign(
    new Offer(),
    { contractType: 'CDI', durationMonths: null, startsOn: '2021-09-01', studyLevel: 'BAC_3', greenMission: true },
    { sites: [site('01283')] },
    differs,
  );
const territoryAid = (answers: AidAnswer[], aid: Aid = 'VTE_TERRITOIRE_INDUSTRIE'): AidAnswer =>
  answers.find((answer) => answer.aid === aid)!;

test('Oyonnax was in a Territoire d’industrie in 2021, Paris was not', () => {
  const oyonnax = territoryAid(service.forHire(aCheck({})));
  expect([oyonnax.verdict, oyonnax.amountEuros]).toEqual(['ENTITLED', 4000]);
  expect(oyonnax.conditions[1]!.text.fr).toMatch(
    /^Le lieu de travail \(Oyonnax\) est dans le Territoire d’industrie « .+ »\.$/,
  );
  const paris = territoryAid(service.forHire(aCheck({ workplaceCommuneCode: '75056' })));
  expect(paris.verdict).toBe('NOT_ENTITLED');
});

test('the list of the day counts: none before the launch, not known after the last', () => {
  const { gazetteer } = realPlaces();
  const communes = [...gazetteer.communes()];
  const left = communes.find(
    ({ code }) =>
      gazetteer.territoriesOf(code, '2022-12-31').length > 0 &&
      gazetteer.territoriesOf(code, '2023-01-01').length === 0,
  )!;
  const verdictOn = (hiredOn: string) =>
    territoryAid(service.forHire(aCheck({ workplaceCommuneCode: left.code, hiredOn })));
  expect(verdictOn('2022-12-31').verdict).toBe('ENTITLED');
  expect(verdictOn('2023-01-01').conditions[1]!.text.fr).toContain('aucun texte trouvé ne dit laquelle');
  expect(verdictOn('2018-01-01').conditions[1]!.met).toBe(false);
  expect(verdictOn('2028-01-01').conditions[1]!.met).toBeNull();
});

test.each(['99999', '', '98735', 'Oyonnax'])('commune code "%s" is refused by the name of its field', (code) => {
  const refused = refusalOf(() => service.forHire(aCheck({ workplaceCommuneCode: code })));
  expect(refused).toBeInstanceOf(GraphQLError);
  expect(refused).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  expect(String(refused)).toContain('workplaceCommuneCode');
});

test.each(['97502', '98735', '98618', '97701'])(
  'commune %s is elsewhere than in the departments, not nowhere',
  (code) => {
    const refused = String(refusalOf(() => service.forHire(aCheck({ workplaceCommuneCode: code }))));
    expect(refused).toContain('hors de France métropolitaine et des cinq départements d’outre-mer');
  },
);

test('an establishment cannot have had more than its company', () => {
  const refused = refusalOf(() => service.forHire(aCheck({ vteVertOfSiret: 5, vteVertOfSiren: 2 })));
  expect(String(refused)).toContain('vteVertOfSiret');
  expect(service.forHire(aCheck({ vteVertOfSiret: 1, vteVertOfSiren: 1 }))).toHaveLength(5);
});

test.each([0, 1])('a share of a spending of %s € is no aid, alone or with another', (plannedSpendingEuros) => {
  const check = aCheck({ hiredOn: '2024-03-01', greenMission: true, spendingProved: true, plannedSpendingEuros });
  const answer = territoryAid(service.forHire(check), 'VTE_VERT');
  expect([answer.verdict, answer.amountEuros, answer.mostEuros]).toEqual(['NOT_ENTITLED', null, null]);
  expect(answer.conditions.at(-1)!.text.fr).toContain('celles qui sont prévues n’en donnent aucune');
  expect(service.planForHire(check).company.flatMap((set) => set.aids)).not.toContain('VTE_VERT');
});

test('what is left out of a check is not known', () => {
  const input = Object.assign(new AidCheckInput(), {
    workplaceCommuneCode: '01283',
    hiredOn: '2021-03-01',
    contractType: 'CDI' as const,
  });
  const answers = service.forHire(input);
  expect(answers.map(({ aid, verdict }) => [aid, verdict])).toEqual([
    ['VTE_TERRITOIRE_INDUSTRIE', 'UNKNOWN'],
    ['VTE_VERT', 'UNKNOWN'],
    ['MOBILI_JEUNE', 'UNKNOWN'],
    ['APPRENTICESHIP', 'NOT_ENTITLED'],
    ['VTE_LABEL', 'UNKNOWN'],
  ]);
});

test('an offer with several sites is entitled by the one that is in a territory, which is named', () => {
  const answer = territoryAid(service.forOffer(anOffer({ sites: [site('75056'), site('01283')] }), 80));
  expect(answer.verdict).toBe('ENTITLED');
  expect(answer.conditions[1]!.text.fr).toContain('(Oyonnax)');
});

test('an offer without a start is judged on today', () => {
  const answer = territoryAid(service.forOffer(anOffer({ startsOn: null }), 80), 'VTE_VERT');
  expect([answer.verdict, answer.amountEuros]).toEqual(['ENTITLED', 8000]);
  expect(answer.conditions[0]!.text.fr).toBe('L’aide existe au 03/05/2021.');
});

test('an offer that says its pay is not told that nothing is said of it', () => {
  const offer = anOffer({ salaryMin: 32_000, contractType: 'APPRENTICESHIP', durationMonths: 12 });
  const pay = territoryAid(service.forOffer(offer, 80), 'MOBILI_JEUNE').conditions.find(
    ({ kind }) => kind === 'PAY_AT_MOST',
  )!;
  expect(pay.met).toBeNull();
  expect(pay.text.fr).toContain('200 % du Smic ; le salaire de l’offre n’y est pas comparé');
  expect(pay.text.fr).not.toContain('précisé');
});

test('an offer of a company of unknown size promises nothing', () => {
  expect(territoryAid(service.forOffer(anOffer({}), null)).verdict).toBe('UNKNOWN');
});
