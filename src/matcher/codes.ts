/** Gives each code a small whole number of its own, in the order they come; never takes one back. */
export class Codes {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  /** The number of a code, a new one when it has none. */
  of(code: string): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    this.numbers.set(code, this.names.length);
    return this.names.push(code) - 1;
  }

  /** Undefined for a code that was never given a number. */
  known(code: string): number | undefined {
    return this.numbers.get(code);
  }

  name(number: number): string {
    return this.names[number]!;
  }
}
