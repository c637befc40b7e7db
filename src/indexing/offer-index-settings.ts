import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';

/**
 * No `_geo`: it makes every write rewrite one blob of all points (seconds at a million offers). Places are communes and
 * cells, which also serve offers with several sites. A word of under 8 letters is taken as it is written: with one letter
 * of tolerance "vente" finds "verte". No stop words, no synonyms: documents and queries come in their normal form, so that
 * both stay rules of this project, told apart from the engine's version and tested without it.
 */
export const offerIndexSettings = {
  searchableAttributes: [
    'title',
    'titleOtherwise',
    'occupation',
    'skills',
    'company',
    'places',
    'terms',
    'otherwise',
    'description',
  ],
  filterableAttributes: [
    'id',
    'contract',
    'level',
    'mission',
    'remote',
    'occupationCode',
    'skillCodes',
    'communes',
    'cells',
    'departments',
    'regions',
    'territories',
    'inTerritory',
    'companyId',
    'green',
    'aids',
    'startMonth',
    'starts',
    'salary',
    'published',
  ],
  // In alphabetical order, as the engine answers them.
  sortableAttributes: ['published', 'salary', 'saysLevel', 'saysSalary', 'saysStart', 'standing'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'standing:desc'],
  displayedAttributes: ['*'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 8, twoTypos: 12 },
    disableOnAttributes: ['company'],
    disableOnNumbers: true,
  },
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  // More than there are territories; of thousands of skills the most frequent are enough to choose from.
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
  searchCutoffMs: 4000,
} satisfies Settings;

/** Raised when the making of a document changes, so that the index is built again. */
const documentVersion = 3;

/**
 * Whether an index has the settings of this version, as far as they decide what is found; an index that the engine made
 * by itself, for documents that came before it, has none.
 */
export const hasOfferSettings = (settings: Settings | null): boolean =>
  (['searchableAttributes', 'filterableAttributes', 'sortableAttributes', 'rankingRules'] as const).every(
    (name) => JSON.stringify(settings?.[name]) === JSON.stringify(offerIndexSettings[name]),
  );

/** Changes when the settings or the documents do: the index is then built again and swapped. */
export const indexFingerprint = createHash('sha256')
  .update(JSON.stringify([documentVersion, offerIndexSettings]))
  .digest('hex');
