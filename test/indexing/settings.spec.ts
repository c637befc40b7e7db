import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Meilisearch, type Settings } from 'meilisearch';
import { EngineHttp } from '../../src/indexing/engine-http.js';
import { hasOfferSettings, isOfferIndex, offerIndexSettings } from '../../src/indexing/offer-index-settings.js';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { Platform } from '../support/platform.js';

/** What the engine was told and what it answers. */
let platform: Platform;
let engine: SearchEngine;
let client: Meilisearch;

beforeAll(async () => {
  platform = await Platform.start('index_settings');
  engine = platform.app.get(SearchEngine);
  client = new Meilisearch({
    host: process.env['VTE_TEST_MEILI_URL']!,
    apiKey: process.env['VTE_TEST_MEILI_KEY']!,
  });
}, 60_000);
afterAll(() => platform.stop());

const alter = (settings: Settings) => client.index(engine.offers).updateSettings(settings).waitTask();
const answered = () => engine.settings(engine.offers);

test('every setting that the engine has is set, and answered as it was set', async () => {
  const settings = await answered();
  expect(settings).toEqual({ ...offerIndexSettings, embedders: {} });
  expect([hasOfferSettings(settings), isOfferIndex(settings)]).toEqual([true, true]);
});

test.each<Settings>([
  { typoTolerance: { enabled: false } },
  { typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 12 } } },
  { typoTolerance: { disableOnNumbers: false } },
  { typoTolerance: { disableOnWords: ['verte'] } },
  { pagination: { maxTotalHits: 1_000 } },
  { faceting: { maxValuesPerFacet: 10 } },
  { localizedAttributes: null },
  { proximityPrecision: 'byWord' },
  { searchCutoffMs: 50 },
  { synonyms: { verte: ['rouge'] } },
  { stopWords: ['de'] },
  { distinctAttribute: 'companyId' },
  { sortableAttributes: ['standing'] },
])('that someone altered %j there is noticed; what stands in the index is still followed', async (altered) => {
  await alter(altered);
  const settings = await answered();
  expect([hasOfferSettings(settings), isOfferIndex(settings)]).toEqual([false, true]);
  await alter(offerIndexSettings);
  expect(hasOfferSettings(await answered())).toBe(true);
});

test('no index, or one that the engine made by itself, is none of ours', async () => {
  const own = `${engine.offers}_own`;
  await client
    .index(own)
    .addDocuments([{ id: '1', title: 'Soudeur' }])
    .waitTask();
  for (const settings of [null, await engine.settings(own)]) {
    expect([hasOfferSettings(settings), isOfferIndex(settings)]).toEqual([false, false]);
  }
  await engine.drop(own);
});

test('a search that the engine cut off is logged, without its words', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const results = [4, offerIndexSettings.searchCutoffMs + 2].map((processingTimeMs) => ({
    hits: [],
    processingTimeMs,
  }));
  jest.spyOn(EngineHttp.prototype, 'search').mockResolvedValue({ results });
  await engine.search([{ q: 'soudeur' }]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/cut off after 4002 ms/)]]);
  jest.restoreAllMocks();
});
