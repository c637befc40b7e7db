import type { Uuids } from './uuids.js';

/** Score and evidence in one number that orders by the score first; evidence is at most 100. */
export const meritOf = (tenths: number, evidence: number): number => tenths * 128 + evidence;
const tenthsOf = (merit: number): number => merit >> 7;
const evidenceOf = (merit: number): number => merit & 127;

/** Where a ranking goes on: after this one. */
export interface After {
  merit: number;
  hectometres: number;
  id: Uint32Array;
}

/** The best so many rows met so far: highest score first, then the better proven, then the nearest, then by id. */
export class Best {
  private readonly merits: Int32Array;
  private readonly hectometres: Int32Array;
  private readonly slots: Int32Array;
  private count = 0;

  constructor(
    private readonly ids: Uuids,
    private readonly most: number,
    private readonly after: After | null,
  ) {
    this.merits = new Int32Array(most + 1);
    this.hectometres = new Int32Array(most + 1);
    this.slots = new Int32Array(most + 1);
  }

  /** A row with fewer tenths cannot enter any more; below 0 while there is room. */
  get floor(): number {
    return this.count < this.most ? -1 : tenthsOf(this.merits[this.count - 1]!);
  }

  offer(slot: number, tenths: number, evidence: number, hectometres: number): void {
    const merit = meritOf(tenths, evidence);
    if (this.after && !this.comesAfter(slot, merit, hectometres, this.after)) return;
    if (this.count === this.most && !this.isBefore(slot, merit, hectometres, this.count - 1)) return;
    let at = this.count;
    while (at > 0 && this.isBefore(slot, merit, hectometres, at - 1)) {
      this.merits[at] = this.merits[at - 1]!;
      this.hectometres[at] = this.hectometres[at - 1]!;
      this.slots[at] = this.slots[at - 1]!;
      at -= 1;
    }
    this.merits[at] = merit;
    this.hectometres[at] = hectometres;
    this.slots[at] = slot;
    if (this.count < this.most) this.count += 1;
  }

  list(): { slot: number; tenths: number; evidence: number; hectometres: number }[] {
    return Array.from({ length: this.count }, (_, at) => ({
      slot: this.slots[at]!,
      tenths: tenthsOf(this.merits[at]!),
      evidence: evidenceOf(this.merits[at]!),
      hectometres: this.hectometres[at]!,
    }));
  }

  private isBefore(slot: number, merit: number, hectometres: number, at: number): boolean {
    if (merit !== this.merits[at]) return merit > this.merits[at]!;
    if (hectometres !== this.hectometres[at]) return hectometres < this.hectometres[at]!;
    return this.ids.compare(slot, this.slots[at]!) < 0;
  }

  private comesAfter(slot: number, merit: number, hectometres: number, after: After): boolean {
    if (merit !== after.merit) return merit < after.merit;
    if (hectometres !== after.hectometres) return hectometres > after.hectometres;
    return this.ids.compareTo(slot, after.id) > 0;
  }
}
