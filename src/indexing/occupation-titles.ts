import { fold } from '../common/fold.js';
import type { Offer } from '../offers/offer.entity.js';
import type { Lexicon } from '../skills/lexicon.js';
import { normalWords } from '../words/normal-form.js';

/** What of the lexicon it takes to name occupations. */
export type OccupationLexicon = Pick<Lexicon, 'recognise' | 'occupationWords'>;

/**
 * The titles that an offer is found by besides its own: those of its occupation; when it names none, of those that its own
 * title names. One word is such a name only when the title says nothing else: there are technicians of everything.
 */
export function occupationTitles(lexicon: OccupationLexicon, { occupationCode, title }: Offer): string[] {
  const codes = occupationCode ? [occupationCode] : namedIn(lexicon, title);
  return [...lexicon.occupationWords(codes).values()].flat();
}

function namedIn(lexicon: OccupationLexicon, title: string): string[] {
  const alone = normalWords(title).length === 1;
  return lexicon
    .recognise(fold(title))
    .flatMap(({ kind, code, words }) => (kind === 'OCCUPATION' && (alone || words.includes(' ')) ? code : []));
}
