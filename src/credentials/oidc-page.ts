import type { Language, Text } from '../common/text.js';
import { escaped, htmlPage } from '../http/html-page.js';

/** What a browser is told that comes back from a provider without a session. */
export type OidcOutcome = 'again' | 'cancelled' | 'down' | 'refused' | 'suspended' | 'otherwise' | 'tooMany';

export const oidcPage = (outcome: OidcOutcome, language: Language): { status: number; html: string } => {
  const { status, title, explain } = words[outcome];
  return { status, html: htmlPage({ language, title: title[language], body: `<p>${escaped(explain[language])}</p>` }) };
};

const notSignedIn: Text = { fr: 'Vous n’êtes pas connecté', en: 'You are not signed in' };

const words: Record<OidcOutcome, { status: number; title: Text; explain: Text }> = {
  again: {
    status: 400,
    title: notSignedIn,
    explain: {
      fr: 'Cette connexion a duré plus de dix minutes, ou elle a été commencée dans un autre navigateur : recommencez.',
      en: 'This sign-in took more than ten minutes, or was begun in another browser: start again.',
    },
  },
  cancelled: {
    status: 400,
    title: notSignedIn,
    explain: {
      fr: 'La connexion n’est pas allée jusqu’au bout chez votre fournisseur d’identité. Recommencez, ou connectez-vous avec votre adresse e-mail.',
      en: 'The sign-in was not finished at your identity provider. Start again, or sign in with your e-mail address.',
    },
  },
  down: {
    status: 502,
    title: { fr: 'Votre fournisseur d’identité ne répond pas', en: 'Your identity provider does not answer' },
    explain: {
      fr: 'Réessayez dans quelques minutes, ou connectez-vous avec votre adresse e-mail et un mot de passe.',
      en: 'Try again in a few minutes, or sign in with your e-mail address and a password.',
    },
  },
  refused: {
    status: 400,
    title: notSignedIn,
    explain: {
      fr: 'La réponse de votre fournisseur d’identité n’a pas pu être vérifiée : recommencez depuis le début.',
      en: 'The answer of your identity provider could not be verified: start again.',
    },
  },
  suspended: {
    status: 403,
    title: { fr: 'Ce compte est suspendu', en: 'This account is suspended' },
    explain: {
      fr: 'Écrivez à l’équipe de la plateforme pour en connaître la raison.',
      en: 'Write to the team of the platform to know why.',
    },
  },
  otherwise: {
    status: 422,
    title: { fr: 'Connectez-vous autrement', en: 'Sign in another way' },
    explain: {
      fr: 'Ce compte, ou ce que votre fournisseur d’identité nous en dit, ne suffit pas : connectez-vous ou inscrivez-vous avec une adresse e-mail et un mot de passe, que « mot de passe oublié » permet de choisir.',
      en: 'This account, or what your identity provider tells of it, is not enough: sign in or up with an e-mail address and a password, which “forgotten password” lets you choose.',
    },
  },
  tooMany: {
    status: 429,
    title: { fr: 'Trop d’essais', en: 'Too many attempts' },
    explain: { fr: 'Réessayez dans un quart d’heure.', en: 'Try again in a quarter of an hour.' },
  },
};
