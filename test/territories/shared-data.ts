import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const folder = new URL('../../../shared/data/', import.meta.url);

/** Describes tests that read ../shared/data; where it is absent they are skipped, and the report says so. */
export const withSharedData = existsSync(folder) ? describe : describe.skip;

export const sharedTable = (path: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(new URL(path, folder))), { columns: true });

/** The same of a table that is not compressed. */
export const sharedLines = (path: string): Record<string, string>[] =>
  parse(readFileSync(new URL(path, folder)), { columns: true });

/** The whole text of a compressed table. */
export const sharedText = (path: string): string => gunzipSync(readFileSync(new URL(path, folder))).toString('utf8');
