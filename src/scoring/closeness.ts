import type { ClosenessFacts } from './closeness-facts.js';
import { inCommon, Surroundings } from './closeness-surroundings.js';
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

/** Few occupations in common prove little: two of them are worth half of many. */
const proof = 2 * inCommon;
const wordsShare = 0.25;

/**
 * The nearest skills of each, the nearest first, by code among equals. Two skills are close when the same occupations call
 * for them (cosine), a little also when neighbouring ones do; so does a field of work in common; words in common raise
 * what the occupations have proved, and prove nothing alone.
 */
export function* neighbours(facts: ClosenessFacts, from = closeFrom): Generator<Neighbour[]> {
  const { skills } = facts;
  const around = new Surroundings(facts);
  const words = new WordLikeness(skills.map((skill) => skill.words));
  const length = Float64Array.from(skills, (_, skill) => Math.sqrt(around.withItself(skill)));
  for (let asked = 0; asked < skills.length; asked += 1) {
    const near: Neighbour[] = [];
    const found = around.visit(asked);
    for (let index = 0; index < found; index += 1) {
      const has = around.found[index]!;
      const shared = around.shared[has]!;
      const proved = ((1 - wordsShare) * (shared / (length[asked]! * length[has]!)) * shared) / (shared + proof);
      const couldSay = shared < inCommon ? (wordsShare * shared) / inCommon : wordsShare;
      if (has === asked || 100 * (proved + couldSay) < from - 1) continue;
      const closeness = Math.min(100, hundredths(proved + couldSay * words.of(asked, has)));
      if (closeness >= from) near.push({ asked, has, closeness });
    }
    yield near
      .sort((one, other) => other.closeness - one.closeness || byCode(skills[one.has]!.code, skills[other.has]!.code))
      .slice(0, mostNeighbours);
  }
}

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A hair is added, so that a half is a half in whatever order it was added up. */
const hundredths = (share: number): number => Math.round(100 * share + 1e-9);
