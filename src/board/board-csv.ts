import { stringify } from 'csv-stringify/sync';
import type { ApplicationStatus } from '../applications/application-status.js';
import { type DeclineReason, declineReasonLabels } from '../applications/application-reasons.js';
import type { Language, Text } from '../common/text.js';
import { type StudyLevel, studyLevelLabels } from '../skills/study-level.js';

/** One application as it is exported. No address and no note: files are passed on. */
export interface ExportRow {
  offerTitle: string;
  status: ApplicationStatus;
  firstName: string | null;
  lastName: string | null;
  studyLevel: StudyLevel | null;
  /** In tenths; 0 for none. */
  score: number;
  sentAt: Date;
  answerDueOn: string;
  overdue: boolean;
  answeredAt: Date | null;
  reason: DeclineReason | null;
  interviewAt: Date | null;
  cvName: string | null;
  message: string | null;
  id: string;
}

const mostOfMessage = 1_000;

/**
 * For spreadsheets as they are in France: semicolons, a mark of UTF-8 at the beginning, lines as Windows ends them. Every
 * cell is in quotes, and what a spreadsheet would take for a formula begins with an apostrophe, so that it stays text.
 */
export const csvOf = (rows: readonly ExportRow[], language: Language): string =>
  stringify([columns.map(([title]) => title[language]), ...rows.map((row) => cellsOf(row, language))], {
    bom: true,
    delimiter: ';',
    quoted: true,
    record_delimiter: 'windows',
  });

/**
 * Signs that begin a formula, also in the wide forms of East Asian keyboards, after whatever does not show: spreadsheets
 * differ in what they skip. Tabs and line ends at the beginning are such signs by themselves.
 */
const formula = /^(?:[\t\r\n\v\f]|[\s\p{Cc}\p{Cf}'"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%\u2212])/u;

export const harmless = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

const cellsOf = (row: ExportRow, language: Language): string[] =>
  columns.map(([, cell]) => harmless(cell(row, language) ?? ''));

const columns: readonly [Text, (row: ExportRow, language: Language) => string | null | undefined][] = [
  [{ fr: 'Offre', en: 'Offer' }, ({ offerTitle }) => offerTitle],
  [{ fr: 'État', en: 'State' }, ({ status }, language) => statusLabels[status][language]],
  [{ fr: 'Prénom', en: 'First name' }, ({ firstName }) => firstName],
  [{ fr: 'Nom', en: 'Last name' }, ({ lastName }) => lastName],
  [
    { fr: 'Niveau d’études', en: 'Level of study' },
    ({ studyLevel }, language) => studyLevel && studyLevelLabels[studyLevel][language],
  ],
  [{ fr: 'Adéquation sur 100', en: 'Match out of 100' }, ({ score }, language) => points(score, language)],
  [{ fr: 'Envoyée le', en: 'Sent on' }, ({ sentAt }) => moment(sentAt)],
  [{ fr: 'Réponse attendue le', en: 'Answer due on' }, ({ answerDueOn }) => answerDueOn],
  [{ fr: 'En retard', en: 'Overdue' }, ({ overdue }, language) => (overdue ? { fr: 'oui', en: 'yes' }[language] : '')],
  [{ fr: 'Répondue le', en: 'Answered on' }, ({ answeredAt }) => answeredAt && moment(answeredAt)],
  [
    { fr: 'Motif du refus', en: 'Reason of refusal' },
    ({ reason }, language) => reason && declineReasonLabels[reason][language],
  ],
  [{ fr: 'Entretien le', en: 'Interview on' }, ({ interviewAt }) => interviewAt && moment(interviewAt)],
  [{ fr: 'Pièce jointe', en: 'Attachment' }, ({ cvName }) => cvName],
  [{ fr: 'Message', en: 'Message' }, ({ message }) => shortened(message ?? '')],
  [{ fr: 'Identifiant', en: 'Id' }, ({ id }) => id],
];

const statusLabels: Record<ApplicationStatus, Text> = {
  SENT: { fr: 'Reçue', en: 'Received' },
  SEEN: { fr: 'Lue', en: 'Seen' },
  INTERVIEW: { fr: 'Entretien', en: 'Interview' },
  ACCEPTED: { fr: 'Retenue', en: 'Accepted' },
  DECLINED: { fr: 'Refusée', en: 'Declined' },
  WITHDRAWN: { fr: 'Retirée', en: 'Withdrawn' },
  CLOSED_UNANSWERED: { fr: 'Close par la plateforme', en: 'Closed by the platform' },
};

const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });

/** By the clocks of metropolitan France, in the one order of signs that every spreadsheet reads as a date. */
const moment = (at: Date): string => paris.format(at);

const points = (tenths: number, language: Language): string =>
  tenths === 0 ? '' : (tenths / 10).toFixed(1).replace('.', language === 'fr' ? ',' : '.');

function shortened(message: string): string {
  const characters = [...message];
  return characters.length > mostOfMessage ? `${characters.slice(0, mostOfMessage).join('')}…` : message;
}
