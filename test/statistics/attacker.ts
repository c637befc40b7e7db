/** A prime that keeps products of residues exact in a double. */
const prime = 67_108_859;

const inverse = (value: number): number => {
  let result = 1;
  for (let base = value % prime, power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

/** What can be reached by adding, subtracting and scaling told sums: rows of 0 and 1 over what cannot be told apart. */
export class Attacker {
  private readonly pivots = new Map<number, number[]>();

  /** `ignored` are columns known to be 0. */
  constructor(
    told: readonly (readonly number[])[],
    private readonly ignored: ReadonlySet<number>,
  ) {
    for (const row of told) {
      const left = this.reduced(row);
      const lead = left.findIndex((value) => value !== 0);
      if (lead < 0) continue;
      const scale = inverse(left[lead]!);
      this.pivots.set(
        lead,
        left.map((value) => (value * scale) % prime),
      );
    }
  }

  /** Whether the sum of these columns follows from what was told. */
  knows(row: readonly number[]): boolean {
    return this.reduced(row).every((value) => value === 0);
  }

  private reduced(row: readonly number[]): number[] {
    const left = row.map((value, column) => (this.ignored.has(column) ? 0 : value));
    for (let column = 0; column < left.length; column += 1) {
      const pivot = this.pivots.get(column);
      const factor = left[column]!;
      if (!pivot || factor === 0) continue;
      for (let each = column; each < left.length; each += 1) {
        left[each] = (left[each]! + (prime - factor) * pivot[each]!) % prime;
      }
    }
    return left;
  }
}
