import { columnsOf } from './pdf-columns.js';
import { endOf, type Piece, type Row, widestSpace } from './pdf-pieces.js';

/**
 * The lines of a page in reading order: a column to its end, then the one to its right; what runs over several columns in
 * its place above or below them. The order in which a program wrote the pieces says nothing about that.
 */
export function linesInOrder(pieces: Piece[]): string[] {
  const upright = pieces.filter(({ isUpright }) => isUpright);
  const turned = pieces.filter(({ isUpright }) => !isUpright);
  return [...columnsOf(rowsOf(upright)).map(lineOf), ...turned.map(({ text }) => text)];
}

/** Pieces whose baselines nearly agree are a row. */
function rowsOf(pieces: Piece[]): Row[] {
  const rows: { y: number; row: Row }[] = [];
  for (const piece of [...pieces].sort((one, other) => one.y - other.y)) {
    const last = rows.at(-1);
    if (last && piece.y - last.y <= 0.35 * piece.size) last.row.push(piece);
    else rows.push({ y: piece.y, row: [piece] });
  }
  return rows.map(({ row }) => row.sort((one, other) => one.x - other.x));
}

/** One line of text: a space where there is room for one, a tab where there is much. */
function lineOf(row: Row): string {
  let line = '';
  let before: Piece | undefined;
  for (const piece of row) {
    if (before) {
      const gap = piece.x - endOf(before);
      line += gap >= widestSpace(before) ? '\t' : gap > 0.15 * before.size ? ' ' : '';
    }
    line += piece.text;
    before = piece;
  }
  return line.trim();
}
