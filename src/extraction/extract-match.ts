import type { Unit } from './extract-layout.js';
import type { Bearer, NameIndex, NameNode } from './extract-names.js';
import { isEveryday } from './extract-weak-names.js';
import { holdsAnd, isBarrier, isJoint, type Token, tokensOf } from './extract-words.js';

/** A name in a unit: what bears it, where, and how exactly it was written, from 0 to 1. */
export interface Match {
  skill: Bearer | null;
  occupation: Bearer | null;
  /** In the normal form. */
  key: string;
  start: number;
  end: number;
  exactness: number;
  /** How many words of the text it takes. */
  words: number;
}

interface Walk {
  node: NameNode;
  /** The token after the last. */
  until: number;
  key: string;
  exactness: number;
  skipped: boolean;
  joined: boolean;
}

const [asNoun, misspelt, withAnother, shared] = [0.95, 0.75, 0.85, 0.9];

/** The names in a unit, the longest first at each word, and those that share a word: "maintenance préventive et corrective". */
export function matchesOf(unit: Unit, index: NameIndex, isWord: (word: string) => boolean): Match[] {
  const reader = new UnitReader(tokensOf(unit.text), index, isWord);
  const found: Match[] = [];
  for (let at = 0; at < reader.tokens.length;) {
    const best = reader.best(at);
    const others = reader.sharing(at, best);
    found.push(...(best ? [best] : []), ...others);
    at += Math.max(1, best?.words ?? 0);
  }
  return found;
}

class UnitReader {
  constructor(
    readonly tokens: readonly Token[],
    private readonly index: NameIndex,
    private readonly isWord: (word: string) => boolean,
  ) {}

  best(from: number): Match | null {
    let best: { walk: Walk; match: Match } | null = null;
    for (const walk of this.walks(from, this.start)) {
      const match = this.matchOf(from, walk);
      if (!match) continue;
      const better =
        !best ||
        walk.until > best.walk.until ||
        (walk.until === best.walk.until && match.exactness > best.match.exactness);
      if (better) best = { walk, match };
    }
    return best?.match ?? null;
  }

  /** "Audits internes et fournisseurs", "planification et suivi de la production". */
  sharing(from: number, first: Match | null): Match[] {
    const found: Match[] = [];
    const beginnings = this.steps(from, this.start, true).filter(({ joined }) => !joined);
    let until = from + (first?.words ?? 1);
    for (let round = 0; round < 3 && isJoint(this.tokens[until]?.glue ?? '—'); round += 1) {
      const heads =
        first && first.words > 1
          ? this.walks(from, this.start).filter((walk) => walk.until < from + first.words)
          : beginnings;
      const ends = heads.flatMap((walk) =>
        this.walks(
          first && first.words > 1 ? until : until + 1,
          { ...walk, joined: false },
          first === null || first.words === 1,
        ),
      );
      const longest = ends
        .map((walk) => ({ walk, match: this.matchOf(from, walk) }))
        .filter(({ match }) => match?.skill && match.key.includes(' ') && match.key !== first?.key)
        .sort((one, other) => other.walk.until - one.walk.until)[0];
      if (!longest?.match?.skill) break;
      found.push({ ...longest.match, occupation: null, exactness: longest.match.exactness * shared, words: 0 });
      until = longest.walk.until;
    }
    return found;
  }

  private get start(): Walk {
    return { node: this.index.root, until: 0, key: '', exactness: 1, skipped: false, joined: false };
  }

  private matchOf(from: number, { node, until, key, exactness, skipped, joined }: Walk): Match | null {
    const fits = (bearer: Bearer | undefined): Bearer | null => (bearer && (!joined || bearer.joins) ? bearer : null);
    const skill = fits(node.skill);
    const occupation = skipped ? null : fits(node.occupation);
    if (!skill && !occupation) return null;
    if (exactness <= misspelt && !key.includes(' ') && (key.length < 7 || isEveryday(key))) return null;
    const [first, last] = [this.tokens[from]!, this.tokens[until - 1]!];
    return { skill, occupation, key, start: first.start, end: last.end, exactness, words: until - from };
  }

  /** Every way on through names from a token. */
  private walks(from: number, begin: Walk, leap = false): Walk[] {
    const all: Walk[] = [];
    let open = this.steps(from, begin, begin.key === '' || leap || begin.until !== from);
    while (open.length > 0) {
      all.push(...open);
      open = open.flatMap((walk) => this.steps(walk.until, walk, false));
    }
    return all;
  }

  /** By one word: as it is, as the noun of a verb, as what was meant; or over one that is in between. */
  private steps(at: number, walk: Walk, free: boolean): Walk[] {
    const token = this.tokens[at];
    if (
      !token ||
      (!free && isBarrier(token.glue) && !/^[,/]\s?$/.test(token.glue) && !/^,\s?(?:et|de|d['’])/.test(token.glue))
    )
      return [];
    const joined = walk.joined || (!free && holdsAnd(token.glue));
    const step = (word: string, exactness: number): Walk[] => {
      const node = walk.node.next.get(word);
      if (!node) return [];
      const key = walk.key === '' ? word : `${walk.key} ${word}`;
      return [{ node, until: at + 1, key, exactness: walk.exactness * exactness, skipped: walk.skipped, joined }];
    };
    const found = step(token.word, 1);
    if (token.noun) found.push(...step(token.noun, asNoun));
    if (found.length === 0 && !this.index.knows(token.word) && !this.isWord(token.word)) {
      for (const meant of this.index.spelling.nearest(token.word)) found.push(...step(meant, misspelt));
    }
    const mayLeap =
      walk.key !== '' &&
      !walk.skipped &&
      !free &&
      !joined &&
      token.word.length > 3 &&
      /\p{Ll}/u.test(token.written) &&
      !this.index.knows(token.word);
    if (mayLeap && !isBarrier(this.tokens[at + 1]?.glue ?? '—') && !isBarrier(token.glue)) {
      const over: Walk = { ...walk, skipped: true, exactness: walk.exactness * withAnother };
      found.push(...this.steps(at + 1, over, false).filter(({ joined: across }) => !across));
    }
    return found;
  }
}
