import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  type SearchParams,
  type SearchResponse,
  type Settings,
} from 'meilisearch';
import { Pool } from 'undici';
import { CONFIG, type Config } from '../common/config.js';
import type { OfferDocument } from './offer-document.js';

/** A document that the engine refused, as against an engine that could not be asked. */
export class DocumentRefused extends Error {}

/** How long a task of the engine may take before the work is given back and tried again, in milliseconds. */
const taskTimeout = 120_000;

/** The only door to Meilisearch. Its index holds open offers alone, and answers ids: rows are read from PostgreSQL. */
@Injectable()
export class SearchEngine implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly client: Meilisearch;
  readonly offers: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.pool = new Pool(new URL(config.MEILI_URL!).origin, { connections: 64, headersTimeout: 30_000 });
    this.client = new Meilisearch({
      host: config.MEILI_URL!,
      ...(config.MEILI_KEY ? { apiKey: config.MEILI_KEY } : {}),
      httpClient: (url, init) => this.request(url as URL, init),
    });
    this.offers = `${config.MEILI_PREFIX}_offers`;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }

  async healthy(): Promise<boolean> {
    return this.client.isHealthy();
  }

  /** Several searches of the index of offers in one request, answered in their order. */
  async search(queries: SearchParams[]): Promise<SearchResponse<OfferDocument>[]> {
    if (queries.length === 0) return [];
    const asked = queries.map((query) => ({ indexUid: this.offers, ...query }));
    const { results } = await this.client.multiSearch({ queries: asked });
    return results as unknown as SearchResponse<OfferDocument>[];
  }

  /** Writes and removes, and waits until both can be searched. Throws DocumentRefused when the engine refuses a document. */
  async write(index: string, put: OfferDocument[], removed: string[]): Promise<void> {
    const tasks: EnqueuedTaskPromise[] = [];
    if (put.length > 0) tasks.push(this.client.index(index).addDocuments(put));
    if (removed.length > 0) tasks.push(this.client.index(index).deleteDocuments(removed));
    for (const task of tasks) await done(task);
  }

  async exists(index: string): Promise<boolean> {
    try {
      await this.client.getRawIndex(index);
      return true;
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return false;
      throw error;
    }
  }

  /** An empty index with these settings, whatever stood under the name before. */
  async create(index: string, settings: Settings): Promise<void> {
    await this.drop(index);
    await done(this.client.createIndex(index, { primaryKey: 'id' }));
    await done(this.client.index(index).updateSettings(settings));
  }

  async drop(index: string): Promise<void> {
    if (await this.exists(index)) await done(this.client.deleteIndex(index));
  }

  /** Exchanges two indexes at one stroke: searches never meet an empty one. */
  async swap(one: string, other: string): Promise<void> {
    await done(this.client.swapIndexes([{ indexes: [one, other], rename: false }]));
  }

  async count(index: string): Promise<number> {
    return (await this.client.index(index).getStats()).numberOfDocuments;
  }

  /** Every document's id and version, in pages, for comparison with the database. */
  async *versions(index: string, size = 5_000): AsyncGenerator<Pick<OfferDocument, 'id' | 'version'>[]> {
    for (let offset = 0; ; offset += size) {
      const { results } = await this.client
        .index<OfferDocument>(index)
        .getDocuments({ fields: ['id', 'version'], limit: size, offset });
      if (results.length > 0) yield results;
      if (results.length < size) return;
    }
  }

  /** The client's own fetch costs three times the processor time of undici's request. */
  private async request(url: URL, init?: RequestInit): Promise<unknown> {
    const { statusCode, body } = await this.pool.request({
      path: url.pathname + url.search,
      method: (init?.method ?? 'GET') as 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: (init?.body as string | undefined) ?? null,
    });
    const text = await body.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (statusCode >= 400) {
      throw new MeilisearchApiError(new Response(text, { status: statusCode }), answer as MeilisearchApiError['cause']);
    }
    return answer;
  }
}

/** The engine's own code of a refused request; the client wraps what its HTTP client throws. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof MeilisearchRequestError ? error.cause : error;
  return cause instanceof MeilisearchApiError ? cause.cause?.code : undefined;
}

/** A failed task resolves like any other: its status is what tells. */
async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask({ timeout: taskTimeout, interval: 20 });
  if (task.status === 'succeeded') return;
  const said = `${task.type} ${task.status}: ${task.error?.code ?? ''} ${task.error?.message ?? ''}`;
  if (task.error?.type === 'invalid_request' && task.error.code !== 'index_not_found') throw new DocumentRefused(said);
  throw new Error(said);
}
