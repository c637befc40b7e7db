import { isStandard, leadsToStandard } from '../words/standards.js';
import { type Mention, spanAround } from './mention.js';
import { noPlaces, type PlaceNames } from './place-names.js';
import { leadWords } from './leads.js';
import type { SaidWord } from './said-words.js';

const departmentNumber = /^(?:\d{2}|2[ab]|97[1-6])$/;
const postalCode = /^\d{5}$/;

/** What a number counts, or what carries a number as its name: then it is no department. */
const counted = new RegExp(
  '^(?:ans?|annees?|mois|jours?|semaines?|h|heures?|min|minutes?|k|ke|m|m2|km|kilometres?|euros?|eur|brut|net|personnes?|' +
    'salaries?|collaborateurs?|employes?|postes?|offres?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|' +
    'octobre|novembre|decembre|\\+?\\d+.*|iso|bac)$',
);
const numbered = new RegExp(
  '^(?:bac\\+?|windows|excel|office|sage|word|version|v|niveau|coefficient|indice|type|classe|rentree|annee|n|no|' +
    'numero|top|industrie|salaire|remuneration|minimum|mini|environ|depuis|art|article|\\+?\\d+|.*\\d\\+?)$',
);
const money = /^\s*(?:k?€|k\b|euros?\b|eur\b|%|[.,]\d)/i;
const salary = /^(?:salaire|remuneration|a partir de|minimum|brut|net|annuel|gagner)$/;

/** Postal codes and numbers of departments that stand alone: "01100", "69", "2A", "974". */
export function numberMentions(
  said: string,
  words: readonly SaidWord[],
  names: PlaceNames,
  department: (code: string) => { code: string; name: string; regionCode: string } | undefined,
): Mention[] {
  return words.flatMap(({ word, start, end }, from): Mention[] => {
    const isCode = postalCode.test(word);
    if ((!isCode && !departmentNumber.test(word)) || money.test(said.slice(end))) return [];
    if (isOfStandard(words, from)) return [];
    const [before, next] = [words[from - 1]?.word ?? '', words[from + 1]?.word ?? ''];
    const around = spanAround(words, { from, until: from + 1 }, leadWords);
    if (!around) return [];
    const mention = { kind: 'PLACE', from, until: from + 1, around } as const;
    if (isCode) {
      const communes = [...names.ofPostalCode(word)];
      if (communes.length === 0 || salary.test(before) || counted.test(next)) return [];
      return [{ ...mention, named: { ...noPlaces(), communes }, postal: true }];
    }
    const inBrackets = said[start - 1] === '(' && said[end] === ')';
    if (!inBrackets && (/[\p{L}\p{N}][.,'’/x-]$/u.test(said.slice(0, start)) || /^[.,/-]\d/.test(said.slice(end))))
      return [];
    if (!inBrackets && (numbered.test(before) || counted.test(next))) return [];
    const found = department(word.toUpperCase());
    return found ? [{ ...mention, named: { ...noPlaces(), departments: [found] } }] : [];
  });
}

/** "ISO 31000", "EN 61000", and the others of "ISO 9001, 14001 et 45001". In a search in capitals, "EN 69" is in a department. */
function isOfStandard(words: readonly SaidWord[], from: number): boolean {
  const { word } = words[from]!;
  const before = words[from - 1];
  if (!before) return false;
  if (leadsToStandard(before.written)) {
    return before.written !== 'EN' || postalCode.test(word) || words.some(({ written }) => /\p{Ll}/u.test(written));
  }
  if (/^(?:ts|tr|[cepx])$/.test(before.word) && leadsToStandard(words[from - 2]?.written ?? '')) return true;
  if (!isStandard(word)) return false;
  const other = /^(?:et|ou)$/.test(before.word) ? from - 2 : from - 1;
  return /^\d{4,5}$/.test(words[other]?.word ?? '') && isOfStandard(words, other);
}
