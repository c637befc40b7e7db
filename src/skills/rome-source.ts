import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { fetch } from 'undici';

/** The tables of the ROME that are imported, by the stem of their file's name. */
export const romeTables = [
  'referentiel_code_rome',
  'referentiel_appellation',
  'referentiel_competence',
  'referentiel_savoir',
  'coherence_item',
  'rubrique_mobilite',
] as const;
export type RomeTable = (typeof romeTables)[number];

export interface RomeFile {
  name: string;
  text: string;
}

/** The source cannot be used at all; the message says why and what is expected. Nothing was changed. */
export class UnusableRome extends Error {}

const unusable = (fr: string, en: string): UnusableRome => new UnusableRome(`${fr} (${en})`);

const largestArchive = 200 * 1024 * 1024;
const largestFile = 300 * 1024 * 1024;
const fileName = /^(?:unix_)?([a-z_]+?)_v(\d+)(?:_utf8)?\.csv(\.gz)?$/i;

type Reader = () => Uint8Array | Promise<Uint8Array>;

/** Reads the tables from a folder, a zip, or the URL of a zip; of several versions side by side, the newest whole one. */
export async function readRome(source: string): Promise<{ version: string; files: Record<RomeTable, RomeFile> }> {
  const found = await readersOf(source);
  const versions = new Map<number, Map<string, { name: string; read: Reader }>>();
  for (const [path, read] of found) {
    const [, table = '', version = ''] = fileName.exec(basename(path)) ?? [];
    if (!(romeTables as readonly string[]).includes(table.toLowerCase())) continue;
    const files = versions.get(Number(version)) ?? new Map<string, { name: string; read: Reader }>();
    versions.set(Number(version), files.set(table.toLowerCase(), { name: basename(path), read }));
  }
  const newestFirst = [...versions].sort(([one], [other]) => other - one);
  if (newestFirst.length === 0) {
    throw unusable(
      `${source} ne contient aucun fichier du ROME 4.0, comme referentiel_code_rome_v460.csv.`,
      'There is no ROME 4.0 file in it.',
    );
  }
  const [version, files] =
    newestFirst.find(([, each]) => romeTables.every((table) => each.has(table))) ?? newestFirst[0]!;
  const missing = romeTables.filter((table) => !files.has(table));
  if (missing.length > 0) {
    const names = missing.map((table) => `${table}_v${version}.csv`).join(', ');
    throw unusable(`Il manque dans ${source} : ${names}.`, 'These files are missing.');
  }
  const read = await Promise.all(
    romeTables.map(async (table) => {
      const file = files.get(table)!;
      return [table, { name: file.name, text: decoded(file.name, await file.read()) }] as const;
    }),
  );
  return { version: `v${version}`, files: Object.fromEntries(read) as Record<RomeTable, RomeFile> };
}

async function readersOf(source: string): Promise<[string, Reader][]> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) return inZip(source, await download(source));
  const what = await stat(source).catch(() => null);
  if (!what) throw unusable(`${source} n’existe pas ou n’est pas lisible.`, 'It does not exist or cannot be read.');
  if (what.isDirectory()) {
    const names = await readdir(source);
    return names.map((name) => [name, () => readFile(join(source, name))]);
  }
  if (what.size > largestArchive) throw tooLarge(source);
  return inZip(source, await readFile(source));
}

function inZip(source: string, bytes: Uint8Array): [string, Reader][] {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => isWanted(name) && originalSize <= largestFile,
    });
    return Object.entries(files).map(([name, content]) => [name, () => content]);
  } catch (error) {
    throw unusable(
      `${source} n’est pas un zip lisible : ${error instanceof Error ? error.message : String(error)}.`,
      'It is not a readable zip.',
    );
  }
}

const isWanted = (path: string): boolean => fileName.test(basename(path));

async function download(url: string): Promise<Uint8Array> {
  if (!/^https?:/i.test(url)) throw unusable(`${url} n’est pas une adresse http ou https.`, 'Not an http(s) URL.');
  const response = await fetch(url, { signal: AbortSignal.timeout(300_000) }).catch((error: unknown) => {
    const why = error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
    throw unusable(`${url} n’a pas répondu : ${why}.`, 'The download failed.');
  });
  if (!response.ok || !response.body) {
    throw unusable(`${url} a répondu ${response.status}.`, 'The server did not send the file.');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largestArchive) throw tooLarge(url);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (source: string): UnusableRome =>
  unusable(`${source} dépasse 200 Mo : ce n’est pas le ROME.`, 'Larger than 200 MB: it is not the ROME.');

/** The official files are in UTF-8, except when they are not. */
function decoded(name: string, bytes: Uint8Array): string {
  let plain = bytes;
  if (name.toLowerCase().endsWith('.gz')) {
    try {
      plain = gunzipSync(bytes, { maxOutputLength: largestFile });
    } catch {
      throw unusable(`${name} n’est pas un fichier gzip lisible.`, 'It is not a readable gzip file.');
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return new TextDecoder('windows-1252').decode(plain);
  }
}
