import { Meilisearch } from 'meilisearch';
import { offerIndexSettings } from '../../src/indexing/offer-index-settings.js';
import { normalWords } from '../../src/words/normal-form.js';
import type { World } from './matching-world.js';

/**
 * What keywords alone would do: an index with the settings of the platform’s own, whose documents are the labels of the
 * skills that candidates hold, asked with the labels of what an offer asks for. Answers are worths by place in the list of
 * candidates, below 0 for those that are not found.
 */
export class EngineRanking {
  private readonly index;

  private constructor(
    private readonly client: Meilisearch,
    private readonly name: string,
    private readonly candidates: number,
    private readonly wordsOf: (skill: string) => string,
  ) {
    this.index = client.index(name);
  }

  static async over({ candidates }: World, labelOf: (skill: string) => string, name: string): Promise<EngineRanking> {
    const client = new Meilisearch({
      host: process.env['VTE_TEST_MEILI_URL']!,
      apiKey: process.env['VTE_TEST_MEILI_KEY']!,
    });
    const wordsOf = (skill: string): string => normalWords(labelOf(skill)).join(' ');
    const ranking = new EngineRanking(client, name, candidates.length, wordsOf);
    await client.createIndex(name, { primaryKey: 'id' }).waitTask({ timeout: 60_000 });
    await ranking.index.updateSettings(offerIndexSettings).waitTask({ timeout: 60_000 });
    const documents = candidates.map(({ facts }, id) => ({
      id,
      skills: facts.skills.map(({ code }) => wordsOf(code)),
    }));
    await ranking.index.addDocuments(documents).waitTask({ timeout: 60_000 });
    return ranking;
  }

  drop(): Promise<unknown> {
    return this.index.delete().waitTask({ timeout: 60_000 });
  }

  /** All words in one search, in the order of the engine, which heeds the ten that occur least. */
  async words(asked: readonly string[]): Promise<number[]> {
    const [found] = await this.search([asked.map((code) => this.wordsOf(code)).join(' ')], 'frequency', 10);
    const worths = new Array<number>(this.candidates).fill(-1);
    found!.forEach(({ id }, place) => (worths[id] = 10 - place));
    return worths;
  }

  /** One search a skill, and the engine’s own scores added up, which spares it its limit of ten words. */
  async skills(asked: readonly string[]): Promise<number[]> {
    const worths = new Array<number>(this.candidates).fill(-1);
    for (const found of await this.search(
      asked.map((code) => this.wordsOf(code)),
      'last',
      100,
    )) {
      for (const { id, worth } of found) worths[id] = Math.max(0, worths[id]!) + worth;
    }
    return worths;
  }

  private async search(queries: readonly string[], matchingStrategy: 'last' | 'frequency', limit: number) {
    const { results } = await this.client.multiSearch({
      queries: queries.map((q) => ({
        indexUid: this.name,
        q,
        matchingStrategy,
        limit,
        showRankingScore: true,
        attributesToRetrieve: ['id'],
      })),
    });
    return results.map(({ hits }) => hits.map((hit) => ({ id: Number(hit['id']), worth: hit._rankingScore ?? 0 })));
  }
}
