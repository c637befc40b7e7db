import type { Letter } from '../mail/letter.js';
import type { Text } from '../common/text.js';
import { alwaysFew, type GuardedRule, type HeldFor, mostPercent, mostSkew, type PurgeCount } from './purge-guards.js';

/** What administrators read when a purge waits for them. */
export const purgeHeldLetter = (counts: readonly PurgeCount[], heldFor: readonly HeldFor[]): Omit<Letter, 'to'> => ({
  kind: 'purge-held',
  subject: { fr: 'Un effacement automatique attend votre accord', en: 'An automatic erasure waits for you' },
  paragraphs: [
    ...heldFor.map((why) => reasons[why]),
    ...counts.map(({ rule, due, of }) => ({
      fr: `${names[rule].fr} : ${due} à effacer sur ${of}.`,
      en: `${names[rule].en}: ${due} of ${of} to be erased.`,
    })),
    {
      fr: 'Rien n’est effacé tant qu’un administrateur ne l’a pas confirmé (confirmPurge). Si les nombres vous surprennent, cherchez d’abord pourquoi.',
      en: 'Nothing is erased until an administrator confirms it (confirmPurge). If the numbers surprise you, find out why first.',
    },
  ],
});

const reasons: Record<HeldFor, Text> = {
  CLOCKS_DISAGREE: {
    fr: `Les horloges de l’application et de la base diffèrent de plus de ${mostSkew / 60_000} minutes.`,
    en: `The clocks of the application and of the database differ by more than ${mostSkew / 60_000} minutes.`,
  },
  TOO_MANY: {
    fr: `Plus de ${mostPercent} % des lignes, et plus de ${alwaysFew}, seraient effacées d’un coup.`,
    en: `More than ${mostPercent}% of the rows, and more than ${alwaysFew}, would be erased at once.`,
  },
};

const names: Record<GuardedRule, Text> = {
  CANDIDATE_ERASED: { fr: 'Comptes de candidats sans activité', en: 'Accounts of candidates without activity' },
  APPLICATION: { fr: 'Candidatures', en: 'Applications' },
  INVITATION: { fr: 'Invitations', en: 'Invitations' },
};
