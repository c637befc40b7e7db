import type { Letter, Reader } from '../mail/letter.js';
import { linkPath } from '../mail/link-pages.js';

/** To the address the account has: both links, since its owner may know nothing of the change. */
export const oldAddressLetter = (to: Reader, token: string, publicUrl: string): Letter => {
  const cancel = new URL(linkPath('change-email-cancel', token), publicUrl).href;
  return {
    kind: 'change-email-old',
    to,
    subject: { fr: 'Changement de votre adresse e-mail', en: 'Change of your e-mail address' },
    paragraphs: [
      {
        fr: 'Une autre adresse e-mail a été demandée pour votre compte. Elle sera prise quand vous l’aurez confirmée par ce message et par celui qui a été envoyé à la nouvelle adresse, dans les 48 heures.',
        en: 'Another e-mail address was asked for your account. It is taken once you have confirmed it in this message and in the one sent to the new address, within 48 hours.',
      },
      {
        fr: `Si cela ne vient pas de vous, annulez la demande et changez votre mot de passe : ${cancel}`,
        en: `If this was not you, cancel it and change your password: ${cancel}`,
      },
    ],
    link: {
      label: { fr: 'Accepter le changement', en: 'Agree to the change' },
      path: linkPath('change-email-old', token),
    },
  };
};

export const newAddressLetter = (to: Reader, token: string): Letter => ({
  kind: 'change-email-new',
  to,
  subject: { fr: 'Confirmez votre nouvelle adresse e-mail', en: 'Confirm your new e-mail address' },
  paragraphs: [
    {
      fr: 'Cette adresse a été demandée pour un compte VTE Territoires. Confirmez-la dans les 48 heures ; un message à l’adresse actuelle demande aussi votre accord.',
      en: 'This address was asked for an account of VTE Territoires. Confirm it within 48 hours; a message to the present address asks for your agreement, too.',
    },
    {
      fr: 'Si cette demande ne vient pas de vous, ne faites rien : rien ne sera changé.',
      en: 'If you did not ask for this, do nothing: nothing will change.',
    },
  ],
  link: {
    label: { fr: 'Confirmer cette adresse', en: 'Confirm this address' },
    path: linkPath('change-email-new', token),
  },
});

/** To an address that has an account already: only its owner is told so. */
export const addressTakenLetter = (to: Reader): Letter => ({
  kind: 'change-email-taken',
  to,
  subject: { fr: 'Votre adresse e-mail a déjà un compte', en: 'Your e-mail address has an account already' },
  paragraphs: [
    {
      fr: 'Quelqu’un, peut-être vous, a demandé cette adresse pour un autre compte VTE Territoires. Une adresse n’a qu’un compte, et vous en avez un : pour la donner à l’autre, effacez d’abord celui-ci ou changez son adresse.',
      en: 'Someone, perhaps you, asked for this address for another account of VTE Territoires. An address has one account, and you have one: to give it to the other, first erase this one or change its address.',
    },
  ],
});

export const emailChangedLetter = (to: Reader): Letter => ({
  kind: 'email-changed',
  to,
  subject: {
    fr: 'L’adresse e-mail de votre compte a été changée',
    en: 'The e-mail address of your account was changed',
  },
  paragraphs: [
    {
      fr: 'Les deux adresses ont confirmé : connectez-vous désormais avec la nouvelle.',
      en: 'Both addresses agreed: sign in with the new one from now on.',
    },
  ],
});
