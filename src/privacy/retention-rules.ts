import { sessionLife } from '../accounts/sessions.js';
import { auditKeptDays } from '../audit/audit-keeper.js';
import type { Text } from '../common/text.js';
import { confirmationLife } from '../credentials/sign-up.service.js';
import { resetLife } from '../credentials/password-resets.js';
import { failedJobKeptDays } from '../jobs/failed-jobs.js';
import { mailKeptDays, replyReceivedKeptDays } from '../mail/mail-keeper.js';
import { replyAddressKeptDays } from '../mail/reply-addresses.js';
import { keptDays as matchLogDays } from '../matchlog/match-log-keeper.js';
import { invitationLife } from '../members/inviting-members.service.js';
import { keptDays as searchLogDays } from '../searchlog/query-log-keeper.js';
import { exportLife } from './data-exports.js';
import { backupDays } from './kept-for.js';
import { counterKeptHours } from './spent-counters.js';

import { rule } from './retention-rule.js';
import type { RetentionRule } from './retention-delays.js';
import { hireRules } from './retention-of-hires.js';

const day = 86_400_000;
const hour = 3_600_000;

const sent: Text = { fr: 'envoi', en: 'sending' };
const made: Text = { fr: 'création', en: 'creation' };
const lastContact: Text = { fr: 'dernier échange', en: 'last contact' };
const lastActivity: Text = {
  fr: 'dernière activité : connexion, candidature, message ou profil modifié (à une heure près)',
  en: 'last activity: sign-in, application, message or profile changed (to the hour)',
};

