import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { type RomeFile, UnusableRome } from './rome-source.js';

/** A row that was left out, with its line in the file (the header is line 1) and why. */
export interface MalformedRow {
  file: string;
  line: number;
  reason: string;
}

export type CsvRow = Record<string, string>;

const readings = {
  columns: true,
  bom: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  info: true,
} as const;

/**
 * The rows of a table, each turned by `read` into what is imported or into the reason (a text) why it cannot be. A broken
 * row costs itself alone: where a quote is left open, which would swallow the rest of the file, lines are taken one by one.
 */
export function readRows<Row extends object>(
  { name, text }: RomeFile,
  columns: readonly string[],
  read: (row: CsvRow) => Row | string,
  malformed: MalformedRow[],
): Row[] {
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const present = header.replaceAll('"', '').split(',');
  const absent = columns.filter((column) => !present.includes(column));
  if (absent.length > 0) {
    throw new UnusableRome(
      `${name} n’a pas la colonne ${absent.join(', ')} : ce n’est pas ce fichier du ROME. (A column is missing.)`,
    );
  }
  const broken: MalformedRow[] = [];
  const whole = parsed(name, text, broken);
  const records = broken.length === 0 ? whole : lineByLine(name, text, broken);
  const rows: Row[] = [];
  for (const { record, info } of records) {
    const row = read(record);
    if (typeof row === 'string') broken.push({ file: name, line: info.lines, reason: row });
    else rows.push(row);
  }
  malformed.push(...broken.sort((one, other) => one.line - other.line));
  return rows;
}

type Parsed = { record: CsvRow; info: Info }[];

function parsed(name: string, text: string, broken: MalformedRow[]): Parsed {
  const onSkip = (error: CsvError | undefined): undefined => {
    if (error) broken.push({ file: name, line: Number(error['lines'] ?? 0), reason: error.message });
  };
  return parse(text, { ...readings, on_skip: onSkip }) as unknown as Parsed;
}

/** Lines with an odd number of quotes are put aside, and left empty so that the others keep their numbers. */
function lineByLine(name: string, text: string, broken: MalformedRow[]): Parsed {
  broken.length = 0;
  const kept = text.split('\n').map((line, index) => {
    if ((line.match(/"/g)?.length ?? 0) % 2 === 0) return line;
    broken.push({ file: name, line: index + 1, reason: 'A quote is left open on this line.' });
    return '';
  });
  return parsed(name, kept.join('\n'), broken);
}
