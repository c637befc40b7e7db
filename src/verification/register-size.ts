import type { RegisterAnswer } from './company-register.js';
import { bandStaff } from './headcount-bands.js';

/** What the public register says of the size and the form of a company, and leaves open as null. */
export interface RegisterSize {
  /** Staff of the whole company, else of the establishment, as a band; the end is Infinity where it is open. */
  staff: { from: number; to: number } | null;
  /** INSEE’s category of the company, groups counted: small or medium-sized, mid-cap, large. */
  category: 'PME' | 'ETI' | 'GE' | null;
  /** Whether it is somebody’s own business: only such a one can be a micro-entrepreneur. */
  isSoleTrader: boolean | null;
  isClosed: boolean;
}

/** INSEE’s legal category of somebody’s own business (entrepreneur individuel). */
const soleTrader = '1000';

/** Answers that were kept before these things were read have none of them. */
export function sizeOf({
  state,
  headcountBand,
  unitHeadcountBand,
  category,
  legalCategory,
}: RegisterAnswer): RegisterSize {
  return {
    staff: bandStaff(unitHeadcountBand ?? null) ?? bandStaff(headcountBand),
    category: isCategory(category) ? category : null,
    isSoleTrader: legalCategory ? legalCategory === soleTrader : null,
    isClosed: state === 'CLOSED',
  };
}

const isCategory = (word: string | null | undefined): word is 'PME' | 'ETI' | 'GE' =>
  word === 'PME' || word === 'ETI' || word === 'GE';
