import type { AdministratorOutcome } from './credentials/administrators.js';

/** What the command that makes administrators says it did. */
export const administratorWords: Record<AdministratorOutcome, string> = {
  MADE: 'Compte ouvert : un message invite à choisir le mot de passe. (Account made: a letter asks for a password.)',
  CHANGED: 'Ce compte est maintenant d’administration. (This account is an administrator’s now.)',
  KEPT: 'Ce compte était déjà d’administration : rien n’a été changé. (This account was an administrator’s already.)',
  FACTOR_FORGOTTEN:
    'La connexion en deux étapes de ce compte est à refaire. (This account is to set up another second factor.)',
};
