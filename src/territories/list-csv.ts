import { parse } from 'csv-parse/sync';
import { fold } from '../common/fold.js';
import type { Text } from '../common/text.js';
import { UnusableList } from './list-source.js';

/** A commune of a list, as its line has it. */
export interface ListRow {
  line: number;
  commune: string;
  territory: string;
  name: string;
  /** SIREN of the member, or the INSEE code of a single commune; null where the list says nothing of members. */
  member: string | null;
  memberName: string | null;
}

export interface ListProblem {
  line: number;
  text: Text;
}

type Column = 'commune' | 'territory' | 'name' | 'member' | 'memberName' | 'memberKind';

/** Names that columns bear in the lists that were seen, folded and without the year at their end; the first one found counts. */
const headers: Record<Column, readonly string[]> = {
  commune: ['code insee', 'insee', 'insee com', 'code insee commune', 'code commune', 'codgeo', 'depcom', 'com insee'],
  territory: ['code ti', 'id ti', 'ti', 'code territoire', 'code territoire industrie', 'id territoire', 'ti code'],
  name: [
    'nom ti',
    'lib ti',
    'libelle ti',
    'nom territoire',
    'nom territoire industrie',
    'territoire',
    'territoire d industrie',
    'libelle territoire',
  ],
  member: ['siren membre', 'siren epci', 'siren', 'epci', 'code epci', 'siren groupement'],
  memberName: ['nom membre', 'nom epci', 'lib epci', 'libelle epci'],
  memberKind: ['nature membre', 'nature', 'nature epci'],
};

const mostLines = 60_000;

/** The rows of a list commune by commune, and every line that cannot be read. Throws UnusableList for what is no such list. */
export function readListCsv(text: string): { rows: ListRow[]; problems: ListProblem[] } {
  const lines = parseLines(text);
  const [head, ...body] = lines;
  const at = head && columnsOf(head.cells);
  if (!head || !at) throw new UnusableList(noColumns);
  if (body.length > mostLines) {
    throw new UnusableList({
      fr: `Plus de ${mostLines} lignes : ce n’est pas une liste de communes.`,
      en: 'Too many lines.',
    });
  }
  const rows: ListRow[] = [];
  const problems: ListProblem[] = [];
  for (const { cells, line } of body) {
    const read = cells.length === head.cells.length ? readRow(cells, at) : wrongLength(cells.length, head.cells.length);
    if ('fr' in read) problems.push({ line, text: read });
    else rows.push({ line, ...read });
  }
  return { rows, problems };
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

function parseLines(text: string): { cells: string[]; line: number }[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', ',', '\t'].reduce((best, each) => (count(first, each) > count(first, best) ? each : best));
  const options = { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true };
  try {
    return (parse(text, options) as unknown as Parsed[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    throw new UnusableList({
      fr: `Ce fichier n’est pas un CSV lisible : ${error instanceof Error ? error.message : String(error)}.`,
      en: 'It is not a readable CSV.',
    });
  }
}

const count = (words: string, sign: string): number => words.split(sign).length;

function columnsOf(head: readonly string[]): Record<Column, number> | undefined {
  const names = head.map((each) => fold(each).replace(/(?: 20\d\d)+$/, ''));
  const find = (column: Column): number =>
    headers[column].map((name) => names.indexOf(name)).find((position) => position >= 0) ?? -1;
  const at = Object.fromEntries((Object.keys(headers) as Column[]).map((column) => [column, find(column)]));
  const found = at as Record<Column, number>;
  return found.commune >= 0 && found.territory >= 0 && found.name >= 0 ? found : undefined;
}

function readRow(cells: readonly string[], at: Record<Column, number>): Omit<ListRow, 'line'> | Text {
  const cell = (column: Column): string => cells[at[column]] ?? '';
  const commune = communeCode(cell('commune'));
  if (!commune) return { fr: `« ${cell('commune')} » n’est pas un code INSEE.`, en: 'Not an INSEE code.' };
  const territory = territoryCode(cell('territory'));
  if (!territory)
    return { fr: `« ${cell('territory')} » n’est pas un code de territoire.`, en: 'Not a code of a territory.' };
  if (!cell('name')) return { fr: 'Le territoire n’a pas de nom.', en: 'The territory has no name.' };
  const isAlone = /^com/.test(fold(cell('memberKind')));
  const siren = cell('member').replaceAll(' ', '');
  if (siren && !/^\d{9}$/.test(siren)) return { fr: `« ${siren} » n’est pas un SIREN.`, en: 'Not a SIREN.' };
  return {
    commune,
    territory,
    name: cell('name'),
    member: isAlone ? commune : siren || null,
    memberName: cell('memberName') || null,
  };
}

/** A spreadsheet takes the leading zero away: 1283 is 01283. */
function communeCode(typed: string): string | undefined {
  const code = typed.toUpperCase().padStart(5, '0');
  return /^\d[\dAB]\d{3}$/.test(code) && typed !== '' ? code : undefined;
}

/** ti-0101, TI_0101, 0101 and 101 are the same. */
function territoryCode(typed: string): string | undefined {
  const digits = /^(?:ti[-_ ]?)?(\d{3,4})$/i.exec(typed)?.[1];
  return digits && `ti-${digits.padStart(4, '0')}`;
}

const wrongLength = (found: number, expected: number): Text => ({
  fr: `${found} colonnes au lieu de ${expected}.`,
  en: `${found} columns instead of ${expected}.`,
});

const noColumns: Text = {
  fr: 'Il faut une première ligne qui nomme les colonnes, dont le code INSEE de la commune (code_insee), le code du territoire (code_ti) et son nom (nom_ti).',
  en: 'The first line has to name the columns, among them code_insee, code_ti and nom_ti.',
};
