import { fold } from '../common/fold.js';
import type { Atlas } from './atlas.js';
import type { CommuneFacts } from './facts.js';
import { byPopulation, saintInFull, withoutArticle } from './folded-places.js';

/** How close a name comes to what was typed, from the closest. */
const likeness = { exact: 0, prefix: 1, formerExact: 2, wordInside: 3, formerPrefix: 4 } as const;

/** A name from one of its words on, without spaces: what was typed is looked for at the beginning. */
interface Entry {
  key: string;
  whole: number;
  start: number;
  commune: CommuneFacts;
}

const longestName = 80;
const manyFound = 500;
const mostKept = 50;
const mostWords = 1_000;

/** Finds communes as one types their name or code; made once per load of the reference data. */
export class CommuneCompletion {
  private readonly current: CommuneFacts[];
  private sorted: Entry[] | undefined;
  /** What was found for a letter or two, or "saint": thousands of names, asked for again and again. */
  private readonly many = new Map<string, CommuneFacts[]>();

  constructor(private readonly atlas: Atlas) {
    this.current = [...atlas.communes.values()].filter(({ retired }) => !retired);
  }

  find(typed: string, first: number): CommuneFacts[] {
    const words = fold(typed.slice(0, longestName));
    if (words === '' || first <= 0) return [];
    const code = squeeze(words);
    if (/^\d[\dab]?\d*$/.test(code)) return this.byCode(code.toUpperCase(), first);
    const named = this.byName(words, first);
    return named.length > 0 ? named : this.byNameAndCode(words, first);
  }

  /** "Saint-Denis 93", "01100 Oyonnax": the code tells which. */
  private byNameAndCode(words: string, first: number): CommuneFacts[] {
    const [, before, name, after] = /^(?:(\d{5}) )?(.+?)(?: (\d[\dab]\d{0,3}))?$/.exec(words) ?? [];
    const digits = (before ?? after)?.toUpperCase();
    if (name === undefined || digits === undefined) return [];
    return this.byName(name, this.current.length)
      .filter(({ code, postalCodes }) => code.startsWith(digits) || postalCodes.some((one) => one.startsWith(digits)))
      .slice(0, first);
  }

  /** A postal code or its beginning, or a whole INSEE code; the beginning of one when no postal code starts like that. */
  private byCode(digits: string, first: number): CommuneFacts[] {
    const found = new Set(
      this.current.filter(
        ({ code, postalCodes }) => code === digits || postalCodes.some((postalCode) => postalCode.startsWith(digits)),
      ),
    );
    const former = this.atlas.communes.get(this.atlas.aliases.get(digits) ?? '');
    if (former) found.add(former);
    const communes = found.size > 0 ? [...found] : this.current.filter(({ code }) => code.startsWith(digits));
    return communes.sort(byPopulation).slice(0, first);
  }

  private byName(words: string, first: number): CommuneFacts[] {
    const before = first <= mostKept ? this.many.get(words) : undefined;
    if (before) return before.slice(0, first);
    const entries = (this.sorted ??= this.entries());
    const best = new Map<CommuneFacts, number>();
    for (const typed of new Set([squeeze(words), squeeze(saintInFull(words))])) {
      for (let at = firstNotBefore(entries, typed); entries[at]?.key.startsWith(typed); at += 1) {
        const { key, whole, start, commune } = entries[at]!;
        const found = key === typed ? whole : start;
        best.set(commune, Math.min(found, best.get(commune) ?? found));
      }
    }
    const communes = [...best]
      .sort(([one, near], [other, far]) => near - far || byPopulation(one, other))
      .map(([commune]) => commune);
    if (communes.length > manyFound && this.many.size < mostWords) this.many.set(words, communes.slice(0, mostKept));
    return communes.slice(0, first);
  }

  private entries(): Entry[] {
    const entries: Entry[] = [];
    for (const commune of this.current) {
      const name = saintInFull(commune.foldedName);
      const words = name.split(' ');
      const articles = words.length - withoutArticle(name).split(' ').length;
      words.forEach((_word, at) => {
        const start = at <= articles ? likeness.prefix : likeness.wordInside;
        entries.push({ key: words.slice(at).join(''), whole: at === 0 ? likeness.exact : start, start, commune });
      });
    }
    for (const { foldedName, communeCode } of this.atlas.formerNames) {
      const commune = this.atlas.communes.get(communeCode);
      const key = squeeze(saintInFull(foldedName));
      if (commune) entries.push({ key, whole: likeness.formerExact, start: likeness.formerPrefix, commune });
    }
    return entries.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  }
}

function firstNotBefore(entries: readonly Entry[], key: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const squeeze = (words: string): string => words.replaceAll(' ', '');
