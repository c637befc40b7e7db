import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { errors, Pool } from 'undici';

/** How long the engine may take to answer what is not a search, in milliseconds: nobody waits for a write. */
const healthPatience = 2_000;
const otherPatience = 30_000;

/** For so long after the engine was found silent searches are not tried: they would only wait as long. */
const rest = 1_000;

/** Within so many milliseconds an engine that lives says so, however much it has to do. */
const signOfLife = 500;

/**
 * How many searches in a row, within how many milliseconds, must go without an answer for an engine that lives to be left
 * alone: one may only be hard to answer.
 */
const silencesInARow = 3;
const rowLasts = 30_000;

/**
 * Carries the client's requests: its own fetch costs three times the processor time, and waits for a silent engine for
 * minutes.
 */
export class EngineHttp {
  private readonly pool: Pool;
  private closedUntil = 0;
  /** When searches went without an answer since the last that got one. */
  private silences: number[] = [];
  private looking: Promise<void> | null = null;

  constructor(
    url: string,
    private readonly key: string | undefined,
    private readonly searchPatience = 5_000,
  ) {
    this.pool = new Pool(new URL(url).origin, { connections: 64, connect: { timeout: 2_000 } });
  }

  /** A request of the client's. */
  async send(url: URL, init?: RequestInit): Promise<unknown> {
    const body = init?.body as string | undefined;
    return this.answer(
      url.pathname + url.search,
      init?.method ?? 'GET',
      Object.fromEntries(new Headers(init?.headers)),
      body,
      url.pathname === '/health' ? healthPatience : otherPatience,
    );
  }

  /** Searches, for which the client itself would only cost time. A silent engine is not even tried for a moment. */
  async search(body: object): Promise<unknown> {
    await this.looking;
    if (Date.now() < this.closedUntil) throw new Error('the engine did not answer a moment ago');
    const headers = { 'content-type': 'application/json', ...(this.key && { authorization: `Bearer ${this.key}` }) };
    try {
      const answer = await this.answer('/multi-search', 'POST', headers, JSON.stringify(body), this.searchPatience);
      this.silences = [];
      return answer;
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  /** A refused connection needs no rest, it fails at once; an answer, even a refusal, is no silence. */
  private note(error: unknown): void {
    const now = Date.now();
    if (error instanceof MeilisearchApiError) this.silences = [];
    else if (error instanceof errors.ConnectTimeoutError) this.closedUntil = now + rest;
    else if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
      this.silences = [...this.silences, now].filter((at) => now - at < rowLasts).slice(-silencesInARow);
      if (this.silences.length === silencesInARow) this.closedUntil = now + rest;
      else
        this.looking ??= this.lookForLife().finally(() => {
          this.looking = null;
        });
    }
  }

  /** After a search without an answer: was it hard, or is the engine away? Others wait until that is known. */
  private async lookForLife(): Promise<void> {
    try {
      await this.answer('/health', 'GET', {}, undefined, signOfLife);
    } catch {
      this.closedUntil = Date.now() + rest;
    }
  }

  private async answer(
    path: string,
    method: string,
    headers: Record<string, string>,
    sent: string | undefined,
    limit: number,
  ): Promise<unknown> {
    const wait = { headersTimeout: limit, bodyTimeout: limit };
    const { statusCode, body } = await this.pool.request({ path, method, headers, body: sent ?? null, ...wait });
    const text = await body.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (statusCode >= 400) {
      throw new MeilisearchApiError(new Response(text, { status: statusCode }), answer as MeilisearchApiError['cause']);
    }
    return answer;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** What really happened: the client wraps whatever its HTTP client throws, and says no more than that it failed. */
const causeOf = (error: unknown): unknown => (error instanceof MeilisearchRequestError ? error.cause : error);

/** The engine's own code of a refused request. */
export function codeOf(error: unknown): string | undefined {
  const cause = causeOf(error);
  return cause instanceof MeilisearchApiError ? cause.cause?.code : undefined;
}

export const reasonOf = (error: unknown): string => String(causeOf(error));
