import { type Likeness, likeness } from './suggest-likeness.js';

export interface Startable<Thing> {
  thing: Thing;
  /** The words of its name that count, folded. */
  words: readonly string[];
}

interface Entry<Thing> {
  key: string;
  thing: Thing;
}

/** Things found by the beginning of their name, or of a later word of it; made once and never changed. */
export class Starts<Thing> {
  private readonly names: Entry<Thing>[];
  private readonly laterWords: Entry<Thing>[];

  constructor(named: readonly Startable<Thing>[]) {
    this.names = sorted(named.map(({ thing, words }) => ({ key: words.join(' '), thing })));
    this.laterWords = sorted(
      named.flatMap(({ thing, words }) =>
        words.slice(1).map((_, index) => ({ key: words.slice(index + 1).join(' '), thing })),
      ),
    );
  }

  /** All whose name begins like that; with fewer than `enough`, those too of which a later word does. */
  find(typed: string, enough: number): Map<Thing, Likeness> {
    const found = new Map<Thing, Likeness>();
    for (const { key, thing } of startingWith(this.names, typed)) {
      if (key === typed) found.set(thing, likeness.exact);
      else if (!found.has(thing)) found.set(thing, likeness.prefix);
    }
    if (found.size >= enough) return found;
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
