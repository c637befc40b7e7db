import { distance } from 'fastest-levenshtein';

/** From how many letters on one error is forgiven, and two. */
const [oneError, twoErrors] = [6, 9];
const mostKept = 20_000;
const mostMeant = 4;

/** The words of names, by their first letter and their length, for finding the one that was meant. */
export class SpellingIndex {
  private readonly buckets = new Map<string, string[]>();
  private readonly meant = new Map<string, readonly string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < oneError - 1 || /\d/.test(word)) continue;
      const key = bucketOf(word, word.length);
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(word);
      else this.buckets.set(key, [word]);
    }
  }

  /** The words that are nearest within the errors forgiven; which is meant, the other words of the name tell. */
  nearest(word: string): readonly string[] {
    const before = this.meant.get(word);
    if (before !== undefined) return before;
    const found = this.look(word);
    if (this.meant.size >= mostKept) this.meant.clear();
    this.meant.set(word, found);
    return found;
  }

  private look(word: string): readonly string[] {
    if (word.length < oneError || /[^\p{L}]/u.test(word)) return [];
    const most = word.length >= twoErrors ? 2 : 1;
    let [nearest, least]: [string[], number] = [[], most];
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const one of this.buckets.get(bucketOf(word, length)) ?? []) {
        const errors = errorsBetween(word, one);
        if (errors < least) [nearest, least] = [[one], errors];
        else if (errors === least) nearest.push(one);
      }
    }
    return nearest.slice(0, mostMeant);
  }
}

const bucketOf = (word: string, length: number): string => `${word[0]!}${length}`;

/** Two neighbouring letters the wrong way round are one error. */
function errorsBetween(one: string, other: string): number {
  const errors = distance(one, other);
  if (errors !== 2 || one.length !== other.length) return errors;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one.slice(at + 2) === other.slice(at + 2) && one[at] === other[at + 1] && one[at + 1] === other[at] ? 1 : 2;
}
