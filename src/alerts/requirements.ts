import type { JudgedOffer } from './judged-offer.js';

/** Something that an offer has or has not; the same name is the same question. */
export interface Requirement {
  name: string;
  holds: (offer: JudgedOffer) => boolean;
}

interface Kept extends Requirement {
  /** How many searches ask it. */
  times: number;
}

const [unknown, yes, no] = [0, 1, 2];

/**
 * Everything that saved searches ask of an offer, each question once and by its number: of thousands of searches the same
 * words, contracts and circles are looked at once for each offer. What nobody asks any more is forgotten, and its number
 * given to another question.
 */
export class Requirements {
  private readonly numbers = new Map<string, number>();
  private readonly all: (Kept | null)[] = [];
  private readonly free: number[] = [];

  get size(): number {
    return this.numbers.size;
  }

  /** To be given back with `release` by whoever does not ask it any more. */
  numberOf({ name, holds }: Requirement): number {
    const known = this.numbers.get(name);
    if (known !== undefined) {
      this.all[known]!.times += 1;
      return known;
    }
    const number = this.free.pop() ?? this.all.length;
    this.all[number] = { name, holds, times: 1 };
    this.numbers.set(name, number);
    return number;
  }

  release(numbers: readonly number[]): void {
    for (const number of numbers) {
      const kept = this.all[number]!;
      kept.times -= 1;
      if (kept.times > 0) continue;
      this.numbers.delete(kept.name);
      this.all[number] = null;
      this.free.push(number);
    }
  }

  /** Whether this offer meets all that have these numbers. */
  of(offer: JudgedOffer): (numbers: readonly number[]) => boolean {
    const { all } = this;
    const answers = new Uint8Array(all.length).fill(unknown);
    return (numbers) => {
      for (const number of numbers) {
        if (answers[number] === unknown) answers[number] = all[number]!.holds(offer) ? yes : no;
        if (answers[number] === no) return false;
      }
      return true;
    };
  }
}
