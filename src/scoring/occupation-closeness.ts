/** What is close to one code, in ten-thousandths for occupations and hundredths for skills; the code itself is not told. */
export interface Close {
  readonly asked: string;
  readonly closeness: number;
}

/** From one occupation people move to another; 1 is the nearest. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly position: number;
}

const same = 10_000;
const nearMove = 7_000;
const farMove = 6_000;
const sameDomain = 5_000;

/** The ROME says no more of a move than its place in order: the first five are those nearly every occupation has. */
const nearMoves = 5;

/**
 * How close occupations are, in ten-thousandths: by the moves between them that the ROME tells, in either direction, else
 * by the professional domain, which is the first three signs of their codes. Occupations that the reference data lack are
 * close to none.
 */
export class OccupationCloseness {
  private readonly moves = new Map<string, Map<string, number>>();
  private readonly domains = new Map<string, string[]>();
  private readonly known: ReadonlySet<string>;

  constructor(codes: readonly string[], moves: readonly Move[]) {
    this.known = new Set(codes);
    for (const code of [...this.known].sort()) {
      const domain = this.domains.get(domainOf(code));
      if (domain) domain.push(code);
      else this.domains.set(domainOf(code), [code]);
    }
    for (const { from, to, position } of moves) {
      const closeness = position <= nearMoves ? nearMove : farMove;
      this.note(from, to, closeness);
      this.note(to, from, closeness);
    }
  }

  between(one: string, other: string): number {
    if (one === other) return same;
    if (!this.known.has(one) || !this.known.has(other)) return 0;
    return this.moves.get(one)?.get(other) ?? (domainOf(one) === domainOf(other) ? sameDomain : 0);
  }

  closeTo(code: string): Close[] {
    if (!this.known.has(code)) return [];
    const close = new Map((this.domains.get(domainOf(code)) ?? []).map((asked) => [asked, sameDomain]));
    for (const [asked, closeness] of this.moves.get(code) ?? []) close.set(asked, closeness);
    close.delete(code);
    return [...close].map(([asked, closeness]) => ({ asked, closeness }));
  }

  private note(from: string, to: string, closeness: number): void {
    const moves = this.moves.get(from) ?? new Map<string, number>();
    moves.set(to, Math.max(closeness, moves.get(to) ?? 0));
    this.moves.set(from, moves);
  }
}

const domainOf = (code: string): string => code.slice(0, 3);
