import { headingOf, type Section } from './extract-headings.js';
import type { TextKind } from './proposal.js';

/** A sentence, an item of a list, or a cell of a table: what is read together, by its place in the plain text. */
export interface Unit {
  start: number;
  end: number;
  text: string;
  section: Section;
  /** Whether a bullet stands before it. */
  bullet: boolean;
  /** Whether it is the first of its line. */
  first: boolean;
  /** Counts the lines that say something. */
  line: number;
  /** Written in capitals alone: then they tell nothing. */
  capitals: boolean;
}

/** In characters: no sentence is longer, and patterns are looked for in no more at a time. */
const longestUnit = 500;
/** In characters: what stands further on in a row is another one. */
const longestRow = 2_000;

const cellGap = /\t+| {2,}/g;
const bullets = /^[\s•·●▪◦‣›>*–—\-✓✔➢→#o]*(?:(?<=[•·●▪◦‣›>*–—\-✓✔➢→])\s*|(?<=^o) )/u;
const sentenceEnd = /[.!?…;]\s+(?=[\p{Lu}\p{N}])/gu;
/** "Sept. 2024", "Exp. pro" and "Cat. 3" end no sentence. */
const cutShort = /(?<![\p{L}\p{N})»+])(?:\p{L}{1,3}|sept|janv|juil)\.$/iu;

/** The units of a text, each with the part it stands in; headings are none. Two columns are two texts. */
export function unitsOf(plain: string, kind: TextKind): Unit[] {
  const text = unwrapped(plain, kind);
  const units: Unit[] = [];
  const sections: [Section, Section | null] = ['HEAD', null];
  let [at, line] = [0, 0];
  for (const row of text.split('\n')) {
    for (const cell of piecesOf(row).flatMap(cellsOf)) {
      const column = cell.start > 0 && cell.apart ? 1 : 0;
      const start = at + cell.start;
      const heading = headingOf(cell.text.replace(bullets, ''), kind);
      if (heading) sections[column] = heading.section;
      const bullet = bullets.exec(cell.text)?.[0].length ?? 0;
      const rest = heading ? Math.min(cell.text.length, bullet + heading.length) : 0;
      const section = (column === 1 ? sections[1] : null) ?? sections[0];
      units.push(...sentences(cell.text.slice(rest), start + rest, section, line));
      if (cell.text.trim() !== '') line += 1;
    }
    at += row.length + 1;
  }
  return units;
}

/** A row, cut where it is longer than anyone's: by their places in it. */
const piecesOf = (row: string): { from: number; row: string }[] =>
  Array.from({ length: Math.ceil(row.length / longestRow) }, (_, piece) => ({
    from: piece * longestRow,
    row: row.slice(piece * longestRow, (piece + 1) * longestRow),
  }));

interface Cell {
  start: number;
  text: string;
  /** Whether it stands in a second column. */
  apart: boolean;
}

function cellsOf({ from: at, row }: { from: number; row: string }): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const add = (until: number): void => {
    if (until > from) cells.push({ start: at + from, text: row.slice(from, until), apart: isApart(row, from) });
  };
  for (const { 0: gap, index } of row.matchAll(cellGap)) {
    add(index);
    from = index + gap.length;
  }
  add(row.length);
  return cells;
}

const isApart = (row: string, from: number): boolean =>
  from >= 20 && /(?: {3}|\t)$/.test(row.slice(Math.max(0, from - 3), from));

function sentences(text: string, at: number, section: Section, line: number): Unit[] {
  const bullet = bullets.exec(text)?.[0] ?? '';
  const units: Unit[] = [];
  let from = /\S/.test(bullet) ? bullet.length : text.search(/\S|$/);
  const add = (until: number): void => {
    for (; until - from > longestUnit; from += longestUnit) addOne(from + longestUnit);
    addOne(until);
  };
  const addOne = (until: number): void => {
    const own = text.slice(from, until);
    if (!/[\p{L}\p{N}]/u.test(own)) return;
    units.push({
      start: at + from,
      end: at + until,
      text: own,
      section,
      bullet: /[^\s#]/.test(bullet),
      first: units.length === 0,
      line,
      capitals: !/\p{Ll}/u.test(own) && /\p{Lu}{4}.*\P{L}\p{Lu}{2}/u.test(own),
    });
  };
  for (const { 0: gap, index } of text.matchAll(sentenceEnd)) {
    if (index < from || cutShort.test(text.slice(Math.max(0, index - 8), index + 1))) continue;
    add(index + 1);
    from = index + gap.length;
  }
  add(text.length);
  return units;
}

/** Lines that were broken in the middle of a sentence are one again; places stay. */
function unwrapped(plain: string, kind: TextKind): string {
  const rows = plain.split('\n');
  const lines = rows.filter((row) => row.trim() !== '');
  const small = lines.filter((row) => /^\s*\p{Ll}/u.test(row)).length;
  if (small > lines.length * 0.4) return plain;
  const goesOn = (row: string, next: string | undefined): boolean =>
    next !== undefined &&
    row.length >= 15 &&
    /^\p{Ll}/u.test(next) &&
    !/^o\s/.test(next) &&
    /[\p{L}\p{N},’'-]\s?$/u.test(row) &&
    !headingOf(row.trim(), kind) &&
    !headingOf(next.trim(), kind);
  return rows.map((row, at) => row + (goesOn(row, rows[at + 1]) ? ' ' : at < rows.length - 1 ? '\n' : '')).join('');
}
