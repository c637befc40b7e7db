import type { ClosenessFacts } from './closeness-facts.js';
import { WordLikeness } from './closeness-words.js';

export interface Neighbour {
  /** By their place in the list of skills. */
  asked: number;
  has: number;
  /** In hundredths. */
  closeness: number;
}

/** Chosen by measurement, with the other figures here: docs/decisions/0017-closeness-of-skills.md. */
export const closeFrom = 26;
export const mostNeighbours = 5;

/** What an occupation in common counts, and one that people move to from there: whole numbers add up alike in any order. */
const inCommon = 10;
const nextDoor = 1;
/** Few occupations in common prove little: two of them are worth half of many. */
const proof = 2 * inCommon;
const wordsShare = 0.25;

/**
 * The nearest skills of each, the nearest first, by code among equals. Two skills are close when the same occupations call
 * for them (cosine), a little also when neighbouring ones do; a domain in common counts as one more occupation, and words
 * in common raise what the occupations have proved, never more.
 */
export function* neighbours(facts: ClosenessFacts): Generator<Neighbour[]> {
  const { skills } = facts;
  const around = new Surroundings(facts);
  const words = new WordLikeness(skills.map((skill) => skill.words));
  const masses = skills.map((_, skill) => around.withItself(skill));
  for (let asked = 0; asked < skills.length; asked += 1) {
    const found: Neighbour[] = [];
    const alike = words.of(asked);
    for (const [has, shared] of around.of(asked)) {
      if (has === asked) continue;
      const proved = (shared / Math.sqrt(masses[asked]! * masses[has]!)) * (shared / (shared + proof));
      const said = (alike.get(has) ?? 0) * Math.min(1, shared / inCommon);
      const closeness = Math.min(100, Math.round(100 * ((1 - wordsShare) * proved + wordsShare * said)));
      if (closeness >= closeFrom) found.push({ asked, has, closeness });
    }
    yield found
      .sort((one, other) => other.closeness - one.closeness || byCode(skills[one.has]!.code, skills[other.has]!.code))
      .slice(0, mostNeighbours);
  }
}

/** What skills share, counted over the occupations that call for them. */
class Surroundings {
  private readonly calledForBy: number[][];
  private readonly nextTo: number[][];

  constructor(private readonly facts: ClosenessFacts) {
    this.calledForBy = Array.from({ length: facts.occupationCount }, () => []);
    facts.skills.forEach(({ occupations }, skill) => {
      for (const occupation of occupations) this.calledForBy[occupation]!.push(skill);
    });
    const nextTo = Array.from({ length: facts.occupationCount }, () => new Set<number>());
    for (const [from, to] of facts.moves) {
      if (from === to) continue;
      nextTo[from]!.add(to);
      nextTo[to]!.add(from);
    }
    this.nextTo = nextTo.map((set) => [...set]);
  }

  /** What a skill shares with itself: the most that another can share with it. */
  withItself(skill: number): number {
    const { occupations, domain } = this.facts.skills[skill]!;
    const own = new Set(occupations);
    const nextDoors = occupations.map((one) => this.nextTo[one]!.filter((other) => own.has(other)).length);
    return (
      (own.size + (domain === null ? 0 : 1)) * inCommon + nextDoor * nextDoors.reduce((sum, each) => sum + each, 0)
    );
  }

  /** What each skill shares with this one, itself among them. */
  of(skill: number): Map<number, number> {
    const shared = new Map<number, number>();
    const count = (occupation: number, worth: number): void => {
      for (const other of this.calledForBy[occupation]!) shared.set(other, (shared.get(other) ?? 0) + worth);
    };
    const { occupations, domain } = this.facts.skills[skill]!;
    for (const occupation of occupations) {
      count(occupation, inCommon);
      for (const neighbour of this.nextTo[occupation]!) count(neighbour, nextDoor);
    }
    if (domain === null) return shared;
    for (const [other, worth] of shared) {
      if (worth >= inCommon && this.facts.skills[other]!.domain === domain) shared.set(other, worth + inCommon);
    }
    return shared;
  }
}

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
