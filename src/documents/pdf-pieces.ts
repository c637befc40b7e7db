/** A run of text on a page; lengths in points, y down the page, x and y at the start of its baseline. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** False for text written up or down the page. */
  isUpright: boolean;
}

/** The pieces of one line, from left to right. */
export type Row = Piece[];

export const endOf = ({ x, width }: Piece): number => x + width;

/** The narrowest gap that parts columns or cells rather than words. */
export const widestSpace = ({ size }: Piece): number => Math.max(9, 0.9 * size);
