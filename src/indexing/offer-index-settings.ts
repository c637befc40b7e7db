import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';
import { sampleDocuments } from './sample-documents.js';

/**
 * Written out as the engine answers them, its own defaults too, so that whatever is altered there is noticed.
 *
 * No `_geo`: it makes every write rewrite one blob of all points (seconds at a million offers). Places are communes and
 * cells, which also serve offers with several sites. A word of under 8 letters is taken as it is written: with one letter
 * of tolerance "vente" finds "verte". No stop words, no synonyms: documents and queries come in their normal form, so that
 * both stay rules of this project, told apart from the engine's version and tested without it. Sortable attributes stand in
 * alphabetical order, as they are answered. Of facets more values are counted than there are territories; of thousands of
 * skills the most frequent are enough to choose from.
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
    'trade',
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
  sortableAttributes: ['published', 'salary', 'saysLevel', 'saysSalary', 'saysStart', 'standing'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'standing:desc'],
  displayedAttributes: ['*'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
  stopWords: [],
  synonyms: {},
  dictionary: [],
  separatorTokens: [],
  nonSeparatorTokens: [],
  distinctAttribute: null,
  prefixSearch: 'indexingTime',
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 8, twoTypos: 12 },
    disableOnWords: [],
    disableOnAttributes: ['company'],
    disableOnNumbers: true,
  },
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 10_000_000 },
  searchCutoffMs: 4000,
} satisfies Settings;

/**
 * Whether an index has the settings of this version, every one of them. Of those made of parts the parts that are set here
 * count: an engine may answer more.
 */
export const hasOfferSettings = (settings: Settings | null): boolean =>
  settings !== null &&
  Object.entries(offerIndexSettings).every(([name, value]) => agrees(value, settings[name as keyof Settings]));

function agrees(set: unknown, answered: unknown): boolean {
  const parts = isObject(set) && isObject(answered) ? Object.entries(set) : [];
  if (parts.length === 0) return isDeepStrictEqual(set, answered);
  return parts.every(([name, value]) => isDeepStrictEqual(value, (answered as Record<string, unknown>)[name]));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether an index was made by this platform, be it with other settings: it can be followed until it is built anew. One that
 * the engine made by itself, for documents that came before it, searches everything and filters by nothing.
 */
export const isOfferIndex = (settings: Settings | null): boolean =>
  settings?.searchableAttributes?.includes('title') === true &&
  ['id', 'contract'].every((name) => (settings.filterableAttributes as unknown[] | undefined)?.includes(name));

/**
 * Raised when documents change in a way that those of the samples do not show: by what is read for them elsewhere. Changes of
 * the words and of the making of documents are noticed without it.
 */
const readingVersion = 4;

let fingerprint: string | undefined;

/** Changes when the settings or the documents do: the index is then built again and swapped. */
export const indexFingerprint = (): string =>
  (fingerprint ??= createHash('sha256')
    .update(JSON.stringify([readingVersion, offerIndexSettings, sampleDocuments()]))
    .digest('hex'));
