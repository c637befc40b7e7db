import { sessionLife } from '../accounts/sessions.js';
import { auditKeptDays } from '../audit/audit-keeper.js';
import type { Text } from '../common/text.js';
import { confirmationLife } from '../credentials/sign-up.service.js';
import { resetLife } from '../credentials/password-resets.js';
import { keptDays as matchLogDays } from '../matchlog/match-log-keeper.js';
import { invitationLife } from '../members/inviting-members.service.js';
import { keptDays as searchLogDays } from '../searchlog/query-log-keeper.js';
import { exportLife } from './data-exports.js';
import { backupDays } from './kept-for.js';

const day = 86_400_000;
const hour = 3_600_000;

/** A time by the calendar or by the clock; months are those of the calendar. */
export type Delay = Readonly<{ months: number } | { days: number } | { hours: number } | { minutes: number }>;

/** One line of the table: what goes, how long after what, and from which day the line is in force. */
export interface RetentionRule {
  id: string;
  what: Text;
  /** From when the delay runs. */
  from: Text;
  delay: Delay;
  /** First day in force, YYYY-MM-DD. A change is a new line of the same id; the old one stays. */
  since: string;
  /** The schedule that keeps it. */
  by: string;
}

const began = '2026-11-23';
const sent: Text = { fr: 'envoi', en: 'sending' };
const made: Text = { fr: 'création', en: 'creation' };
const lastContact: Text = { fr: 'dernier échange', en: 'last contact' };
const lastActivity: Text = {
  fr: 'dernière activité : connexion, candidature, message ou profil modifié',
  en: 'last activity: sign-in, application, message or profile changed',
};

/** How long what is kept: read by the purge, shown by the API and printed in docs/privacy.md. */
export const retentionRules = [
  {
    id: 'CANDIDATE_ASKED',
    what: {
      fr: 'compte de candidat sans activité : question posée par courriel',
      en: 'candidate’s account without activity: the owner is asked by e-mail',
    },
    from: lastActivity,
    delay: { months: 23 },
    since: began,
    by: 'purge',
  },
  {
    id: 'CANDIDATE_ERASED',
    what: {
      fr: 'compte de candidat sans activité : effacé, au plus tôt 28 jours après la question',
      en: 'candidate’s account without activity: erased, 28 days after the question at the earliest',
    },
    from: lastActivity,
    delay: { months: 24 },
    since: began,
    by: 'purge',
  },
  {
    id: 'APPLICATION',
    what: {
      fr: 'candidature terminée, avec ses messages, notes, entretiens et pièces jointes',
      en: 'ended application, with its messages, notes, interviews and files',
    },
    from: lastContact,
    delay: { months: 24 },
    since: began,
    by: 'purge',
  },
  {
    id: 'INVITATION',
    what: { fr: 'invitation d’un candidat par une entreprise', en: 'invitation of a candidate by a company' },
    from: lastContact,
    delay: { months: 24 },
    since: began,
    by: 'purge',
  },
  {
    id: 'REPORT',
    what: {
      fr: 'signalement et sa décision, suspension levée',
      en: 'report and its decision, suspension that was lifted',
    },
    from: { fr: 'décision', en: 'decision' },
    delay: { months: 12 },
    since: began,
    by: 'purge',
  },
  {
    id: 'ALERT',
    what: { fr: 'offre signalée à un candidat, une fois close', en: 'offer found for a candidate, once it is closed' },
    from: { fr: 'signalement au candidat', en: 'when it was found' },
    delay: { days: 180 },
    since: began,
    by: 'purge',
  },
  {
    id: 'MAIL',
    what: {
      fr: 'trace d’un courriel envoyé (son texte est oublié à l’envoi) ou refusé',
      en: 'trace of a letter that was sent (its words are forgotten when it is out) or refused',
    },
    from: sent,
    delay: { days: 30 },
    since: began,
    by: 'purge',
  },
  {
    id: 'REPLY_ADDRESS',
    what: {
      fr: 'adresse de réponse par courriel à une conversation',
      en: 'address for answering a conversation by e-mail',
    },
    from: { fr: 'dernière utilisation', en: 'last use' },
    delay: { months: 24 },
    since: began,
    by: 'purge',
  },
  {
    id: 'REPLY_RECEIVED',
    what: { fr: 'empreinte d’une réponse reçue par courriel', en: 'fingerprint of an answer that came by e-mail' },
    from: { fr: 'réception', en: 'receipt' },
    delay: { days: 30 },
    since: began,
    by: 'purge',
  },
  {
    id: 'PURGE',
    what: {
      fr: 'compte rendu d’un effacement automatique (des nombres)',
      en: 'report of an automatic erasure (numbers only)',
    },
    from: made,
    delay: { days: auditKeptDays },
    since: began,
    by: 'purge',
  },
  {
    id: 'SESSION',
    what: { fr: 'session (fermée : supprimée aussitôt)', en: 'session (deleted at once when it is ended)' },
    from: { fr: 'connexion', en: 'sign-in' },
    delay: { days: sessionLife / day },
    since: began,
    by: 'tidy-credentials',
  },
  {
    id: 'CONFIRMATION',
    what: {
      fr: 'inscription ou changement d’adresse à confirmer',
      en: 'sign-up or change of address to be confirmed',
    },
    from: made,
    delay: { hours: confirmationLife / hour },
    since: began,
    by: 'tidy-credentials',
  },
  {
    id: 'PASSWORD_RESET',
    what: { fr: 'lien de nouveau mot de passe', en: 'link for a new password' },
    from: made,
    delay: { hours: resetLife / hour },
    since: began,
    by: 'tidy-credentials',
  },
  {
    id: 'SIGN_IN_TICKET',
    what: { fr: 'connexion en attente du second facteur', en: 'sign-in that waits for the second factor' },
    from: made,
    delay: { minutes: 10 },
    since: began,
    by: 'tidy-credentials',
  },
  {
    id: 'IDENTITY_PROOF',
    what: { fr: 'identité confirmée par un fournisseur, en cours', en: 'identity proved by a provider, under way' },
    from: made,
    delay: { minutes: 30 },
    since: began,
    by: 'tidy-credentials',
  },
  {
    id: 'MEMBER_INVITATION',
    what: { fr: 'invitation à rejoindre une entreprise', en: 'invitation to join a company' },
    from: sent,
    delay: { days: invitationLife / day },
    since: began,
    by: 'forget-member-invitations',
  },
  {
    id: 'EXPORT',
    what: { fr: 'archive de mes données', en: 'archive of my data' },
    from: made,
    delay: { days: exportLife / day },
    since: began,
    by: 'tidy-exports',
  },
  {
    id: 'MATCH_LOG',
    what: {
      fr: 'journal des correspondances montrées (offres et candidats)',
      en: 'log of the matches that were shown (offers and candidates)',
    },
    from: { fr: 'jour de l’affichage', en: 'day they were shown' },
    delay: { days: matchLogDays },
    since: began,
    by: 'match-log-keeper',
  },
  {
    id: 'SEARCH_LOG',
    what: {
      fr: 'journal des recherches, sans rien de leur auteur',
      en: 'log of searches, without anything of who searched',
    },
    from: { fr: 'jour de la recherche', en: 'day of the search' },
    delay: { days: searchLogDays },
    since: began,
    by: 'query-log-keeper',
  },
  {
    id: 'AUDIT',
    what: { fr: 'journal des actes et des accès', en: 'log of acts and of access' },
    from: { fr: 'acte', en: 'the act' },
    delay: { days: auditKeptDays },
    since: began,
    by: 'forget-audit',
  },
  {
    id: 'ERASURE_LIST',
    what: {
      fr: 'empreinte des comptes effacés, rejouée après restauration d’une sauvegarde',
      en: 'fingerprint of erased accounts, gone through again when a backup is restored',
    },
    from: { fr: 'effacement', en: 'the erasure' },
    delay: { days: backupDays },
    since: began,
    by: 'shorten-erasure-list',
  },
] as const satisfies readonly RetentionRule[];

