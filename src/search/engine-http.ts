import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { Pool } from 'undici';

/** How long the engine may take to begin its answer, in milliseconds: someone waits for a search, nobody for a write. */
const patience = [
  { path: /^\/health$/, milliseconds: 2_000 },
  { path: /^\/multi-search$/, milliseconds: 5_000 },
  { path: /./, milliseconds: 30_000 },
];

/**
 * Carries the client's requests: its own fetch costs three times the processor time, and waits for a silent engine for
 * minutes.
 */
export class EngineHttp {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool(new URL(url).origin, { connections: 64, connect: { timeout: 2_000 } });
  }

  async send(url: URL, init?: RequestInit): Promise<unknown> {
    const limit = patience.find(({ path }) => path.test(url.pathname))!.milliseconds;
    const { statusCode, body } = await this.pool.request({
      path: url.pathname + url.search,
      method: (init?.method ?? 'GET') as 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: (init?.body as string | undefined) ?? null,
      headersTimeout: limit,
      bodyTimeout: limit,
    });
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
