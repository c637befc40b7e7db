import { fold } from '../common/fold.js';
import type { Geography } from './geography.js';
import type { ListedTerritory } from './listed-territory.js';
import type { ListCounts } from './territory-list.entity.js';

/** How many inhabitants of one lie in one of the other list. */
export interface Passing {
  code: string;
  name: string;
  share: number;
}

interface Named {
  code: string;
  name: string;
}

/** What a list changes in the one that is in force; communes by their codes of today. */
export interface ListDiff {
  added: (Named & { communes: number; from: Passing[] })[];
  gone: (Named & { communes: number; into: Passing[] })[];
  renamed: (Named & { was: string })[];
  members: (Named & { added: ListedTerritory['members']; removed: ListedTerritory['members'] })[];
  communes: (Named & { added: string[]; removed: string[] })[];
  periods: (Named & { was: [from: string, until: string]; is: [from: string, until: string] })[];
  counts: ListCounts;
}

export function diffLists(
  before: readonly ListedTerritory[],
  after: readonly ListedTerritory[],
  geography: Geography,
): ListDiff {
  const [was, is] = [new Sets(before, geography), new Sets(after, geography)];
  const both = after.flatMap((one) => {
    const other = before.find(({ code }) => code === one.code);
    return other ? [{ one, other, code: one.code, name: one.name }] : [];
  });
  const fresh = after.filter(({ code }) => !was.of(code));
  const lost = before.filter(({ code }) => !is.of(code));
  const diff = {
    added: fresh.map(({ code, name }) => ({
      code,
      name,
      communes: is.size(code),
      from: passing(is.of(code)!, was, geography),
    })),
    gone: lost.map(({ code, name }) => ({
      code,
      name,
      communes: was.size(code),
      into: passing(was.of(code)!, is, geography),
    })),
    renamed: both.flatMap(({ one, other, ...named }) =>
      fold(one.name) === fold(other.name) ? [] : { ...named, was: other.name },
    ),
    members: both.flatMap(({ one, other, ...named }) => {
      const added = missing(one.members, other.members);
      const removed = missing(other.members, one.members);
      return added.length + removed.length > 0 ? { ...named, added, removed } : [];
    }),
    communes: both.flatMap(({ code, name }) => {
      const [then, now] = [was.of(code)!, is.of(code)!];
      const added = [...now].filter((each) => !then.has(each));
      const removed = [...then].filter((each) => !now.has(each));
      return added.length + removed.length > 0 ? { code, name, added, removed } : [];
    }),
    periods: both.flatMap(({ one, other, ...named }) =>
      one.inForceFrom === other.inForceFrom && one.inForceUntil === other.inForceUntil
        ? []
        : { ...named, was: period(other), is: period(one) },
    ),
  };
  return { ...diff, counts: countsOf(diff, after, was, is) };
}

/** The communes of today of each territory of a list. */
class Sets {
  private readonly byCode: Map<string, Set<string>>;

  constructor(
    readonly list: readonly ListedTerritory[],
    geography: Geography,
  ) {
    this.byCode = new Map(
      list.map(({ code, communes, again }) => [code, new Set(geography.allToday([...communes, ...again]))]),
    );
  }

  of(code: string): Set<string> | undefined {
    return this.byCode.get(code);
  }

  size(code: string): number {
    return this.byCode.get(code)?.size ?? 0;
  }
}

const period = ({ inForceFrom, inForceUntil }: ListedTerritory): [string, string] => [inForceFrom, inForceUntil];

const missing = (those: ListedTerritory['members'], from: ListedTerritory['members']): ListedTerritory['members'] =>
  those.filter(({ code }) => !from.some((each) => each.code === code));

function passing(communes: ReadonlySet<string>, others: Sets, geography: Geography): Passing[] {
  const all = geography.populationOf(communes);
  return others.list
    .map(({ code, name }) => {
      const shared = geography.populationOf([...others.of(code)!].filter((each) => communes.has(each)));
      return { code, name, share: all === 0 ? 0 : shared / all };
    })
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share);
}

function countsOf(diff: Omit<ListDiff, 'counts'>, after: readonly ListedTerritory[], was: Sets, is: Sets): ListCounts {
  const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
  const every = (sets: Sets): Set<string> => new Set(sets.list.flatMap(({ code }) => [...sets.of(code)!]));
  const [then, now] = [every(was), every(is)];
  return {
    territories: after.length,
    communes: now.size,
    newTerritories: diff.added.length,
    goneTerritories: diff.gone.length,
    renamedTerritories: diff.renamed.length,
    communesAdded: sum([...now].map((each) => (then.has(each) ? 0 : 1))),
    communesRemoved: sum([...then].map((each) => (now.has(each) ? 0 : 1))),
  };
}

/** Every commune of today whose territory is another, is called otherwise or counts on other days. */
export function communesConcerned(
  before: readonly ListedTerritory[],
  after: readonly ListedTerritory[],
  geography: Geography,
): string[] {
  const said = (list: readonly ListedTerritory[]): Map<string, string> => {
    const words = new Map<string, string>();
    for (const { code, name, inForceFrom, inForceUntil, communes, again } of list) {
      const what = `${code} ${name} ${inForceFrom} ${inForceUntil}`;
      for (const each of geography.allToday([...communes, ...again])) {
        words.set(each, [words.get(each), what].filter(Boolean).join(' | '));
      }
    }
    return words;
  };
  const [was, is] = [said(before), said(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((code) => was.get(code) !== is.get(code)).sort();
}
