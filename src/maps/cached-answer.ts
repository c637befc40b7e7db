import { gunzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Something that is sent to anyone until it changes. */
export interface CachedAnswer {
  etag: string;
  /** Asked for when the client does not have it. */
  zipped: () => Promise<Buffer | null>;
  type: string;
  /** How long a client need not ask again. */
  keptSeconds: number;
}

/** Nothing but its headers to who has it, zipped to who can read that. Answers false when it is gone meanwhile. */
export async function sendCached(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { etag, zipped, type, keptSeconds }: CachedAnswer,
): Promise<boolean> {
  const common = {
    // Weak: zipped or not, it says the same.
    etag: `W/"${etag}"`,
    'cache-control': `public, max-age=${keptSeconds}`,
    vary: 'accept-encoding, accept-language',
  };
  if (knows(headers['if-none-match'], etag)) {
    await reply.status(304).headers(common).send();
    return true;
  }
  const body = await zipped();
  if (!body) return false;
  const zip = acceptsGzip(headers['accept-encoding']);
  if (zip) void reply.header('content-encoding', 'gzip');
  await reply
    .headers(common)
    .type(type)
    .send(zip ? body : gunzipSync(body));
  return true;
}

const knows = (given: string | undefined, etag: string): boolean =>
  (given ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === `"${etag}"`);

const acceptsGzip = (given: string | string[] | undefined): boolean =>
  String(given ?? '')
    .split(',')
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .some(([coding = '', quality = '1']) => ['gzip', '*'].includes(coding) && Number(quality) > 0);
