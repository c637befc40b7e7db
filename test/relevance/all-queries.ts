import type { Judged } from './judged.js';
import { acronyms } from './queries/acronyms.js';
import { combined, fullWords, otherZeros, writing } from './queries/combined.js';
import { companies, contractsAndLevels, literally } from './queries/companies-and-contracts.js';
import { chosenPlaces, silenceAndOrder } from './queries/filters.js';
import { forms } from './queries/forms.js';
import { falsePlaces, kinship } from './queries/kinship.js';
import { places } from './queries/places.js';
import { honestZeros, longQueries, silentWords } from './queries/sentences.js';
import { spelling } from './queries/spelling.js';
import { falseFriends, synonyms } from './queries/synonyms.js';

/** Every judgement, by what it is about. */
export const queries: Record<string, Judged[]> = {
  'masculine, feminine, plural': forms,
  spelling: spelling,
  'acronyms and abbreviations': acronyms,
  synonyms: synonyms,
  'activity and job': kinship,
  'false friends': falseFriends,
  'false places': falsePlaces,
  'words that say nothing': silentWords,
  'words that are part of a name': fullWords,
  'long queries': longQueries,
  'honest zeros': [...honestZeros, ...otherZeros],
  'ways of writing': writing,
  'several things at once': combined,
  companies: companies,
  'places in the words': places,
  'contracts and levels in the words': contractsAndLevels,
  'taken literally': literally,
  'silence and order': silenceAndOrder,
  'chosen places': chosenPlaces,
};
