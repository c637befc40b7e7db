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

  constructor(url: string) {
    this.pool = new Pool(new URL(url).origin, { connections: 64, connect: { timeout: 2_000 } });
  }

  async send(url: URL, init?: RequestInit): Promise<unknown> {
    const searching = url.pathname === '/multi-search';
    if (searching && Date.now() < this.silentUntil) throw new Error('the engine did not answer a moment ago');
    const { statusCode, text } = await this.request(url, init).catch((error: unknown) => {
      const silent = error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
      if (searching && silent) this.silentUntil = Date.now() + restAfterSilence;
      throw error;
    });
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (statusCode >= 400) {
      throw new MeilisearchApiError(new Response(text, { status: statusCode }), answer as MeilisearchApiError['cause']);
    }
    return answer;
  }

  private async request(url: URL, init?: RequestInit): Promise<{ statusCode: number; text: string }> {
    const limit = patience[url.pathname] ?? otherPatience;
    const { statusCode, body } = await this.pool.request({
      path: url.pathname + url.search,
      method: init?.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: (init?.body as string | undefined) ?? null,
      headersTimeout: limit,
      bodyTimeout: limit,
    });
    return { statusCode, text: await body.text() };
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
