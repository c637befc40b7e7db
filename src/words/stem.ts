/** Plurals in -aux whose singular is not in -al. */
export const plurals = new Map<string, string>([
  ['baux', 'bail'],
  ['vitraux', 'vitrail'],
  ['emaux', 'email'],
  ['materiaux', 'materiau'],
  ['tuyaux', 'tuyau'],
  ['noyaux', 'noyau'],
]);

/** Feminine forms that no rule below gives without making false friends of other words. */
export const feminines = new Map<string, string>([
  ['adjointe', 'adjoint'],
  ['agente', 'agent'],
  ['apprentie', 'apprenti'],
  ['experte', 'expert'],
  ['laborantine', 'laborantin'],
  ['manageuse', 'manager'],
  ['manageur', 'manager'],
]);

/** From how many letters on a feminine ending is taken for one: "pelle", "rive" and "attente" are feminines of nothing. */
const endings: [ending: RegExp, masculine: string, from: number][] = [
  [/ienne$/, 'ien', 6],
  [/onne$/, 'on', 7],
  [/trice$/, 'teur', 7],
  [/euse$/, 'eur', 6],
  [/ere$/, 'er', 6],
  [/elle$/, 'el', 6],
  [/ive$/, 'if', 6],
  [/ee$/, 'e', 6],
  [/ante$/, 'ant', 7],
  [/ente$/, 'ent', 8],
  [/ale$/, 'al', 6],
  [/eure$/, 'eur', 7],
  [/effe$/, 'ef', 6],
];

/**
 * The singular masculine of a folded French word, as far as its ending tells. It need not be a word, only the same for
 * all forms of one; and different words stay different: "vente" is not "vent", "verte" is neither.
 */
export function stem(folded: string): string {
  if (folded.length < 4 || /\d/.test(folded)) return folded;
  const single = singular(folded);
  const known = feminines.get(single);
  if (known !== undefined) return known;
  const ending = endings.find(([pattern, , from]) => single.length >= from && pattern.test(single));
  return ending ? single.replace(ending[0], ending[1]) : single;
}

function singular(word: string): string {
  const known = plurals.get(word);
  if (known !== undefined) return known;
  if (/(?:eau|eu|ou)x$/.test(word)) return word.slice(0, -1);
  if (word.length > 5 && word.endsWith('aux')) return `${word.slice(0, -2)}l`;
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
