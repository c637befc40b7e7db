import { type Info, parse } from 'csv-parse/sync';
import { type RomeFile, UnusableRome } from './rome-source.js';

/** A row that was left out, with its line in the file (the header is line 1) and why. */
export interface MalformedRow {
  file: string;
  line: number;
  reason: string;
}

export type CsvRow = Record<string, string>;

const readings = { columns: true, bom: true, skip_empty_lines: true } as const;

/**
 * The rows of a table, each turned by `read` into what is imported or into the reason (a text) why it cannot be. A file in
 * order is read in one go. Where a row is broken it costs itself alone: the file is read again with line numbers, and a
 * line on which a quote is left open, which would swallow the rest, is put aside.
 */
export function readRows<Row extends object>(
  file: RomeFile,
  columns: readonly string[],
  read: (row: CsvRow) => Row | string,
  malformed: MalformedRow[],
): Row[] {
  checkHeader(file, columns);
  const rows = inOrder(file.text)?.map(read);
  if (rows?.every((row) => typeof row !== 'string')) return rows;
  return oneByOne(file, read, malformed);
}

function checkHeader({ name, text }: RomeFile, columns: readonly string[]): void {
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const present = header.replaceAll('"', '').split(',');
  const absent = columns.filter((column) => !present.includes(column));
  if (absent.length === 0) return;
  throw new UnusableRome(
    `${name} n’a pas la colonne ${absent.join(', ')} : ce n’est pas ce fichier du ROME. (A column is missing.)`,
  );
}

function inOrder(text: string): CsvRow[] | undefined {
  try {
    return parse(text, readings);
  } catch {
    return undefined;
  }
}

function oneByOne<Row extends object>(
  { name, text }: RomeFile,
  read: (row: CsvRow) => Row | string,
  malformed: MalformedRow[],
): Row[] {
  const broken: MalformedRow[] = [];
  const note = (line: number, reason: string): void => {
    if (broken.every((row) => row.line !== line)) broken.push({ file: name, line, reason });
  };
  const lines = text.split('\n').map((line, index) => {
    if ((line.match(/"/g)?.length ?? 0) % 2 === 0) return line;
    note(index + 1, 'A quote is left open on this line.');
    return '';
  });
  const records = parse(lines.join('\n'), {
    ...readings,
    skip_records_with_error: true,
    info: true,
    on_skip: (error): undefined => {
      if (error) note(Number(error['lines'] ?? 0), error.message);
    },
  }) as unknown as { record: CsvRow; info: Info }[];
  const rows: Row[] = [];
  for (const { record, info } of records) {
    const row = read(record);
    if (typeof row === 'string') note(info.lines, row);
    else rows.push(row);
  }
  malformed.push(...broken.sort((one, other) => one.line - other.line));
  return rows;
}
