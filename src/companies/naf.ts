import { createRequire } from 'node:module';

interface NafRecord {
  id: string;
  label: string;
}

const records = createRequire(import.meta.url)('@socialgouv/codes-naf') as NafRecord[];

/** NAF rev. 2 (INSEE), classes of sectors from the two-digit division to the five-character subclass. */
const labels = new Map(records.map(({ id, label }) => [id, label]));

/** The form with its dot, such as 10.89Z, of a code written with or without it; null when no such subclass exists. */
export function normaliseNaf(code: string): string | null {
  const written = code.trim().toUpperCase().replace(/[\s.]/g, '');
  if (!/^\d{4}[A-Z]$/.test(written)) return null;
  const dotted = `${written.slice(0, 2)}.${written.slice(2)}`;
  return labels.has(dotted) ? dotted : null;
}

/** Whether it names a subclass, the level at which INSEE classes companies; written with or without its dot. */
export const isNafCode = (code: string): boolean => normaliseNaf(code) !== null;

/** What the sector is called, in French, the language of the nomenclature; null for a code that does not exist. */
export const nafLabel = (code: string): string | null => labels.get(normaliseNaf(code) ?? code.trim()) ?? null;
