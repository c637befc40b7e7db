import type { Neighbour } from './closeness.js';
import type { Shared } from './closeness-reason.js';
import type { ClosenessSource } from './closeness-source.js';

/** What two neighbours share: the facts of their reason. */
export function sharedOf({ asked, has }: Neighbour, { facts, occupations }: ClosenessSource, moves: Moves): Shared {
  const [one, other] = [facts.skills[asked]!, facts.skills[has]!];
  const callers = new Set(other.occupations);
  const telling = (occupation: number): number => {
    const { core, named } = occupations[occupation]!;
    return Number(core.has(asked)) + Number(core.has(has)) + Number(named);
  };
  const together = one.occupations
    .filter((occupation) => callers.has(occupation))
    .sort((first, second) => telling(second) - telling(first) || first - second);
  const next = together.length > 0 ? null : moves.between(one.occupations, callers);
  return {
    domain: one.domain === other.domain ? one.domain : null,
    together: together.map((occupation) => occupations[occupation]!.text),
    nextDoor: next && [occupations[next[0]]!.text, occupations[next[1]]!.text],
  };
}

/** The occupations that people move to or from, of each. */
export class Moves {
  private readonly nextTo = new Map<number, Set<number>>();

  constructor(moves: readonly (readonly [number, number])[]) {
    for (const [from, to] of moves) {
      this.note(from, to);
      this.note(to, from);
    }
  }

  /** The first move from one of these occupations to one of the others. */
  between(from: readonly number[], to: ReadonlySet<number>): [number, number] | null {
    for (const one of from) {
      const [other] = [...(this.nextTo.get(one) ?? [])].filter((code) => to.has(code)).sort((a, b) => a - b);
      if (other !== undefined) return [one, other];
    }
    return null;
  }

  private note(from: number, to: number): void {
    const next = this.nextTo.get(from);
    if (next) next.add(to);
    else this.nextTo.set(from, new Set([to]));
  }
}
