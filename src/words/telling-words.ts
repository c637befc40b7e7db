import { fold } from '../common/fold.js';
import { normalWords, type TextWord, textWords } from './normal-form.js';
import { emptyWords, monthWords, roleWords } from './silent-words.js';

const silent = new Set(emptyWords);
const months = new Set(monthWords);
const roles = new Set(roleWords);

/** What leads to a month as the time something begins. */
const leadsToMonth = /^(?:en|partir|rentree|pour|des|debut|mi|fin|courant|depuis|mois)$/;
const dayOrYear = /^(?:[1-9]|[12]\d|3[01]|1er|20[2-4]\d)$/;

export interface TellingOptions {
  /** Silent words that do tell something here, being part of a name. */
  spared?: ReadonlySet<string>;
  /** Whether something else of the query tells already, such as a place that is no longer among its words. */
  beside?: boolean;
}

/**
 * The words of a query that tell something about the offers wanted, in the normal form, each once and in their order; none
 * when none does: then everything is meant.
 */
export function tellingWords(said: string, { spared = new Set(), beside = false }: TellingOptions = {}): string[] {
  const words = textWords(said).map((word) => ({ ...word, folded: fold(word.written) }));
  const tells = (word: string, at: number): boolean =>
    !silent.has(word) || spared.has(word) || isComplement(words, at) || isThePost(words, at);
  const told = words.flatMap(({ normal, folded }, at) => {
    if (isDated(words, at)) return [];
    return normal.filter((word) => tells(word, at)).map((word) => ({ word, month: months.has(folded) }));
  });
  const others = beside || told.some(({ month }) => !month);
  return [...new Set(told.filter(({ month }) => !(month && others)).map(({ word }) => word))];
}

type FoldedWord = TextWord & { folded: string };

/** What someone is in charge of, although the word says nothing elsewhere: "chargé de mission", "ingénieur de recherche". */
const isComplement = (words: readonly FoldedWord[], at: number): boolean =>
  /^(?:de|d|du|des|en)$/.test(words[at - 1]?.folded ?? '') &&
  roles.has(normalWords(words[at - 2]?.written ?? '')[0] ?? '');

/** "La Poste": a job is "le poste". */
const isThePost = (words: readonly FoldedWord[], at: number): boolean =>
  words[at]!.folded === 'poste' && words[at - 1]?.folded === 'la';

/** A month that says when, with its day and year: "en mars", "rentrée septembre 2027", "1er avril". */
function isDated(words: readonly FoldedWord[], at: number): boolean {
  const folded = (place: number): string => words[place]?.folded ?? '';
  const isMonth = (place: number): boolean => months.has(folded(place));
  if (isMonth(at)) {
    return (
      dayOrYear.test(folded(at - 1)) ||
      dayOrYear.test(folded(at + 1)) ||
      leadsToMonth.test(folded(/^(?:de|d|du)$/.test(folded(at - 1)) ? at - 2 : at - 1))
    );
  }
  if (!dayOrYear.test(folded(at))) return false;
  return isMonth(at - 1) || isMonth(at + 1) || /^(?:rentree|annee)$/.test(folded(at - 1));
}
