import { type Likeness, likeness } from './suggest-likeness.js';

export interface Startable<Thing> {
  thing: Thing;
  /** The words of its name that count, folded. */
  words: readonly string[];
}

export type Found<Thing> = readonly [Thing, Likeness];

const fewNames = 80;
/** One thing may have dozens of names, and each is suggested once. */
const mostKept = 400;
const mostWords = 500;

interface Entry<Thing> {
  key: string;
  thing: Thing;
}

/** Things found by the beginning of their name, or of a later word of it; made once and never changed. */
export class Starts<Thing> {
  private readonly names: Entry<Thing>[];
  private readonly laterWords: Entry<Thing>[];
  /** What was found for a letter or two: thousands of names, asked for again and again. */
  private readonly many = new Map<string, Found<Thing>[]>();

  /** `place` orders the equally close. */
  constructor(
    named: readonly Startable<Thing>[],
    private readonly place: (thing: Thing) => number,
  ) {
    this.names = sorted(named.map(({ thing, words }) => ({ key: words.join(' '), thing })));
    this.laterWords = sorted(
      named.flatMap(({ thing, words }) =>
        words.slice(1).map((_, index) => ({ key: words.slice(index + 1).join(' '), thing })),
      ),
    );
  }

  /** Those whose name begins like that, closest first; when they are few, those too of which a later word does. */
  find(typed: string): readonly Found<Thing>[] {
    const known = this.many.get(typed);
    if (known) return known;
    const found = Array.from(this.all(typed)).sort(
      ([one, near], [other, far]) => near - far || this.place(one) - this.place(other),
    );
    if (found.length <= mostKept) return found;
    const first = found.slice(0, mostKept);
    if (this.many.size < mostWords) this.many.set(typed, first);
    return first;
  }

  private all(typed: string): Map<Thing, Likeness> {
    const found = new Map<Thing, Likeness>();
    for (const { key, thing } of startingWith(this.names, typed)) {
      if (key === typed) found.set(thing, likeness.exact);
      else if (!found.has(thing)) found.set(thing, likeness.prefix);
    }
    if (found.size >= fewNames) return found;
    for (const { thing } of startingWith(this.laterWords, typed)) {
      if (!found.has(thing)) found.set(thing, likeness.inside);
    }
    return found;
  }
}

const sorted = <Thing>(entries: Entry<Thing>[]): Entry<Thing>[] =>
  entries.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));

function* startingWith<Thing>(entries: readonly Entry<Thing>[], typed: string): Iterable<Entry<Thing>> {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.key < typed) low = middle + 1;
    else high = middle;
  }
  for (let at = low; entries[at]?.key.startsWith(typed); at += 1) yield entries[at]!;
}
