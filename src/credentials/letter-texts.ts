import type { Letter, Reader } from '../mail/letter.js';
import { linkPath } from '../mail/link-pages.js';
import type { Text } from '../common/text.js';

const notYou: Text = {
  fr: 'Si cette demande ne vient pas de vous, ne faites rien : rien ne sera changé.',
  en: 'If you did not ask for this, do nothing: nothing will change.',
};

export const confirmEmailLetter = (to: Reader, token: string): Letter => ({
  kind: 'confirm-email',
  to,
  subject: { fr: 'Confirmez votre adresse e-mail', en: 'Confirm your e-mail address' },
  paragraphs: [
    {
      fr: 'Un compte VTE Territoires a été demandé avec votre adresse. Suivez le lien dans les 48 heures et donnez le mot de passe que vous avez choisi : votre compte sera ouvert.',
      en: 'An account of VTE Territoires was asked for with your address. Follow the link within 48 hours and give the password you chose: your account will be opened.',
    },
    notYou,
  ],
  link: { label: { fr: 'Confirmer mon adresse', en: 'Confirm my address' }, path: linkPath('confirm-email', token) },
});

export const accountExistsLetter = (to: Reader, token: string): Letter => ({
  kind: 'account-exists',
  to,
  subject: { fr: 'Vous avez déjà un compte', en: 'You have an account already' },
  paragraphs: [
    {
      fr: 'Quelqu’un, sans doute vous, a demandé un compte VTE Territoires avec votre adresse. Vous en avez déjà un : connectez-vous. Si vous avez oublié votre mot de passe, le lien ci-dessous, valable une heure, permet d’en choisir un autre.',
      en: 'Someone, probably you, asked for an account of VTE Territoires with your address. You have one already: sign in. If you forgot your password, the link below lets you choose another within one hour.',
    },
    notYou,
  ],
  link: resetLink(token),
});

export const resetLetter = (to: Reader, token: string): Letter => ({
  kind: 'reset-password',
  to,
  subject: { fr: 'Choisissez un nouveau mot de passe', en: 'Choose a new password' },
  paragraphs: [
    {
      fr: 'Vous avez demandé un nouveau mot de passe. Le lien est valable une heure et ne sert qu’une fois.',
      en: 'You asked for a new password. The link works for one hour, and once.',
    },
    notYou,
  ],
  link: resetLink(token),
});

export const administratorLetter = (to: Reader, token: string): Letter => ({
  kind: 'administrator',
  to,
  subject: { fr: 'Votre compte d’administration', en: 'Your administrator account' },
  paragraphs: [
    {
      fr: 'Un compte d’administration de VTE Territoires vous a été ouvert. Choisissez votre mot de passe dans les 48 heures ; une application d’authentification vous sera demandée à la première connexion.',
      en: 'An administrator account of VTE Territoires was opened for you. Choose your password within 48 hours; an authenticator application will be asked for when you first sign in.',
    },
  ],
  link: resetLink(token),
});

/** What its owner should know of at once, in case it was not them; who has the account cannot keep it from them. */
export const securityLetter = (to: Reader, change: keyof typeof changes): Letter => ({
  kind: change,
  to,
  subject: { fr: 'Votre compte VTE Territoires a été modifié', en: 'Your account of VTE Territoires was changed' },
  paragraphs: [
    changes[change],
    {
      fr: 'Si cela ne vient pas de vous, demandez aussitôt un nouveau mot de passe depuis la page de connexion, puis écrivez-nous.',
      en: 'If this was not you, ask for a new password from the sign-in page at once, then write to us.',
    },
  ],
});

const changes = {
  'password-changed': { fr: 'Votre mot de passe a été changé.', en: 'Your password was changed.' },
  'second-factor-on': {
    fr: 'La connexion en deux étapes a été activée sur votre compte.',
    en: 'A second factor was set up on your account.',
  },
  'second-factor-off': {
    fr: 'La connexion en deux étapes a été retirée de votre compte.',
    en: 'The second factor was removed from your account.',
  },
  'identity-linked': {
    fr: 'Votre compte peut maintenant être ouvert par un fournisseur d’identité.',
    en: 'Your account can now be opened through an identity provider.',
  },
  'made-administrator': {
    fr: 'Votre compte est devenu un compte d’administration : une application d’authentification sera demandée à la prochaine connexion.',
    en: 'Your account became an administrator’s: an authenticator application will be asked for when you next sign in.',
  },
} as const satisfies Record<string, Text>;

export const identityCodeLetter = (to: Reader, code: string): Letter => ({
  kind: 'identity-code',
  to,
  subject: { fr: 'Votre code de confirmation', en: 'Your confirmation code' },
  paragraphs: [
    {
      fr: `Pour terminer votre connexion, donnez ce code, valable 30 minutes, dans la page restée ouverte : ${code}`,
      en: `To finish signing in, give this code within 30 minutes in the page you left open: ${code}`,
    },
    {
      fr: 'Ne le communiquez à personne. Si vous ne vous connectez pas en ce moment, ne faites rien.',
      en: 'Tell it to nobody. If you are not signing in at this moment, do nothing.',
    },
  ],
});

function resetLink(token: string): NonNullable<Letter['link']> {
  return {
    label: { fr: 'Choisir un mot de passe', en: 'Choose a password' },
    path: linkPath('reset-password', token),
  };
}
