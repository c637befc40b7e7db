import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { simpleParser } from 'mailparser';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Platform } from '../support/platform.js';

/** Words that stand nowhere else, to be planted wherever a person can say something. */
export class Canaries {
  readonly all: string[] = [];

  next(): string {
    const canary = `canari${String(this.all.length).padStart(3, '0')}zqx`;
    this.all.push(canary);
    return canary;
  }
}

export interface Trace {
  where: string;
  word: string;
}

/** Every place of the database, the engine and the disk where any of the words stands. */
export async function traces(platform: Platform, words: string[]): Promise<Trace[]> {
  return [
    ...(await inTables(platform, words)),
    ...(await inCharters(platform, words)),
    ...(await inEngine(words)),
    ...(await onDisk(platform.dataDir, words)),
  ];
}

/** All schemas, the queue’s included, and what the planner sampled; reference data says nothing of people. */
async function inTables({ db }: Platform, words: string[]): Promise<Trace[]> {
  const tables = await db.query<{ name: string }[]>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
        AND NOT (table_schema = 'public' AND table_name = ANY ($1))
      UNION ALL SELECT 'pg_catalog.pg_stats'`,
    [reference],
  );
  const found: Trace[] = [];
  for (const { name } of tables) {
    const [{ text }] = await db.query<[{ text: string | null }]>(
      `SELECT lower(string_agg(t::text, E'\n')) AS text FROM ${name} AS t`,
    );
    for (const word of words) if (text && stands(word, text)) found.push({ where: name, word });
  }
  return found;
}

/** What is drawn in a PDF does not stand in its bytes: charters are read, and the document that was signed inside of them. */
async function inCharters({ db }: Platform, words: string[]): Promise<Trace[]> {
  const rows = await db.query<{ bytes: Buffer }[]>(
    `SELECT bytes FROM charter_version, LATERAL (VALUES (pdf), (final_pdf)) AS one(bytes) WHERE get_byte(bytes, 0) = 37`,
  );
  const texts = await Promise.all(rows.map(({ bytes }) => textOfPdf(new Uint8Array(bytes))));
  return words
    .filter((word) => texts.some((text) => text.includes(word.toLowerCase())))
    .map((word) => ({ where: 'charters', word }));
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(bytes);
  const { text } = await extractText(document, { mergePages: true });
  const { info } = await getMeta(document);
  const attached = Object.values(
    ((await document.getAttachments()) ?? {}) as Record<string, { content: Uint8Array }>,
  ).map(({ content }) => textOfPdf(content));
  return [text, JSON.stringify(info), ...(await Promise.all(attached))].join('\n').toLowerCase();
}

const reference =
  'commune commune_alias postal_code skill skill_term skill_closeness skill_rarity occupation occupation_title occupation_skill occupation_mobility'.split(
    ' ',
  );

/** Bytes are shown in hexadecimal. */
const stands = (word: string, text: string): boolean =>
  text.includes(word.toLowerCase()) || text.includes(Buffer.from(word).toString('hex'));

/** Every document of every index. */
async function inEngine(words: string[]): Promise<Trace[]> {
  const ask = async (path: string): Promise<any> => {
    const headers = { authorization: `Bearer ${process.env['VTE_TEST_MEILI_KEY']}` };
    return (await fetch(`${process.env['VTE_TEST_MEILI_URL']}${path}`, { headers })).json();
  };
  const found: Trace[] = [];
  for (const { uid } of (await ask('/indexes?limit=1000')).results) {
    const text = JSON.stringify(await ask(`/indexes/${uid}/documents?limit=100000`)).toLowerCase();
    for (const word of words) if (text.includes(word.toLowerCase())) found.push({ where: `index ${uid}`, word });
  }
  return found;
}

/** Files as they are, mails as they are read, and what archives hold. */
async function onDisk(folder: string, words: string[]): Promise<Trace[]> {
  const found: Trace[] = [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of names) {
    const path = join(parentPath, name);
    const text = `${path}\n${await contentOf(path)}`.toLowerCase();
    for (const word of words)
      if (text.includes(word.toLowerCase())) found.push({ where: relative(folder, path), word });
  }
  return found;
}

async function contentOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const raw = bytes.toString('latin1');
  if (path.endsWith('.eml')) {
    const mail = await simpleParser(bytes);
    return [raw, mail.subject, mail.text, mail.html, ...mail.attachments.map(({ content }) => content.toString())].join(
      '\n',
    );
  }
  if (!raw.startsWith('PK')) return raw;
  const parts = Object.entries(unzipSync(bytes));
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('latin1')}`).join('\n');
}