export type RetentionRuleId = (typeof retentionRules)[number]['id'];

/** The delay in force on a day; null before the first line of the rule. */
export function delayOf(
  id: RetentionRuleId,
  today: string,
  rules: readonly RetentionRule[] = retentionRules,
): Delay | null {
  const lines = rules.filter((rule) => rule.id === id && rule.since <= today);
  return lines.length === 0 ? null : lines.reduce((latest, rule) => (rule.since >= latest.since ? rule : latest)).delay;
}

const units: Record<string, readonly [one: Text, many: Text]> = {
  months: [
    { fr: 'mois', en: 'month' },
    { fr: 'mois', en: 'months' },
  ],
  days: [
    { fr: 'jour', en: 'day' },
    { fr: 'jours', en: 'days' },
  ],
  hours: [
    { fr: 'heure', en: 'hour' },
    { fr: 'heures', en: 'hours' },
  ],
  minutes: [
    { fr: 'minute', en: 'minute' },
    { fr: 'minutes', en: 'minutes' },
  ],
};

/** "24 mois". */
export function delayWords(delay: Delay): Text {
  const [[unit, count]] = Object.entries(delay) as [[string, number]];
  const [one, many] = units[unit]!;
  const named = count === 1 ? one : many;
  return { fr: `${count} ${named.fr}`, en: `${count} ${named.en}` };
}

/** The moment before which what the rule counts from must lie. Ends of months are kept: 31 March less a month is the end of February. */
export function before(now: Date, delay: Delay): Date {
  if (!('months' in delay)) {
    const [[unit, count]] = Object.entries(delay) as [['days' | 'hours' | 'minutes', number]];
    return new Date(now.valueOf() - count * { days: day, hours: hour, minutes: 60_000 }[unit]);
  }
  const moved = new Date(now);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - delay.months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return moved;
}
