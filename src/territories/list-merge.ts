import { addDays } from '../common/clock.js';
import { fold } from '../common/fold.js';
import { inForce, type TerritoryGeneration } from './generation.js';
import type { Geography } from './geography.js';
import type { ListRow } from './list-csv.js';
import type { ListedTerritory } from './listed-territory.js';

export interface MergeOptions {
  generation: TerritoryGeneration;
  /** The day from which what is new in the list counts; null for a list that says how it always was. */
  from: string | null;
  /** The last day on which it counts; null for the last one of the generation. */
  until: string | null;
  /** Known since today, where no day from which it counts is given. */
  today: string;
}

/** The list that comes after `before` when these territories are imported. */
export function mergeList(
  before: readonly ListedTerritory[],
  read: ReadonlyMap<string, readonly ListRow[]>,
  options: MergeOptions,
  geography: Geography,
): ListedTerritory[] {
  const known = new Map(before.map((each) => [each.code, each]));
  const listed = new Set(
    [...read.values()].flatMap((rows) => rows.flatMap(({ commune }) => geography.today(commune)!)),
  );
  const after = [...read].map(([code, rows]): ListedTerritory => {
    const was = known.get(code);
    const name = rows[0]!.name;
    const communes = rows.map(({ commune }) => commune).sort();
    return {
      code,
      name: was && fold(was.name) === fold(name) ? was.name : name,
      slug: '',
      ...periodOf(was, options),
      members: membersOf(rows, was, geography),
      communes,
      again: (was?.again ?? []).filter((commune) => !listed.has(commune)),
    };
  });
  const all = [...after, ...before.flatMap((was) => (read.has(was.code) ? [] : (ended(was, options) ?? [])))];
  return withSlugs(
    all.sort((one, other) => (one.code < other.code ? -1 : 1)),
    known,
  );
}

function periodOf(
  was: ListedTerritory | undefined,
  { generation, from, until, today }: MergeOptions,
): Pick<ListedTerritory, 'inForceFrom' | 'inForceUntil' | 'atLaunch' | 'knownSince'> {
  return {
    inForceFrom: was?.inForceFrom ?? from ?? inForce[generation].from,
    inForceUntil: until ?? inForce[generation].until,
    atLaunch: was?.atLaunch ?? (generation === 'CURRENT_2023_2027' ? false : null),
    knownSince: was?.knownSince ?? from ?? today,
  };
}

/** One that the list no longer has: it ended on the day before the list counts, or was a mistake when the list always counted. */
function ended(was: ListedTerritory, { generation, from }: MergeOptions): ListedTerritory | undefined {
  if (was.inForceUntil < (from ?? inForce[generation].until)) return was;
  if (from === null || was.inForceFrom >= from) return undefined;
  return { ...was, inForceUntil: addDays(from, -1) };
}

/** As the list names them; where it names none, those of before, else the groups of today that lie in it by half or more. */
function membersOf(
  rows: readonly ListRow[],
  was: ListedTerritory | undefined,
  geography: Geography,
): ListedTerritory['members'] {
  const names = new Map(rows.flatMap(({ member, memberName }) => (member ? [[member, memberName ?? member]] : [])));
  if (names.size > 0) return [...names].sort().map(([code, name]) => geography.member(code, name));
  const today = new Set(rows.map(({ commune }) => geography.today(commune)!));
  const same = was && geography.allToday(was.communes).filter((code) => !today.has(code)).length === 0;
  if (same && geography.allToday(was.communes).length === today.size) return was.members;
  const codes = new Set<string>();
  for (const code of today) {
    const siren = geography.commune(code)!.epciSiren;
    const group = siren ? geography.communesOfMember(siren) : [];
    const isMostlyHere = group.filter((each) => today.has(each)).length * 2 >= group.length;
    codes.add(siren && isMostlyHere ? siren : code);
  }
  return [...codes].sort().map((code) => geography.member(code));
}

/** A territory that keeps its name keeps its address; no two have the same. */
function withSlugs(list: ListedTerritory[], known: ReadonlyMap<string, ListedTerritory>): ListedTerritory[] {
  const kept = (one: ListedTerritory): string | undefined => {
    const was = known.get(one.code);
    return was?.name === one.name ? was.slug : undefined;
  };
  const used = new Set(list.flatMap((one) => kept(one) ?? []));
  return list.map((one) => {
    let slug = kept(one);
    if (!slug) {
      const plain = fold(one.name).replaceAll(' ', '-');
      slug = used.has(plain) ? `${plain}-${one.code}` : plain;
      used.add(slug);
    }
    return { ...one, slug };
  });
}
