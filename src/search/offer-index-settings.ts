import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';

/** Words of French grammar that tell nothing, beside those of the offers' own trade in `emptyWords`. */
export const grammarWords = [
  'a', 'au', 'aux', 'avec', 'ce', 'ces', 'chez', 'dans', 'de', 'des', 'du', 'elle', 'en', 'et', 'eux', 'il', 'ils', 'je', 'la',
  'le', 'les', 'leur', 'lui', 'ma', 'mais', 'me', 'mes', 'moi', 'mon', 'ne', 'nos', 'notre', 'nous', 'on', 'ou', 'par', 'pas',
  'pour', 'qu', 'que', 'qui', 'sa', 'se', 'ses', 'son', 'sur', 'ta', 'te', 'tes', 'toi', 'ton', 'tu', 'un', 'une', 'vers', 'vos',
  'votre', 'vous', 'c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'y',
];

/** Words of a query that are true of every offer, or say only how near a place is: they neither find nor hide anything. */
export const emptyWords = [
  'offre', 'offres', 'emploi', 'emplois', 'poste', 'postes', 'vte', 'recherche', 'recherches', 'cherche', 'travail', 'job',
  'jobs', 'mission', 'missions', 'h', 'f', 'hf', 'fh', 'pres', 'proche', 'autour', 'environs', 'region', 'secteur',
];

/**
 * No `_geo`: it makes every write rewrite one blob of all points (seconds at a million offers). Places are communes and
 * cells, which also serve offers with several sites. A word of under 8 letters is taken as it is written: with one letter
 * of tolerance "vente" finds "verte".
 */
export const offerIndexSettings = {
  searchableAttributes: ['title', 'occupation', 'skills', 'company', 'places', 'terms', 'description'],
  filterableAttributes: [
    'id', 'contract', 'level', 'mission', 'remote', 'occupationCode', 'skillCodes', 'communes', 'cells', 'departments', 'regions',
    'territories', 'inTerritory', 'companyId', 'green', 'starts', 'salary', 'published',
  ],
  sortableAttributes: ['published', 'salary'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'published:desc'],
  displayedAttributes: ['id', 'communes', 'title', 'occupation', 'skills', 'company', 'places', 'terms', 'description'],
  stopWords: grammarWords,
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 8, twoTypos: 12 },
    disableOnAttributes: ['company'],
    disableOnNumbers: true,
  },
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
  searchCutoffMs: 1500,
} satisfies Settings;

/** Raised when the making of a document changes, so that the index is built again. */
const documentVersion = 1;

/** Changes when the settings or the documents do: the index is then built again and swapped. */
export const indexFingerprint = createHash('sha256')
  .update(JSON.stringify([documentVersion, offerIndexSettings]))
  .digest('hex');
