import type { CandidateFacts, OfferFacts } from '../../src/scoring/score-facts.js';
import { anOffer, silentBut } from '../scoring/a-match.js';

/** What an occupation calls for, and the occupations people move to and from. */
export interface Trade {
  code: string;
  skills: readonly string[];
  nextTo: ReadonlySet<string>;
}

export interface Drawn<Facts> {
  facts: Facts;
  /** Told to the judge alone: no code of an occupation is given to the score. */
  trade: Trade;
}

export interface World {
  offers: Drawn<OfferFacts>[];
  candidates: Drawn<CandidateFacts>[];
}

const asked = { required: 6, desired: 3, noise: 1 };
const held = { own: 9, noise: 2 };

/**
 * Offers and candidates drawn from occupations, each with a random part of what its occupation calls for and a little of
 * what others do. With `apart`, what offers of an occupation ask for and what its candidates hold are drawn from two
 * halves: they have no skill in common but by the noise. Candidates come in random order.
 */
export function draw(trades: readonly Trade[], asking: readonly Trade[], count: Counts, dice: Dice): World {
  const halves = new Map(trades.map((trade) => [trade.code, halvesOf(trade.skills, dice)]));
  const skills = trades.flatMap((trade) => trade.skills);
  const noise = (size: number): string[] => dice.some(skills, size);
  const part = (trade: Trade, half: 0 | 1, size: number): string[] =>
    dice.some(count.apart ? halves.get(trade.code)![half] : trade.skills, size);
  const offers = Array.from({ length: count.offers }, (_, index) => {
    const trade = asking[index % asking.length]!;
    const own = part(trade, 0, asked.required + asked.desired);
    return {
      trade,
      facts: anOffer({
        id: `offer ${index}`,
        requiredSkills: own.slice(0, asked.required),
        desiredSkills: [...own.slice(asked.required), ...noise(asked.noise)],
        occupationCode: null,
        studyLevel: null,
        startsOn: null,
        salaryMin: null,
        salaryMax: null,
      }),
    };
  });
  const candidates = Array.from({ length: trades.length * count.candidatesOfEach }, (_, index) => {
    const trade = trades[index % trades.length]!;
    const skills = [...new Set([...part(trade, 1, held.own), ...noise(held.noise)])];
    return {
      trade,
      facts: silentBut({
        id: `candidate ${index}`,
        skills: skills.map((code) => ({ code, level: dice.one(['NOTION', 'PRACTISED', 'MASTERED'] as const) })),
      }),
    };
  });
  return { offers, candidates: dice.some(candidates, candidates.length) };
}

export interface Counts {
  offers: number;
  candidatesOfEach: number;
  apart: boolean;
}

function halvesOf(skills: readonly string[], dice: Dice): [string[], string[]] {
  const mixed = dice.some(skills, skills.length);
  return [mixed.slice(0, mixed.length / 2), mixed.slice(mixed.length / 2)];
}

/** The same throws for the same seed, on every machine. */
export class Dice {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** So many different ones, in random order. */
  some<Value>(values: readonly Value[], size: number): Value[] {
    const left = [...values];
    const most = Math.min(size, left.length);
    for (let index = 0; index < most; index += 1) {
      const other = index + this.below(left.length - index);
      [left[index], left[other]] = [left[other]!, left[index]!];
    }
    return left.slice(0, most);
  }
}
