import type { Uuids } from './uuids.js';

/** Where a ranking goes on: after this one. */
export interface After {
  tenths: number;
  hectometres: number;
  id: Uint32Array;
}

/** The best so many rows met so far: highest score first, then nearest, then by id. */
export class Best {
  private readonly tenths: Int32Array;
  private readonly hectometres: Int32Array;
  private readonly slots: Int32Array;
  private count = 0;

  constructor(
    private readonly ids: Uuids,
    private readonly most: number,
    private readonly after: After | null,
  ) {
    this.tenths = new Int32Array(most + 1);
    this.hectometres = new Int32Array(most + 1);
    this.slots = new Int32Array(most + 1);
  }

  /** A row with fewer tenths cannot enter any more; below 0 while there is room. */
  get floor(): number {
    return this.count < this.most ? -1 : this.tenths[this.count - 1]!;
  }

  offer(slot: number, tenths: number, hectometres: number): void {
    if (this.after && !this.comesAfter(slot, tenths, hectometres, this.after)) return;
    if (this.count === this.most && !this.isBefore(slot, tenths, hectometres, this.count - 1)) return;
    let at = this.count;
    while (at > 0 && this.isBefore(slot, tenths, hectometres, at - 1)) {
      this.tenths[at] = this.tenths[at - 1]!;
      this.hectometres[at] = this.hectometres[at - 1]!;
      this.slots[at] = this.slots[at - 1]!;
      at -= 1;
    }
    this.tenths[at] = tenths;
    this.hectometres[at] = hectometres;
    this.slots[at] = slot;
    if (this.count < this.most) this.count += 1;
  }

  list(): { slot: number; tenths: number; hectometres: number }[] {
    return Array.from({ length: this.count }, (_, at) => ({
      slot: this.slots[at]!,
      tenths: this.tenths[at]!,
      hectometres: this.hectometres[at]!,
    }));
  }

  private isBefore(slot: number, tenths: number, hectometres: number, at: number): boolean {
    if (tenths !== this.tenths[at]) return tenths > this.tenths[at]!;
    if (hectometres !== this.hectometres[at]) return hectometres < this.hectometres[at]!;
    return this.ids.compare(slot, this.slots[at]!) < 0;
  }

  private comesAfter(slot: number, tenths: number, hectometres: number, after: After): boolean {
    if (tenths !== after.tenths) return tenths < after.tenths;
    if (hectometres !== after.hectometres) return hectometres > after.hectometres;
    return this.ids.compareTo(slot, after.id) > 0;
  }
}
