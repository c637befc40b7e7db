import type { Language, Text } from '../common/text.js';
import type { FigureType } from './figure.type.js';
import type { WholeStatistics } from './statistics-reader.js';

export const licence = 'Licence Ouverte 2.0 (Etalab)';

type Cell = string | number | null;

/** One line for a place: what it is called in the head, and what it says. */
const columns: readonly [head: Text, cell: (row: WholeStatistics) => Cell | FigureType | Text][] = [
  [{ fr: 'niveau', en: 'kind' }, ({ scope }) => kinds[scope.kind]],
  [{ fr: 'code', en: 'code' }, ({ scope }) => scope.code],
  [{ fr: 'nom', en: 'name' }, ({ scope }) => scope.name],
  [{ fr: 'génération', en: 'generation' }, ({ scope }) => scope.territoryId?.split(':')[0] ?? ''],
  [{ fr: 'du mois', en: 'from month' }, ({ from }) => from],
  [{ fr: 'au mois', en: 'until month' }, ({ until }) => until],
  [{ fr: 'offres ouvertes', en: 'open offers' }, ({ openOffers }) => openOffers],
  [{ fr: 'postes ouverts', en: 'openings' }, ({ openings }) => openings],
  [{ fr: 'entreprises qui recrutent', en: 'companies with open offers' }, ({ companies }) => companies],
  [{ fr: 'candidats intéressés', en: 'candidates' }, ({ candidates }) => candidates],
  [{ fr: 'candidatures', en: 'applications' }, ({ applications }) => applications],
  [{ fr: 'réponses', en: 'answers' }, ({ answers }) => answers],
  [{ fr: 'réponses dans le délai (%)', en: 'answered in time (%)' }, ({ answerRate }) => answerRate],
  [
    { fr: 'délai médian de réponse (jours)', en: 'median days to answer' },
    ({ medianDaysToAnswer }) => medianDaysToAnswer,
  ],
  [{ fr: 'embauches', en: 'hires' }, ({ hires }) => hires],
  [{ fr: 'labels VTE accordés', en: 'VTE labels granted' }, ({ labels }) => labels],
  [{ fr: 'données de démonstration', en: 'demonstration data' }, ({ includesDemo }) => (includesDemo ? yes : no)],
  [{ fr: 'calculé le', en: 'computed at' }, ({ computedAt }) => computedAt?.toISOString() ?? ''],
  [{ fr: 'licence', en: 'licence' }, () => licence],
];

const kinds: Record<WholeStatistics['scope']['kind'], Text> = {
  NATION: { fr: 'France', en: 'France' },
  REGION: { fr: 'région', en: 'region' },
  DEPARTMENT: { fr: 'département', en: 'department' },
  TERRITORY: { fr: 'Territoire d’industrie', en: 'Territoire d’industrie' },
};
const yes: Text = { fr: 'oui', en: 'yes' };
const no: Text = { fr: 'non', en: 'no' };

function cellText(cell: Cell | FigureType | Text, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return language === 'fr' ? String(cell).replace('.', ',') : String(cell);
  if ('fr' in cell) return cell[language];
  return cell.value === null ? cell.text : String(cell.value);
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
const quoted = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** Semicolons and a byte order mark, as spreadsheets in French read them. */
export function statisticsCsv(rows: readonly WholeStatistics[], language: Language): string {
  const lines = [
    columns.map(([head]) => quoted(head[language])),
    ...rows.map((row) => columns.map(([, cell]) => quoted(cellText(cell(row), language)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

/** The same, and what it is made of by month, without anything that is not told. */
export function statisticsJson(rows: readonly WholeStatistics[]): string {
  const places = rows.map(({ known, ...row }) => ({
    ...row,
    months: known.sheet.offers,
    toldByPeriod: known.sheet.people,
    skillsAsked: known.sheet.skills.asked,
    skillsOffered: known.sheet.skills.offered,
    occupations: known.sheet.occupations,
    missionCategories: known.sheet.categories,
    contractTypes: known.sheet.contracts,
  }));
  return JSON.stringify({ licence, places });
}
