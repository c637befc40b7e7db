import { Dice } from './dice.js';
import type { World } from './population.js';

const list = (more: string): string => `query ($words: String, $filter: OfferFilter, $sort: OfferSort) {
  searchOffers(words: $words, filter: $filter, sort: $sort) { totalCount ${more}
    edges { distanceKm matchedWords node { id title } } } }`;
const plain = list('');
const allFacets = list('facets { name values { value count label } }');
const someFacets = list(
  'facets(names: ["contractTypes", "studyLevel", "regions"]) { name values { value count label } }',
);

const words = [
  'ingénieur qualité',
  'technicien maintenance',
  'alternance',
  'chef de projet',
  'responsable production',
  'acheteur',
  'alternance HSE',
  'technicienne méthodes',
  'soudeur',
  'chargé de mission RSE',
  'automaticien',
  'assistant supply chain',
];
const misspelt = [
  'ingenieur qualitée',
  'technicien maintenence',
  'alternence',
  'resposable production',
  'aprentissage logistique',
  'automatissien',
  'chaudronerie',
  'metodes industrialisation',
];

export interface Variables {
  words?: string;
  filter?: { places?: { commune: { code: string; radiusKm: number } }[] } & Record<string, unknown>;
  sort?: string;
}
export interface Query {
  query: string;
  variables: Variables;
}
type Shape = [name: string, query: string, make: (dice: Dice, world: World) => Variables];

const circle = (dice: Dice, { communes }: World) => ({
  places: [{ commune: { code: dice.pick(communes).code, radiusKm: dice.pick([20, 30, 50, 80]) } }],
});
const choice = (dice: Dice, { communes }: World) => ({
  contractTypes: dice.some(['CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION'], 1, 2),
  studyLevel: dice.pick(['BAC', 'BAC_2', 'BAC_3', 'BAC_5']),
  ...(dice.chance(0.5) && { missionCategories: dice.some(['PRODUCTION', 'INNOVATION', 'SUPPLY_CHAIN'], 1, 2) }),
  ...(dice.chance(0.5) && { places: [{ departmentCode: dice.pick(communes).department }] }),
  ...(dice.chance(0.3) && { salaryAtLeast: dice.int(24, 36) * 1000 }),
});

const shapes: Shape[] = [
  ['words', plain, (dice) => ({ words: dice.pick(words) })],
  ['words, circle', plain, (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world) })],
  ['circle, newest', plain, (dice, world) => ({ filter: circle(dice, world), sort: 'NEWEST' })],
  [
    'words, circle, nearest',
    plain,
    (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world), sort: 'NEAREST' }),
  ],
  ['words with typos', plain, (dice) => ({ words: dice.pick(misspelt) })],
  ['words with a town', plain, (dice, world) => ({ words: `${dice.pick(words)} ${dice.pick(world.communes).name}` })],
  ['words, filters', plain, (dice, world) => ({ words: dice.pick(words), filter: choice(dice, world) })],
  ['words, circle, all facets', allFacets, (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world) })],
  ['words, circle, 3 facets', someFacets, (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world) })],
];

/** By shape so many queries, the same at every run. */
export const queryMix = (world: World, each: number): Map<string, Query[]> =>
  new Map(
    shapes.map(([name, query, make], place) => {
      const dice = new Dice(11 + place);
      return [name, Array.from({ length: each }, () => ({ query, variables: make(dice, world) }))];
    }),
  );
