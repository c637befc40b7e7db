import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { neighbours } from '../../src/scoring/closeness.js';
import { rarityOf } from '../../src/scoring/closeness-facts.js';
import { type ClosenessSource, readClosenessSource } from '../../src/scoring/closeness-source.js';
import type { Know } from '../../src/scoring/score-facts.js';
import { knowing } from '../scoring/a-match.js';
import type { Trade } from './matching-world.js';

export interface Rome {
  source: ClosenessSource;
  /** In the order of the source. */
  occupations: readonly string[];
  /** The occupations that suit a VTE, with the skills that are not licences nor common to all. */
  trades: readonly Trade[];
}

export async function readRome(db: DataSource, shortList: string): Promise<Rome> {
  const source = await readClosenessSource(db.manager);
  const rows = await db.query<{ code: string }[]>('SELECT code FROM occupation ORDER BY code');
  const occupations = rows.map(({ code }) => code);
  const { metiers } = JSON.parse(gunzipSync(readFileSync(shortList)).toString()) as { metiers: { code: string }[] };
  const trades = new Map(
    metiers.map(({ code }) => [code, { code, skills: [] as string[], nextTo: new Set<string>() }]),
  );
  for (const [from, to] of source.facts.moves) {
    trades.get(occupations[from]!)?.nextTo.add(occupations[to]!);
    trades.get(occupations[to]!)?.nextTo.add(occupations[from]!);
  }
  for (const { code, occupations: callers } of source.facts.skills) {
    for (const at of callers) trades.get(occupations[at]!)?.skills.push(code);
  }
  return { source, occupations, trades: [...trades.values()] };
}

/** What the score would know had it been told of no move, and of nothing that the occupations left out call for. */
export function knowledge({ source: { facts, counts }, occupations }: Rome, leftOut: ReadonlySet<string>): Know {
  const skills = facts.skills
    .map((skill) => ({ ...skill, occupations: skill.occupations.filter((at) => !leftOut.has(occupations[at]!)) }))
    .filter((skill) => skill.occupations.length > 0);
  const close = new Map<string, Map<string, number>>();
  for (const found of neighbours({ ...facts, skills, moves: [] })) {
    const [first] = found;
    if (!first) continue;
    close.set(skills[first.asked]!.code, new Map(found.map(({ has, closeness }) => [skills[has]!.code, closeness])));
  }
  const rarities = new Map(counts.map((one) => [one.code, rarityOf(one.occupations, facts.occupationCount)]));
  return knowing({
    closeness: (asked, has) => close.get(asked)?.get(has) ?? 0,
    rarity: (code) => rarities.get(code) ?? 100,
  });
}
