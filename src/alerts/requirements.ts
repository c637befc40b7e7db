import type { JudgedOffer } from './judged-offer.js';

/** Something that an offer has or has not; the same name is the same question. */
export interface Requirement {
  name: string;
  holds: (offer: JudgedOffer) => boolean;
}

const [unknown, yes, no] = [0, 1, 2];

/**
 * Everything that saved searches ask of an offer, each question once and by its number: of thousands of searches the same
 * words, contracts and circles are looked at once for each offer.
 */
export class Requirements {
  private readonly numbers = new Map<string, number>();
  private readonly all: Requirement['holds'][] = [];

  numberOf({ name, holds }: Requirement): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.all.length);
    return this.all.push(holds) - 1;
  }

  /** Whether this offer meets all that have these numbers. */
  of(offer: JudgedOffer): (numbers: readonly number[]) => boolean {
    const { all } = this;
    const answers = new Uint8Array(all.length).fill(unknown);
    return (numbers) => {
      for (const number of numbers) {
        if (answers[number] === unknown) answers[number] = all[number]!(offer) ? yes : no;
        if (answers[number] === no) return false;
      }
      return true;
    };
  }
}
