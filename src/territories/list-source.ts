import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Text } from '../common/text.js';

/** Why a list of territories cannot be used at all. */
export class UnusableList extends Error {
  constructor(readonly text: Text) {
    super(`${text.fr} (${text.en})`);
  }
}

export interface ListFile {
  /** The name of the file, or the address without its query, where a secret could be. */
  source: string;
  /** Of the bytes as they came. */
  sha256: string;
  text: string;
}

const largest = 20_000_000;
const largestUnpacked = 100_000_000;
const mostRedirects = 3;
const patience = 60_000;

/** A list by path or by http(s) address, packed by gzip or not, in UTF-8 or windows-1252. */
export async function readListFile(source: string): Promise<ListFile> {
  const isUrl = /^[a-z][a-z0-9+.-]+:\/\//i.test(source);
  const bytes = isUrl ? await download(source) : await fromDisk(source);
  return {
    source: isUrl ? shown(new URL(source)) : basename(source),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: decoded(unpacked(bytes)),
  };
}

async function fromDisk(path: string): Promise<Buffer> {
  const what = await stat(path).catch(() => null);
  if (!what?.isFile()) {
    throw new UnusableList({ fr: `${path} n’est pas un fichier lisible.`, en: 'It is not a file that can be read.' });
  }
  if (what.size > largest) throw tooLarge();
  return readFile(path);
}

async function download(address: string): Promise<Buffer> {
  const signal = AbortSignal.timeout(patience);
  let url = httpUrl(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(url, { signal, redirect: 'manual' }).catch((error: unknown) => {
      throw failed(url, error);
    });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      url = httpUrl(next, url);
      continue;
    }
    if (!response.ok || !response.body) {
      throw new UnusableList({ fr: `${shown(url)} a répondu ${response.status}.`, en: 'The server did not send it.' });
    }
    return whole(response.body as AsyncIterable<Uint8Array>, url);
  }
  throw new UnusableList({
    fr: `${address} renvoie ailleurs plus de ${mostRedirects} fois.`,
    en: `More than ${mostRedirects} redirects.`,
  });
}

async function whole(body: AsyncIterable<Uint8Array>, url: URL): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > largest) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw failed(url, error);
  }
  if (size > largest) throw tooLarge();
  return Buffer.concat(chunks);
}

function httpUrl(address: string, from?: URL): URL {
  const url = URL.canParse(address, from) ? new URL(address, from) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url;
  throw new UnusableList({
    fr: `${address} n’est pas une adresse http ou https sans mot de passe.`,
    en: 'Not an http or https address without a password.',
  });
}

const shown = ({ origin, pathname }: URL): string => origin + pathname;

function failed(url: URL, error: unknown): UnusableList {
  const late = error instanceof Error && error.name === 'TimeoutError';
  const why = error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
  return new UnusableList({
    fr: `${shown(url)} n’a pas répondu : ${late ? `rien en ${patience / 1000} secondes` : why}.`,
    en: 'The download failed.',
  });
}

const tooLarge = (): UnusableList =>
  new UnusableList({ fr: 'Le fichier dépasse 20 Mo.', en: 'The file is larger than 20 MB.' });

function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestUnpacked });
  } catch {
    throw new UnusableList({
      fr: 'Le fichier gzip est illisible ou trop gros.',
      en: 'The gzip is broken or too large.',
    });
  }
}

/** Official files are in UTF-8, except when they were saved by a spreadsheet. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
