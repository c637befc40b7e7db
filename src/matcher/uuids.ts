const words = 4;
const empty = -1;
const removed = -2;

/**
 * Which slot holds which id: uuids in 16 bytes each, found by an open hash table, since a million strings in a Map would
 * take more room than all that is known of the rows.
 */
export class Uuids {
  private ids: Uint32Array;
  private table: Int32Array;
  private filled = 0;
  private readonly free: number[] = [];
  private next = 0;
  private readonly scratch = new Uint32Array(words);

  constructor(expected: number) {
    this.ids = new Uint32Array(Math.max(expected, 64) * words);
    this.table = new Int32Array(tableSize(Math.max(expected, 64))).fill(empty);
  }

  /** One past the highest slot ever used. */
  get slots(): number {
    return this.next;
  }

  get bytes(): number {
    return this.ids.byteLength + this.table.byteLength;
  }

  /** -1 when the id has none. */
  slotOf(id: string): number {
    readInto(this.scratch, id);
    const at = this.find();
    return at < 0 ? -1 : this.table[at]!;
  }

  /** A slot for an id that has none. */
  add(id: string): number {
    const slot = this.free.pop() ?? this.next++;
    if ((slot + 1) * words > this.ids.length) this.widen();
    readInto(this.scratch, id);
    this.ids.set(this.scratch, slot * words);
    if ((this.filled + 1) * 2 > this.table.length) this.rehash();
    this.insert(slot);
    return slot;
  }

  /** The slot of an id, a new one when it has none. */
  numberOf(id: string): number {
    const slot = this.slotOf(id);
    return slot < 0 ? this.add(id) : slot;
  }

  remove(id: string): void {
    readInto(this.scratch, id);
    const at = this.find();
    if (at < 0) return;
    this.free.push(this.table[at]!);
    this.table[at] = removed;
  }

  name(slot: number): string {
    const hex = Array.from(this.ids.subarray(slot * words, slot * words + words), (word) =>
      word.toString(16).padStart(8, '0'),
    ).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** As the ids compare as strings: below 0 when the first comes first. */
  compare(slot: number, other: number): number {
    for (let word = 0; word < words; word += 1) {
      const difference = this.ids[slot * words + word]! - this.ids[other * words + word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  compareTo(slot: number, id: Uint32Array): number {
    for (let word = 0; word < words; word += 1) {
      const difference = this.ids[slot * words + word]! - id[word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private find(): number {
    const mask = this.table.length - 1;
    for (let at = hash(this.scratch, 0) & mask; this.table[at] !== empty; at = (at + 1) & mask) {
      const slot = this.table[at]!;
      if (slot !== removed && this.compareTo(slot, this.scratch) === 0) return at;
    }
    return -1;
  }

  private insert(slot: number): void {
    const mask = this.table.length - 1;
    let at = hash(this.ids, slot * words) & mask;
    while (this.table[at]! >= 0) at = (at + 1) & mask;
    if (this.table[at] === empty) this.filled += 1;
    this.table[at] = slot;
  }

  private widen(): void {
    const wider = new Uint32Array(Math.ceil((this.ids.length / words) * 1.5) * words + words);
    wider.set(this.ids);
    this.ids = wider;
  }

  private rehash(): void {
    const slots = this.table.filter((slot) => slot >= 0);
    this.table = new Int32Array(tableSize(slots.length + 1)).fill(empty);
    this.filled = 0;
    for (const slot of slots) this.insert(slot);
  }
}

/** The 16 bytes of a uuid as four numbers, in the order of its digits. */
export function uuidWords(id: string): Uint32Array {
  const read = new Uint32Array(words);
  readInto(read, id);
  return read;
}

function readInto(into: Uint32Array, id: string): void {
  into[0] = parseInt(id.slice(0, 8), 16);
  into[1] = parseInt(id.slice(9, 13) + id.slice(14, 18), 16);
  into[2] = parseInt(id.slice(19, 23) + id.slice(24, 28), 16);
  into[3] = parseInt(id.slice(28, 36), 16);
}

/** Ids are random: mixing their words is enough. */
const hash = (ids: Uint32Array, from: number): number =>
  (ids[from]! ^ Math.imul(ids[from + 1]!, 0x9e3779b1) ^ ids[from + 2]! ^ ids[from + 3]!) >>> 0;

/** A power of two, so that at most a quarter is filled at first and half before it is made larger. */
const tableSize = (entries: number): number => 2 ** Math.ceil(Math.log2(entries * 4));
