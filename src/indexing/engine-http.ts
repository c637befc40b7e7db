import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { errors, Pool } from 'undici';

/** How long the engine may take to answer, in milliseconds: someone waits for a search, nobody for a write. */
const patience: Partial<Record<string, number>> = { '/health': 2_000, '/multi-search': 5_000 };
const otherPatience = 30_000;

/** For so long after a search that was not answered others are not tried: they would only wait as long. */
const restAfterSilence = 1_000;

/**
 * Carries the client's requests: its own fetch costs three times the processor time, and waits for a silent engine for
 * minutes.
 */
export class EngineHttp {
  private readonly pool: Pool;
  private silentUntil = 0;

  constructor(
    url: string,
    private readonly key: string | undefined,
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
    );
  }

  /** Searches, for which the client itself would only cost time. After a silence they are not even tried for a moment. */
  async search(body: object): Promise<unknown> {
    if (Date.now() < this.silentUntil) throw new Error('the engine did not answer a moment ago');
    const headers = { 'content-type': 'application/json', ...(this.key && { authorization: `Bearer ${this.key}` }) };
    return this.answer('/multi-search', 'POST', headers, JSON.stringify(body)).catch((error: unknown) => {
      const silent = error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
      if (silent) this.silentUntil = Date.now() + restAfterSilence;
      throw error;
    });
  }

  private async answer(
    path: string,
    method: string,
    headers: Record<string, string>,
    sent: string | undefined,
  ): Promise<unknown> {
    const limit = patience[path] ?? otherPatience;
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
