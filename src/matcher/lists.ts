/** Lengths that lists are given room for; a longer one gets a multiple of the last. */
const rooms = [2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

/**
 * Many short lists of whole numbers, in one array. A list that is freed leaves its room to the next one of the same size,
 * so that changes never call for moving the others.
 */
export class Lists {
  private numbers: Uint32Array;
  private used = 0;
  private readonly free = new Map<number, number[]>();

  constructor(expected = 1024) {
    this.numbers = new Uint32Array(Math.max(expected, 1024));
  }

  /** The array that `put` answers places of; another one after a `put` that needed room. */
  get values(): Uint32Array {
    return this.numbers;
  }

  get bytes(): number {
    return this.numbers.byteLength;
  }

  /** Where the list begins; 0 for an empty one, which takes no room. */
  put(list: readonly number[]): number {
    if (list.length === 0) return 0;
    const room = roomFor(list.length);
    const place = this.free.get(room)?.pop() ?? this.append(room);
    this.numbers.set(list, place);
    return place;
  }

  take(place: number, length: number): void {
    if (length === 0) return;
    const room = roomFor(length);
    const places = this.free.get(room);
    if (places) places.push(place);
    else this.free.set(room, [place]);
  }

  private append(room: number): number {
    if (this.used + room > this.numbers.length) {
      const larger = new Uint32Array(Math.ceil(this.numbers.length * 1.5) + room);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.used += room;
    return this.used - room;
  }
}

function roomFor(length: number): number {
  const room = rooms.find((one) => one >= length);
  const largest = rooms.at(-1)!;
  return room ?? Math.ceil(length / largest) * largest;
}
