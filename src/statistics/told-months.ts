import { isTold, type Part, splitSafely } from './safe-split.js';

/** Counts of one kind in one interval, by area. */
export type Counts = readonly number[];

/** Areas behind one number. Those that stood together in one month and not in another are never split again. */
interface Block {
  readonly areas: readonly number[];
  /** Empty where the block is never split. */
  readonly parts: readonly Part[];
}

/** What may be told of an interval: sums of whole blocks. */
export interface Told {
  readonly counts: Counts;
  /** Empty when not even the sum of all may be told. */
  readonly blocks: readonly Block[];
  /** Found when first asked for. */
  blockAt?: ReadonlyMap<number, Block>;
}

/**
 * Decides for months that are over, then for the quarters and years they make, which sums of areas may be told, so that no
 * adding and subtracting of told numbers gives a count of 1 to 4 (decision 0041). A block of a quarter is a block of each of
 * its months, or splits one that was the same in all three; likewise for years. A part that was small once stands with
 * others until the end of the next year, so that blocks stay the same and the longer intervals can tell more. What was told
 * of a month does not depend on what comes after it.
 */
export class ToldMonths {
  /** By interval: `2026-03`, `2026-Q1`, `2026`. */
  readonly told = new Map<string, Told>();
  private smallLastYear = new Set<string>();
  private smallThisYear = new Set<string>();

  constructor(private readonly root: Part) {}

  /** Months (YYYY-MM) in their order, the first one a January. */
  add(month: string, counts: Counts): void {
    if (month.endsWith('-01')) {
      this.smallLastYear = this.smallThisYear;
      this.smallThisYear = new Set();
    }
    const kept = new Set([...this.smallLastYear, ...this.smallThisYear]);
    const groups = isTold(countIn(this.root, counts))
      ? splitSafely(
          [this.root],
          (part) => countIn(part, counts),
          kept,
          (key) => this.smallThisYear.add(key),
        )
      : [];
    this.told.set(month, { counts, blocks: groups.map(blockOf) });
    const year = month.slice(0, 4);
    const number = Number(month.slice(5));
    if (number % 3 === 0) this.sumUp(`${year}-Q${number / 3}`);
    if (number === 12) this.sumUp(year);
  }

  private sumUp(interval: string): void {
    const inner = partsOf(interval).map((part) => this.told.get(part));
    if (!inner.every((each) => each !== undefined)) return;
    const counts = this.root.areas.reduce<number[]>((sums, area) => {
      sums[area] = inner.reduce((sum, told) => sum + (told.counts[area] ?? 0), 0);
      return sums;
    }, []);
    this.told.set(interval, {
      counts,
      blocks: inner.every(({ blocks }) => blocks.length === 0) ? this.wholeSplit(counts) : joined(inner, counts),
    });
  }

  /** Nothing was told of any of its parts: the interval starts afresh. */
  private wholeSplit(counts: Counts): Block[] {
    if (!isTold(countIn(this.root, counts))) return [];
    return splitSafely([this.root], (part) => countIn(part, counts)).map(blockOf);
  }
}

/** The intervals that make up a longer one; none for a month. */
export function partsOf(interval: string): string[] {
  const [year, rest] = interval.split('-');
  if (rest === undefined) return [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
  if (!rest.startsWith('Q')) return [];
  const last = Number(rest.slice(1)) * 3;
  return [last - 2, last - 1, last].map((month) => `${year}-${String(month).padStart(2, '0')}`);
}

/** Blocks that are the same everywhere are split by the sums; the others become as large as it takes to be sums of blocks everywhere. */
function joined(inner: readonly Told[], counts: Counts): Block[] {
  if (inner.some(({ blocks }) => blocks.length === 0)) return [];
  const [first, ...others] = inner.map(({ blocks }) => new Map(blocks.map((block) => [keyOf(block), block])));
  const same = [...first!].filter(([key]) => others.every((blocks) => blocks.has(key)));
  const split = same.flatMap(([key, block]) =>
    [block, ...others.map((blocks) => blocks.get(key)!)].every(({ parts }) => parts.length > 0)
      ? splitSafely(block.parts, (part) => countIn(part, counts)).map(blockOf)
      : [{ areas: block.areas, parts: [] }],
  );
  const settled = new Set(same.flatMap(([, { areas }]) => areas));
  return [...split, ...unions(inner, settled)];
}

/** The smallest sets of areas that are sums of blocks in every interval. */
function unions(inner: readonly Told[], settled: ReadonlySet<number>): Block[] {
  const groupOf = new Map<number, Set<number>>();
  for (const { areas } of inner.flatMap(({ blocks }) => blocks)) {
    if (areas.some((area) => settled.has(area))) continue;
    const group = new Set(areas.flatMap((area) => [...(groupOf.get(area) ?? [area])]));
    for (const area of group) groupOf.set(area, group);
  }
  return [...new Set(groupOf.values())].map((group) => ({ areas: [...group], parts: [] }));
}

const countIn = ({ areas }: Part, counts: Counts): number => areas.reduce((sum, area) => sum + (counts[area] ?? 0), 0);

const blockOf = (parts: readonly Part[]): Block => ({ parts, areas: parts.flatMap(({ areas }) => areas) });

const keyOf = ({ areas }: Block): string => [...areas].sort((one, other) => one - other).join(' ');

/** The sum over these areas; null where it is not a sum of whole blocks. */
export function toldIn(told: Told, areas: ReadonlySet<number>): number | null {
  if (told.blocks.length === 0) return null;
  const blockAt = (told.blockAt ??= blocksByArea(told.blocks));
  const within = new Map<Block, number>();
  let sum = 0;
  for (const area of areas) {
    const block = blockAt.get(area);
    if (block) within.set(block, (within.get(block) ?? 0) + 1);
    sum += told.counts[area] ?? 0;
  }
  return [...within].every(([block, count]) => block.areas.length === count) ? sum : null;
}

const blocksByArea = (blocks: readonly Block[]): Map<number, Block> =>
  new Map(blocks.flatMap((block) => block.areas.map((area) => [area, block] as const)));
