import type { SkillKind } from '../skills/skill.entity.js';
import type { Random } from './random.js';
import type { Vocabulary } from './vocabulary.js';

export interface DemoPlace {
  code: string;
  name: string;
  departmentCode: string;
  regionCode: string;
  /** The Territoire d'industrie of today it lies in. */
  territoryId: string | null;
}

export interface DemoSkill {
  code: string;
  label: string;
  kind: SkillKind;
}

/** Skills of an occupation: those that make the trade, and the others. */
export interface SkillsOfOccupation {
  core: DemoSkill[];
  other: DemoSkill[];
}

/** All that the generator is told; from the same facts it makes the same demo. */
export interface DemoFacts {
  /** The civil date the demo is told around, and a moment of that day. */
  today: string;
  now: Date;
  vocabulary: Vocabulary;
  /** Throws for a code that is no commune. */
  placeOf(communeCode: string): DemoPlace;
  skillsOf(occupationCode: string): SkillsOfOccupation;
  /** The skill under a code, if the platform has it. */
  skill(code: string): DemoSkill | undefined;
}

/** Someone of the demo, with the account they have. */
export interface DemoPerson {
  accountId: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** A person of the demo; `number` makes the address theirs alone. */
export function demoPerson({ vocabulary: { people } }: DemoFacts, random: Random, number: number): DemoPerson {
  const firstName = random.pick(people.first);
  const lastName = random.pick(people.last);
  return {
    accountId: random.uuid(),
    email: `${mailPart(firstName)}.${mailPart(lastName)}.${number}@demo.example`,
    firstName,
    lastName,
  };
}

const mailPart = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-');
