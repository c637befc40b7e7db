import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pageScript, pageStyle, playgroundPage } from './playground-page.js';
import { forPlayground } from './security-headers.js';

const inPackage = (name: string, file: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);

/** Everything the page loads: from the installed packages, nothing from the internet. */
const sources: Record<string, () => string | Buffer> = {
  'react.js': () => readFileSync(inPackage('react', 'umd/react.production.min.js')),
  'react-dom.js': () => readFileSync(inPackage('react-dom', 'umd/react-dom.production.min.js')),
  'graphiql.js': () => readFileSync(inPackage('graphiql', 'graphiql.min.js')),
  'graphiql.css': () => readFileSync(inPackage('graphiql', 'graphiql.min.css')),
  'page.js': () => pageScript,
  'page.css': () => pageStyle,
};

interface Packed {
  version: string;
  zipped: Buffer;
}

/** GraphiQL at GET /graphql for browsers; programs that ask the same address get the API. */
export function addPlayground(fastify: FastifyInstance): void {
  const packed = new Map<string, Packed>();

  function pack(name: string): Packed | undefined {
    const known = packed.get(name);
    if (known || !Object.hasOwn(sources, name)) return known;
    const content = sources[name]!();
    const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const made = { version, zipped: gzipSync(content) };
    packed.set(name, made);
    return made;
  }

  const page = () => playgroundPage((name) => `/playground/${pack(name)!.version}/${name}`);

  fastify.addHook('onRequest', async (request, reply) => {
    if (!isBrowserOpening(request)) return;
    void reply.header('content-security-policy', forPlayground);
    return reply.type('text/html; charset=utf-8').send(page());
  });

  fastify.get<{ Params: { version: string; name: string } }>('/playground/:version/:name', (request, reply) => {
    const file = pack(request.params.name);
    if (file?.version !== request.params.version) {
      reply.callNotFound();
      return;
    }
    void reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' })
      .type(request.params.name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8')
      .send(file.zipped);
  });
}

/** A person who opens /graphql, as opposed to a program, or a page, that sends a query there. */
function isBrowserOpening(request: FastifyRequest): boolean {
  const [path, search = ''] = request.url.split('?');
  return (
    request.method === 'GET' &&
    path === '/graphql' &&
    !new URLSearchParams(search).has('query') &&
    (request.headers.accept ?? '').includes('text/html')
  );
}
