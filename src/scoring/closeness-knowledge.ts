import type { EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';
import { type Close, type Move, OccupationCloseness } from './occupation-closeness.js';

/** What is known of skills and occupations at one moment. */
export interface Knowledge {
  readonly rarity: ReadonlyMap<string, number>;
  /** By what is asked, then by what is had. */
  readonly closeness: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly reasons: ReadonlyMap<string, ReadonlyMap<string, Text>>;
  /** By what is had. */
  readonly closeTo: ReadonlyMap<string, readonly Close[]>;
  readonly occupations: OccupationCloseness;
}

interface Row {
  asked: string;
  has: string;
  closeness: number;
  fr: string;
  en: string;
}

export const nothingKnown = (): Knowledge => ({
  rarity: new Map(),
  closeness: new Map(),
  reasons: new Map(),
  closeTo: new Map(),
  occupations: new OccupationCloseness([], []),
});

export async function readKnowledge(tx: Pick<EntityManager, 'query'>): Promise<Knowledge> {
  const rarities = await tx.query<{ code: string; rarity: number }[]>(
    'SELECT skill_code AS code, rarity FROM skill_rarity',
  );
  const rows = await tx.query<Row[]>(
    'SELECT asked, has, closeness, reason_fr AS fr, reason_en AS en FROM skill_closeness ORDER BY asked, has',
  );
  const occupations = await tx.query<{ code: string }[]>('SELECT code FROM occupation');
  const moves = await tx.query<Move[]>(
    'SELECT from_code AS "from", to_code AS "to", position FROM occupation_mobility',
  );
  return {
    ...pairsOf(rows),
    rarity: new Map(rarities.map(({ code, rarity }) => [code, rarity])),
    occupations: new OccupationCloseness(
      occupations.map(({ code }) => code),
      moves,
    ),
  };
}

/** Many pairs have the same reason, and one skill stands in many pairs: each text is held once. */
function pairsOf(rows: readonly Row[]): Pick<Knowledge, 'closeness' | 'reasons' | 'closeTo'> {
  const closeness = new Map<string, Map<string, number>>();
  const reasons = new Map<string, Map<string, Text>>();
  const closeTo = new Map<string, Close[]>();
  const texts = new Map<string, Text>();
  for (const { asked, has, closeness: value, fr, en } of rows) {
    const reason = texts.get(fr) ?? { fr, en };
    texts.set(fr, reason);
    entry(closeness, asked, () => new Map<string, number>()).set(has, value);
    entry(reasons, asked, () => new Map<string, Text>()).set(has, reason);
    entry(closeTo, has, () => []).push({ asked, closeness: value });
  }
  return { closeness, reasons, closeTo };
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
