import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportedData, ExportedFile } from '../accounts/personal-data.js';

/** Bytes that one export may be, packed. Far above what anyone can keep here. */
export const largestExport = 200 * 1024 * 1024;

export class ExportTooLarge extends Error {}

/**
 * Writes a zip to a new file that only the server’s account reads: the words that explain it, a JSON file for each name, the
 * files beside them. One part after another, so that no more than one of them is in memory.
 */
export async function writeExport(
  path: string,
  readme: { name: string; text: string },
  data: ExportedData[],
): Promise<void> {
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const ended = finished(out);
  // Whoever waits for it below learns of a failure; nobody does when something else failed first.
  ended.catch(() => undefined);
  let length = 0;
  let failed: Error | null = null;
  const zip = new Zip((error, chunk, isLast) => {
    if (error) failed = error;
    length += chunk.length;
    out.write(chunk);
    if (isLast) out.end();
  });
  const add = async (part: ZipDeflate | ZipPassThrough, bytes: Uint8Array): Promise<void> => {
    zip.add(part);
    part.push(bytes, true);
    if (failed) throw failed;
    if (length > largestExport) throw new ExportTooLarge();
    if (out.writableNeedDrain) await once(out, 'drain');
  };
  try {
    await add(new ZipDeflate(readme.name), strToU8(readme.text));
    for (const { name, rows } of together(data)) {
      await add(new ZipDeflate(`donnees/${name}.json`), strToU8(`${JSON.stringify(rows, jsonValue, 2)}\n`));
    }
    for (const [index, file] of data.flatMap(({ files = [] }) => files).entries()) {
      const bytes = await bytesOf(file);
      if (bytes) await add(new ZipPassThrough(`fichiers/${index + 1}-${file.name}`), bytes);
    }
    zip.end();
    await ended;
  } catch (error) {
    out.destroy();
    throw error;
  }
}

/** Two holders may hand over rows of one name. */
function together(data: ExportedData[]): { name: string; rows: unknown[] }[] {
  const rows = new Map<string, unknown[]>();
  for (const { name, rows: more } of data) rows.set(name, [...(rows.get(name) ?? []), ...more]);
  return [...rows].map(([name, all]) => ({ name, rows: all }));
}

/** A file that is gone meanwhile is left out: its row says that it was there. */
async function bytesOf(file: ExportedFile): Promise<Uint8Array | null> {
  if ('bytes' in file) return file.bytes;
  try {
    return await readFile(file.path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Bytes of the database as text that can be compared. */
function jsonValue(_key: string, value: unknown): unknown {
  const isBuffer = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
  return isBuffer && 'data' in value ? Buffer.from(value.data as number[]).toString('hex') : value;
}
