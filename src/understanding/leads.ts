import { countWords, Phrases, type SaidWord } from './said-words.js';

/** What stands before a place says whether one is meant, and of which kind. */
export interface Lead {
  /** Where it begins: itself no part of the name. */
  from: number;
  /** As in "à Vire": a town is meant. */
  town: boolean;
  /** As in "dans l’Ain", "en Bretagne": a department, a region, a territory. */
  area: boolean;
  /** The words, folded; '' for none. */
  words: string;
}

const of = (...starts: string[]): string[] =>
  starts.flatMap((start) => ['de', 'd', 'du', 'des', 'de la', 'de l'].map((end) => `${start} ${end}`));

const nearTown = of(
  ...['pres', 'proche', 'autour', 'a proximite', 'proximite', 'aux alentours', 'alentours', 'aux environs', 'environs'],
  ...['la ville', 'ville', 'commune', 'agglomeration', 'l agglomeration', 'metropole', 'a cote'],
);
/** "Nord Isère" is no department of the Nord; the whole of the Isère is looked in. */
const directions = ['nord', 'sud', 'est', 'ouest', 'nord est', 'nord ouest', 'sud est', 'sud ouest'];

const eitherKind = [
  ...of(...directions.flatMap((direction) => [`au ${direction}`, `dans le ${direction}`, `le ${direction}`])),
  ...of(
    'region',
    'la region',
    'dans la region',
    'secteur',
    'le secteur',
    'sur le secteur',
    'dans le secteur',
    'bassin',
  ),
  ...of('le bassin', 'dans le bassin', 'zone', 'cote'),
  ...['sur', 'dans', 'vers', 'secteur', 'region', 'a la', 'a l', 'aux', 'proche', 'basee a', 'base a', 'situe a'],
];
const towns = new Set([...nearTown, ...eitherKind, 'a', 'au', 'ville', 'poste a', 'habite a', 'j habite a']);
const areas = new Set([
  ...of('departement', 'le departement', 'dans le departement', 'territoire', 'territoire d industrie'),
  ...['en', 'dans l', 'dans le', 'dans la', 'dans les', 'sur l', 'sur le', 'sur la', 'sur les', 'departement'],
  ...['dans le departement', 'en region', 'dans la region', 'territoire', 'territoire d industrie', 'dans tout le'],
  ...eitherKind,
]);
const weak = [...directions, 'de', 'd', 'du', 'des', 'de la', 'de l', 'le', 'la', 'les', 'l'];

/** Everything that goes out of the words together with the place. */
export const leadWords = Phrases.of([...towns, ...areas, ...weak]);

/** The contracted article belongs to the name of a town: "au Mans" is "à Le Mans". */
export const contracted = new Map<string, string>([
  ['au', 'le'],
  ['du', 'le'],
  ['aux', 'les'],
  ['des', 'les'],
]);

export function leadBefore(words: readonly SaidWord[], from: number): Lead {
  const phrase = leadWords.before(words, from);
  return { from: from - countWords(phrase), town: towns.has(phrase), area: areas.has(phrase), words: phrase };
}
