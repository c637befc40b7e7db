import { Meilisearch } from 'meilisearch';
import { offerIndexSettings } from '../../src/indexing/offer-index-settings.js';
import { normalWords } from '../../src/words/normal-form.js';
import type { World } from './matching-world.js';

export type LabelOf = (skill: string) => string;

/**
 * What keywords alone would do: an index with the settings of the platform’s own, whose documents are the labels of the
 * skills that candidates hold, asked with the labels of what each offer asks for. `words` puts all of them in one search,
 * `skills` adds up the engine’s own scores of one search a skill, which spares it its limit of ten words.
 */
export class EngineRanking {
  private readonly index;

  private constructor(
    client: Meilisearch,
    private readonly labelOf: LabelOf,
    name: string,
  ) {
    this.index = client.index(name);
  }

  static async over({ candidates }: World, labelOf: LabelOf, name: string): Promise<EngineRanking> {
    const client = new Meilisearch({
      host: process.env['VTE_TEST_MEILI_URL']!,
      apiKey: process.env['VTE_TEST_MEILI_KEY']!,
    });
    const ranking = new EngineRanking(client, labelOf, name);
    await client.createIndex(name, { primaryKey: 'id' }).waitTask();
    await ranking.index.updateSettings(offerIndexSettings).waitTask({ timeout: 60_000 });
    const documents = candidates.map(({ facts }, id) => ({
      id,
      skills: facts.skills.map(({ code }) => ranking.wordsOf(code)),
    }));
    await ranking.index.addDocuments(documents).waitTask({ timeout: 60_000 });
    return ranking;
  }

  drop(): Promise<unknown> {
    return this.index.delete().waitTask();
  }

  /** By the place of a candidate in the list of all; those that are not found are left out. */
  async words(asked: readonly string[], matchingStrategy: 'last' | 'frequency'): Promise<Map<number, number>> {
    return this.scores(asked.map((code) => this.wordsOf(code)).join(' '), matchingStrategy);
  }

  async skills(asked: readonly string[]): Promise<Map<number, number>> {
    const sums = new Map<number, number>();
    for (const found of await Promise.all(asked.map((code) => this.scores(this.wordsOf(code), 'last')))) {
      for (const [id, score] of found) sums.set(id, (sums.get(id) ?? 0) + score);
    }
    return sums;
  }

  private async scores(q: string, matchingStrategy: 'last' | 'frequency'): Promise<Map<number, number>> {
    const { hits } = await this.index.search(q, {
      matchingStrategy,
      limit: 200,
      showRankingScore: true,
      attributesToRetrieve: ['id'],
    });
    return new Map(hits.map((hit) => [Number(hit['id']), hit._rankingScore ?? 0]));
  }

  private wordsOf(skill: string): string {
    return normalWords(this.labelOf(skill)).join(' ');
  }
}
