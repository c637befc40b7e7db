import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  type SearchParams,
  type SearchResponse,
  type Settings,
  type Task,
} from 'meilisearch';
import { CONFIG, type Config } from '../common/config.js';
import { codeOf, EngineHttp, reasonOf } from './engine-http.js';
import type { OfferDocument } from './offer-document.js';
import { offerIndexSettings } from './offer-index-settings.js';

/** A search as the engine takes it. */
export type EngineQueryParams = SearchParams;

/** What the engine answers to a search. */
export type EngineAnswer = SearchResponse<OfferDocument>;

export type Hit = EngineAnswer['hits'][number];

/** A document that the engine refused, as against an engine that could not be asked. */
export class DocumentRefused extends Error {}

/** How long a task of the engine may take before the work is given back and tried again, in milliseconds. */
const taskTimeout = 120_000;

/** The only door to Meilisearch. Its index holds open offers alone; what is shown is read from PostgreSQL by the ids it answers. */
@Injectable()
export class SearchEngine implements OnApplicationShutdown {
  private readonly logger = new Logger(SearchEngine.name);
  private readonly http: EngineHttp;
  private readonly client: Meilisearch;
  readonly offers: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.http = new EngineHttp(config.MEILI_URL!, config.MEILI_KEY);
    this.client = new Meilisearch({
      host: config.MEILI_URL!,
      ...(config.MEILI_KEY ? { apiKey: config.MEILI_KEY } : {}),
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- no successor is named, and undici's request is worth it
      httpClient: (url, init) => this.http.send(url as URL, init),
    });
    this.offers = `${config.MEILI_PREFIX}_offers`;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }

  async healthy(): Promise<boolean> {
    return this.client.isHealthy();
  }

  /** Several searches of the index of offers in one request, answered in their order. */
  async search(queries: EngineQueryParams[]): Promise<EngineAnswer[]> {
    if (queries.length === 0) return [];
    const asked = queries.map((query) => ({ indexUid: this.offers, ...query }));
    try {
      const { results } = (await this.http.search({ queries: asked })) as { results: EngineAnswer[] };
      this.warnOfCut(results);
      return results;
    } catch (error) {
      throw new Error(`the search engine did not answer: ${reasonOf(error)}`, { cause: error });
    }
  }

  /**
   * A search that reaches the limit of its time is answered by what was ranked until then. The engine does not say so
   * itself: its time tells. The words stay out of the log, they are what a candidate typed.
   */
  private warnOfCut(answers: readonly EngineAnswer[]): void {
    const longest = Math.max(...answers.map(({ processingTimeMs }) => processingTimeMs));
    if (longest < offerIndexSettings.searchCutoffMs) return;
    this.logger.warn(`a search was cut off after ${longest} ms: its answer is not in the best order`);
  }

  /** Writes and removes, and waits until both can be searched. Throws DocumentRefused when the engine refuses a document. */
  async write(index: string, put: OfferDocument[], removed: string[]): Promise<void> {
    if (put.length > 0) await done(this.client.index(index).addDocuments(put));
    if (removed.length > 0) await done(this.client.index(index).deleteDocuments(removed));
  }

  /** Gives the engine documents, one JSON a line, without waiting for them; answers the task by which `ended` tells of them. */
  async enqueue(index: string, lines: string): Promise<number> {
    return (await this.client.index(index).addDocumentsFromString(lines, 'application/x-ndjson')).taskUid;
  }

  /** Those of the tasks that are over, and why each that failed did; at most a thousand at a time. */
  async ended(tasks: readonly number[]): Promise<{ task: number; error: Error | null }[]> {
    const uids = tasks.slice(0, 1_000);
    const statuses = ['succeeded', 'failed', 'canceled'] as const;
    const { results } = await this.client.tasks.getTasks({ uids, statuses: [...statuses], limit: uids.length });
    return results.map((task) => ({ task: task.uid, error: failureOf(task) }));
  }

  /** Ends whatever the engine is still to do, or is doing, for the index. */
  async cancel(index: string): Promise<void> {
    await done(this.client.tasks.cancelTasks({ indexUids: [index], statuses: ['enqueued', 'processing'] }));
  }

  /** What the index was told of these settings, in the engine's own words; null when there is no index. */
  async settings(index: string): Promise<Settings | null> {
    try {
      return await this.client.index(index).getSettings();
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return null;
      throw error;
    }
  }

  /** An empty index with these settings, whatever stood under the name before or was still being written to it. */
  async create(index: string, settings: Settings): Promise<void> {
    await this.cancel(index);
    await this.drop(index);
    await done(this.client.createIndex(index, { primaryKey: 'id' }));
    await done(this.client.index(index).updateSettings(settings));
  }

  async drop(index: string): Promise<void> {
    if (await this.settings(index)) await done(this.client.deleteIndex(index));
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
}

/** A failed task resolves like any other: its status is what tells. */
async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const failure = failureOf(await enqueued.waitTask({ timeout: taskTimeout, interval: 20 }));
  if (failure) throw failure;
}

function failureOf({ type, status, error }: Task): Error | null {
  if (status === 'succeeded') return null;
  const said = `${type} ${status}: ${error?.code ?? ''} ${error?.message ?? ''}`;
  const refused = error?.type === 'invalid_request' && error.code !== 'index_not_found';
  return refused ? new DocumentRefused(said) : new Error(said);
}
