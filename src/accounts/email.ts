import type { Text } from '../common/text.js';

/** One mailbox, one writing: NFC and lower case, without the spaces around. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

const mailbox = /^[^\s\p{C}@"(),:;<>[\]\\]{1,64}$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** What is wrong with a normalised address, or null. Whether anyone reads mail there is for a confirmation to tell. */
export function emailProblem(email: string): Text | null {
  const [local = '', domain = '', ...more] = email.split('@');
  const labels = domain.split('.');
  const sound =
    email.length <= 254 &&
    more.length === 0 &&
    mailbox.test(local) &&
    local.split('.').every((part) => part !== '') &&
    labels.length >= 2 &&
    labels.every((part) => label.test(part)) &&
    /\p{L}/u.test(labels.at(-1) ?? '');
  if (sound) return null;
  return {
    fr: 'L’adresse e-mail n’est pas valable : elle s’écrit comme prenom.nom@domaine.fr.',
    en: 'The e-mail address is not valid: it reads like first.last@domain.fr.',
  };
}
