import { endOf, type Piece, type Row, widestSpace } from './pdf-pieces.js';

/** Fewer rows than this are not a column. */
const fewestRows = 3;
/** How often columns are looked for within columns. */
const deepest = 6;

/** A strip that stays empty over neighbouring rows, from `first` up to but not including `end`. */
interface Gutter {
  x: number;
  first: number;
  end: number;
}

/** The rows in reading order: what stands above two columns, the left one, the right one, what stands below. */
export function columnsOf(rows: Row[], depth = 0): Row[] {
  const gutter = depth < deepest ? widestGutter(rows) : null;
  if (!gutter) return rows;
  const between = rows.slice(gutter.first, gutter.end);
  return [
    ...columnsOf(rows.slice(0, gutter.first), depth + 1),
    ...columnsOf(
      partsOf(between, (piece) => piece.x < gutter.x),
      depth + 1,
    ),
    ...columnsOf(
      partsOf(between, (piece) => piece.x >= gutter.x),
      depth + 1,
    ),
    ...columnsOf(rows.slice(gutter.end), depth + 1),
  ];
}

const partsOf = (rows: Row[], isWanted: (piece: Piece) => boolean): Row[] =>
  rows.map((row) => row.filter(isWanted)).filter((row) => row.length > 0);

/** The gutter that parts most rows; null where the page is one column. */
function widestGutter(rows: Row[]): Gutter | null {
  let best: Gutter | null = null;
  for (const x of startsAfterGaps(rows)) {
    for (const gutter of gutterRuns(rows, x)) {
      if ((!best || gutter.end - gutter.first > best.end - best.first) && isBetweenColumns(rows, gutter)) best = gutter;
    }
  }
  return best;
}

/** Where text begins after a gap, or to the right of where another row ends: each may be where a right column begins. */
function startsAfterGaps(rows: Row[]): number[] {
  const starts = new Map<number, number>();
  for (const row of rows) {
    row.forEach((piece, index) => {
      const before = row[index - 1];
      if (before && piece.x - endOf(before) < widestSpace(before)) return;
      const x = Math.floor(piece.x);
      starts.set(x, (starts.get(x) ?? 0) + 1);
    });
  }
  // Rows of a column begin at the same place; a page has few such places.
  const usual = [...starts].filter(([, count]) => count >= 2).sort(([, one], [, other]) => other - one);
  return usual.slice(0, 40).map(([x]) => x);
}

/** The longest runs of rows in which nothing crosses the strip just left of `x`. */
function gutterRuns(rows: Row[], x: number): Gutter[] {
  const runs: Gutter[] = [];
  let first: number | null = null;
  for (let index = 0; index <= rows.length; index += 1) {
    const row = rows[index];
    if (row && isOpenAt(row, x)) first ??= index;
    else if (first !== null) {
      runs.push({ x, first, end: index });
      first = null;
    }
  }
  return runs;
}

const isOpenAt = (row: Row, x: number): boolean =>
  row.every((piece) => piece.x >= x || endOf(piece) <= x - Math.min(6, 0.5 * piece.size));

function isBetweenColumns(rows: Row[], { x, first, end }: Gutter): boolean {
  const between = rows.slice(first, end);
  const left = partsOf(between, (piece) => piece.x < x);
  const right = partsOf(between, (piece) => piece.x >= x);
  if (left.length < fewestRows || right.length < fewestRows) return false;
  return !isTable(between, x, Math.min(left.length, right.length));
}

/**
 * Short dates, levels or figures, each beside a text on the other side, belong to those texts: "2021 – 2023" beside a
 * position, "C1" beside a language. `shorter` is the number of rows of the side that has fewer.
 */
function isTable(rows: Row[], x: number, shorter: number): boolean {
  const pairs = rows
    .map((row) => [row.filter((piece) => piece.x < x), row.filter((piece) => piece.x >= x)])
    .filter((sides) => sides.every((side) => side.length > 0));
  const entries = pairs.filter((sides) => sides.some(isShortEntry));
  return pairs.length >= 0.8 * shorter && entries.length >= 0.6 * pairs.length;
}

function isShortEntry(side: Row): boolean {
  const text = side.map((piece) => piece.text).join(' ');
  return text.length <= 24 && /\d/.test(text);
}