/** How long what is kept: read by the purge, shown by the API and printed in docs/privacy.md. */
export const retentionRules = [
  rule(
    'CANDIDATE_ASKED',
    {
      fr: 'compte de candidat sans activité : question posée par courriel',
      en: 'candidate’s account without activity: the owner is asked by e-mail',
    },
    lastActivity,
    { months: 23 },
    'purge',
  ),
  rule(
    'CANDIDATE_ERASED',
    {
      fr: 'compte de candidat sans activité : effacé, au plus tôt 28 jours après la question',
      en: 'candidate’s account without activity: erased, 28 days after the question at the earliest',
    },
    lastActivity,
    { months: 24 },
    'purge',
  ),
  rule(
    'APPLICATION',
    {
      fr: 'candidature, avec ses messages, notes et entretiens',
      en: 'application, with its messages, notes and interviews',
    },
    lastContact,
    { months: 24 },
    'purge',
  ),
  rule(
    'INVITATION',
    { fr: 'invitation d’un candidat par une entreprise', en: 'invitation of a candidate by a company' },
    lastContact,
    { months: 24 },
    'purge',
  ),
  ...hireRules,
  rule(
    'REPORT',
    { fr: 'signalement et sa décision, suspension levée', en: 'report and its decision, suspension that was lifted' },
    { fr: 'décision', en: 'decision' },
    { months: 12 },
    'purge',
  ),
  rule(
    'ALERT',
    { fr: 'offre signalée à un candidat, une fois close', en: 'offer found for a candidate, once it is closed' },
    { fr: 'signalement au candidat', en: 'when it was found' },
    { days: 180 },
    'purge',
  ),
  rule(
    'MAIL',
    {
      fr: 'trace d’un courriel envoyé (son texte est oublié à l’envoi) ou refusé',
      en: 'trace of a letter that was sent (its words are forgotten when it is out) or refused',
    },
    sent,
    { days: mailKeptDays },
    'forget-mails',
  ),
  rule(
    'REPLY_ADDRESS',
    { fr: 'adresse de réponse par courriel à une conversation', en: 'address for answering a conversation by e-mail' },
    { fr: 'dernière utilisation', en: 'last use' },
    { days: replyAddressKeptDays },
    'forget-mails',
  ),
  rule(
    'REPLY_RECEIVED',
    { fr: 'empreinte d’une réponse reçue par courriel', en: 'fingerprint of an answer that came by e-mail' },
    { fr: 'réception', en: 'receipt' },
    { days: replyReceivedKeptDays },
    'forget-mails',
  ),
  rule(
    'PURGE',
    {
      fr: 'compte rendu d’un effacement automatique (des nombres)',
      en: 'report of an automatic erasure (numbers only)',
    },
    made,
    { days: auditKeptDays },
    'purge',
  ),
  rule(
    'SESSION',
    { fr: 'session (fermée : supprimée aussitôt)', en: 'session (deleted at once when it is ended)' },
    { fr: 'connexion', en: 'sign-in' },
    { days: sessionLife / day },
    'tidy-credentials',
  ),
  rule(
    'CONFIRMATION',
    { fr: 'inscription ou changement d’adresse à confirmer', en: 'sign-up or change of address to be confirmed' },
    made,
    { hours: confirmationLife / hour },
    'tidy-credentials',
  ),
  rule(
    'PASSWORD_RESET',
    { fr: 'lien de nouveau mot de passe', en: 'link for a new password' },
    made,
    { hours: resetLife / hour },
    'tidy-credentials',
  ),
  rule(
    'SIGN_IN_TICKET',
    { fr: 'connexion en attente du second facteur', en: 'sign-in that waits for the second factor' },
    made,
    { minutes: 10 },
    'tidy-credentials',
  ),
  rule(
    'IDENTITY_PROOF',
    { fr: 'identité confirmée par un fournisseur, en cours', en: 'identity proved by a provider, under way' },
    made,
    { minutes: 30 },
    'tidy-credentials',
  ),
  rule(
    'MEMBER_INVITATION',
    { fr: 'invitation à rejoindre une entreprise', en: 'invitation to join a company' },
    sent,
    { days: invitationLife / day },
    'forget-member-invitations',
  ),
  rule(
    'EXPORT',
    { fr: 'archive de mes données', en: 'archive of my data' },
    made,
    { days: exportLife / day },
    'tidy-exports',
  ),
  rule(
    'MATCH_LOG',
    {
      fr: 'journal des correspondances montrées (offres et candidats)',
      en: 'log of the matches that were shown (offers and candidates)',
    },
    { fr: 'jour de l’affichage', en: 'day they were shown' },
    { days: matchLogDays },
    'MatchLogKeeper',
  ),
  rule(
    'SEARCH_LOG',
    { fr: 'journal des recherches, sans rien de leur auteur', en: 'log of searches, without anything of who searched' },
    { fr: 'jour de la recherche', en: 'day of the search' },
    { days: searchLogDays },
    'QueryLogKeeper',
  ),
  rule(
    'AUDIT',
    { fr: 'journal des actes et des accès', en: 'log of acts and of access' },
    { fr: 'acte', en: 'the act' },
    { days: auditKeptDays },
    'forget-audit',
  ),
  rule(
    'FOLLOWED_CHANGE',
    {
      fr: 'changement d’un profil ou d’une recherche, à relire par les processus',
      en: 'change of a profile or a search, to be read again by the processes',
    },
    { fr: 'changement', en: 'the change' },
    { minutes: 15 },
    'NotesTidy',
  ),
  rule(
    'FAILED_JOB',
    { fr: 'travail resté en échec (des identifiants)', en: 'job that is left failed (ids only)' },
    { fr: 'dernier essai', en: 'the last try' },
    { days: failedJobKeptDays },
    'forget-failed-jobs',
  ),
  rule(
    'ATTEMPTS',
    { fr: 'compteur de tentatives (connexion, dépôt, envoi)', en: 'counter of attempts (signing in, adding, sending)' },
    { fr: 'fin de la période comptée', en: 'end of the time that is counted' },
    { hours: counterKeptHours },
    'forget-attempts',
  ),
  rule(
    'ERASURE_LIST',
    {
      fr: 'empreinte des comptes effacés, rejouée après restauration d’une sauvegarde',
      en: 'fingerprint of erased accounts, gone through again when a backup is restored',
    },
    { fr: 'effacement', en: 'the erasure' },
    { days: backupDays },
    'shorten-erasure-list',
  ),
] as const satisfies readonly RetentionRule[];

export type RetentionRuleId = (typeof retentionRules)[number]['id'];
