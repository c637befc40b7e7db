/** Numbers that look random and are the same on each run: mulberry32, seeded by a text. */
export class Random {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = hashOf(seed);
  }

  /** From 0 to just under 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Another source, which what is drawn from this one does not disturb. */
  branch(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Value>(list: readonly Value[]): Value {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** At most `count` of them, each once, in the order of the list. */
  some<Value>(list: readonly Value[], count: number): Value[] {
    const places = list.map((_, place) => ({ place, draw: this.next() })).sort((a, b) => a.draw - b.draw);
    const chosen = new Set(places.slice(0, count).map(({ place }) => place));
    return list.filter((_, place) => chosen.has(place));
  }

  weighted<Value>(list: readonly Value[], weightOf: (value: Value) => number): Value {
    let left = this.next() * list.reduce((sum, value) => sum + weightOf(value), 0);
    return list.find((value) => (left -= weightOf(value)) < 0) ?? list.at(-1)!;
  }

  /** In the form of a random UUID (version 4). */
  uuid(): string {
    const hex = Array.from({ length: 8 }, () => this.int(0, 0xffff).toString(16).padStart(4, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
