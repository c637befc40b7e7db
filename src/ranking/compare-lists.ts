import type { Ranked } from './ranked.js';

/** An offer in both lists: how many places and tenths of a point it went up, down when negative. */
export interface Moved {
  id: string;
  places: number;
  tenths: number;
}

/** How one person's list differs between two ways of scoring. */
export interface ListChange {
  entered: string[];
  left: string[];
  stayed: Moved[];
  /** The share of the list that is in both, 0 to 1. */
  overlap: number;
  kind: 'EQUAL' | 'REORDERED' | 'CHANGED';
}

export function compareLists(before: readonly Ranked[], after: readonly Ranked[]): ListChange {
  const places = new Map(before.map(({ id, tenths }, place) => [id, { place, tenths }]));
  const kept = new Set(after.map(({ id }) => id));
  const stayed = after.flatMap(({ id, tenths }, place) => {
    const was = places.get(id);
    return was ? [{ id, places: was.place - place, tenths: tenths - was.tenths }] : [];
  });
  const entered = after.filter(({ id }) => !places.has(id)).map(({ id }) => id);
  const left = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const longest = Math.max(before.length, after.length);
  const otherSet = entered.length > 0 || left.length > 0;
  return {
    entered,
    left,
    stayed,
    overlap: longest === 0 ? 1 : stayed.length / longest,
    kind: otherSet ? 'CHANGED' : stayed.some(({ places }) => places !== 0) ? 'REORDERED' : 'EQUAL',
  };
}

/** Whom the other way of scoring lifted, and whom it put behind them: across the end of the list, else within it. */
export const overtaken = ({ kind, entered, left, stayed }: ListChange): { rose: string[]; fell: string[] } =>
  kind === 'CHANGED'
    ? { rose: entered, fell: left }
    : {
        rose: stayed.filter(({ places }) => places > 0).map(({ id }) => id),
        fell: stayed.filter(({ places }) => places < 0).map(({ id }) => id),
      };
