import type { LinkPage } from '../mail/link-pages.js';
import type { Text } from '../common/text.js';

type Words = Omit<LinkPage, 'kind' | 'check' | 'act'>;

const code: LinkPage['fields'] = [{ name: 'code', label: { fr: 'Code', en: 'Code' }, type: 'text' }];
const password = (fr: string, en: string, isKnown: boolean): LinkPage['fields'] => [
  { name: 'password', label: { fr, en }, type: 'password', isKnown },
];

const pages = {
  'confirm-email': {
    title: { fr: 'Confirmer votre adresse', en: 'Confirm your address' },
    explain: {
      fr: 'Donnez le mot de passe choisi à l’inscription : votre compte sera ouvert. Si vous ne vous êtes pas inscrit, fermez cette page.',
      en: 'Give the password chosen when signing up: your account will be opened. If you did not sign up, close this page.',
    },
    button: { fr: 'Ouvrir mon compte', en: 'Open my account' },
    fields: password('Mot de passe', 'Password', true),
  },
  'reset-password': {
    title: { fr: 'Choisir un mot de passe', en: 'Choose a password' },
    explain: {
      fr: 'De 10 à 128 caractères. Vous serez déconnecté partout.',
      en: 'From 10 to 128 characters. You will be signed out everywhere.',
    },
    button: { fr: 'Changer de mot de passe', en: 'Change the password' },
    fields: password('Nouveau mot de passe', 'New password', false),
  },
  'change-email-old': {
    title: { fr: 'Accepter une autre adresse', en: 'Agree to another address' },
    explain: {
      fr: 'Votre compte aura la nouvelle adresse dès qu’elle aura confirmé, elle aussi.',
      en: 'Your account will have the new address as soon as that one has confirmed, too.',
    },
    button: { fr: 'Accepter', en: 'Agree' },
  },
  'change-email-new': {
    title: { fr: 'Confirmer la nouvelle adresse', en: 'Confirm the new address' },
    explain: {
      fr: 'Le compte aura cette adresse dès que l’actuelle aura accepté, elle aussi.',
      en: 'The account will have this address as soon as the present one has agreed, too.',
    },
    button: { fr: 'Confirmer', en: 'Confirm' },
  },
  'change-email-cancel': {
    title: { fr: 'Garder votre adresse', en: 'Keep your address' },
    explain: {
      fr: 'La demande d’une autre adresse sera annulée. Si elle ne vient pas de vous, changez ensuite votre mot de passe.',
      en: 'The change of address will be cancelled. If you did not ask for it, change your password afterwards.',
    },
    button: { fr: 'Annuler la demande', en: 'Cancel the change' },
  },
  identity: {
    title: { fr: 'Confirmer votre adresse', en: 'Confirm your address' },
    explain: {
      fr: 'Un code vient d’être envoyé à l’adresse e-mail que votre fournisseur d’identité nous a donnée.',
      en: 'A code is on its way to the e-mail address that your identity provider gave us.',
    },
    button: { fr: 'Continuer', en: 'Continue' },
    fields: code,
  },
  'sign-in-code': {
    title: { fr: 'Connexion en deux étapes', en: 'Second factor' },
    explain: {
      fr: 'Donnez le code que votre application d’authentification affiche, ou un code de secours.',
      en: 'Give the code that your authenticator application shows, or a recovery code.',
    },
    button: { fr: 'Se connecter', en: 'Sign in' },
    fields: code,
  },
} satisfies Record<string, Words>;

const done = {
  signedIn: {
    fr: 'Vous êtes connecté : vous pouvez fermer cette page.',
    en: 'You are signed in: you may close this page.',
  },
  codeToo: {
    fr: 'C’est confirmé. Connectez-vous maintenant : un code de votre application vous sera demandé.',
    en: 'Confirmed. Sign in now: a code of your application will be asked for.',
  },
  password: {
    fr: 'Votre mot de passe est changé : connectez-vous avec le nouveau.',
    en: 'Your password was changed: sign in with the new one.',
  },
  email: { fr: 'Votre compte a sa nouvelle adresse.', en: 'Your account has its new address.' },
  halfOfEmail: {
    fr: 'C’est noté. Il reste à suivre le lien envoyé à l’autre adresse.',
    en: 'Noted. The link sent to the other address is still to be followed.',
  },
  cancelled: { fr: 'Votre compte garde son adresse.', en: 'Your account keeps its address.' },
} satisfies Record<string, Text>;

/** What the pages behind links say. */
export const linkWords = {
  pages,
  done,
  wrongPassword: {
    fr: 'Le mot de passe ne convient pas : donnez celui que vous avez choisi à l’inscription.',
    en: 'The password is not right: give the one you chose when signing up.',
  },
};
