import type { ClosenessFacts } from './closeness-facts.js';

/** What an occupation in common counts, and one that people move to from there: whole numbers add up alike in any order. */
export const inCommon = 10;
const nextDoor = 1;
/** A field of work in common counts as one more occupation, and as two for a tool beside a tool, or a task beside a task. */
const sameField = 10;
const sameFieldAndKind = 20;

/** What skills share, counted over the occupations that call for them. Plain loops over flat arrays: they turn 10⁸ times. */
export class Surroundings {
  /** The skills found by `visit`, the first so many of them, and what each shares with the one visited. */
  readonly found: Int32Array;
  readonly shared: Int32Array;
  private count = 0;
  private readonly calledForBy: readonly Int32Array[];
  private readonly nextTo: readonly ReadonlySet<number>[];
  private readonly nextDoors: readonly Int32Array[];

  constructor(private readonly facts: ClosenessFacts) {
    const { skills, moves, occupationCount } = facts;
    const calledForBy = Array.from({ length: occupationCount }, (): number[] => []);
    skills.forEach(({ occupations }, skill) => {
      for (const occupation of occupations) calledForBy[occupation]!.push(skill);
    });
    this.calledForBy = calledForBy.map((called) => Int32Array.from(called));
    const nextTo = Array.from({ length: occupationCount }, () => new Set<number>());
    for (const [from, to] of moves) {
      if (from === to) continue;
      nextTo[from]!.add(to);
      nextTo[to]!.add(from);
    }
    this.nextTo = nextTo;
    this.nextDoors = nextTo.map((next) => Int32Array.from(next));
    this.found = new Int32Array(skills.length);
    this.shared = new Int32Array(skills.length);
  }

  /** What a skill shares with itself. */
  withItself(skill: number): number {
    const { occupations, domain } = this.facts.skills[skill]!;
    const own = new Set(occupations);
    let next = 0;
    for (const one of own) for (const other of this.nextTo[one]!) if (own.has(other)) next += 1;
    return own.size * inCommon + next * nextDoor + (domain === null ? 0 : sameFieldAndKind);
  }

  /** Finds every skill that shares something with this one, itself too, and answers how many; the same from both sides. */
  visit(skill: number): number {
    for (let index = 0; index < this.count; index += 1) this.shared[this.found[index]!] = 0;
    this.count = 0;
    const { occupations, domain, kind } = this.facts.skills[skill]!;
    for (const occupation of occupations) {
      this.add(this.calledForBy[occupation]!, inCommon);
      const doors = this.nextDoors[occupation]!;
      for (let door = 0; door < doors.length; door += 1) this.add(this.calledForBy[doors[door]!]!, nextDoor);
    }
    if (domain !== null) this.addField(domain, kind);
    return this.count;
  }

  private add(skills: Int32Array, worth: number): void {
    const { found, shared } = this;
    let { count } = this;
    for (let index = 0; index < skills.length; index += 1) {
      const other = skills[index]!;
      if (shared[other] === 0) found[count++] = other;
      shared[other]! += worth;
    }
    this.count = count;
  }

  /** A field alone makes nothing close: there must be an occupation, or as many that people move between. */
  private addField(domain: string, kind: string): void {
    for (let index = 0; index < this.count; index += 1) {
      const other = this.found[index]!;
      const skill = this.facts.skills[other]!;
      if (this.shared[other]! < inCommon || skill.domain !== domain) continue;
      this.shared[other]! += skill.kind === kind ? sameFieldAndKind : sameField;
    }
  }
}
