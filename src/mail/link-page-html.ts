import type { Language, Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { escaped, htmlPage } from '../http/html-page.js';
import type { LinkField, LinkPage } from './link-pages.js';

/** The page before the button is pressed, and once more after fields that were `wrong`. */
export function formPage(page: LinkPage, token: string, language: Language, wrong?: Text): string {
  const { kind, title, explain, button, fields = [] } = page;
  return htmlPage({
    language,
    title: shown(title, language),
    body: [
      paragraphs(shown(explain, language)),
      ...(wrong ? [`<p class="wrong" role="alert">${escaped(shown(wrong, language))}</p>`] : []),
      `<form method="post" action="/lien/${kind}">`,
      `<input type="hidden" name="jeton" value="${escaped(token)}">`,
      ...fields.map((field) => input(field, language)),
      `<button type="submit">${escaped(shown(button, language))}</button>`,
      '</form>',
    ].join('\n'),
  });
}

/** What the button did. */
export const donePage = ({ title }: LinkPage, said: Text, language: Language): string =>
  htmlPage({
    language,
    title: shown(title, language),
    body: `<div role="status">${paragraphs(shown(said, language))}</div>`,
  });

/** One page for every link that does not work, whatever the reason. */
export const deadLinkPage = (language: Language): string =>
  htmlPage({ language, title: shown(dead.title, language), body: paragraphs(shown(dead.explain, language)) });

export const failedPage = (reference: string, language: Language): string =>
  htmlPage({
    language,
    title: shown(failed.title, language),
    body: paragraphs(`${shown(failed.explain, language)} ${reference}.`),
  });

const shown = (text: Text, language: Language): string => typeset(text)[language];

/** What is said with a code in place of an answer. */
export const refusedPage = (code: RefusedCode, language: Language): string =>
  htmlPage({
    language,
    title: shown(refused[code].title, language),
    body: paragraphs(shown(refused[code].explain, language)),
  });

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

const input = ({ name, label, type, isKnown }: LinkField, language: Language): string =>
  `<label for="${name}">${escaped(shown(label, language))}</label>\n` +
  `<input id="${name}" name="${name}" type="${type}" required autocomplete="${completion(type, isKnown)}">`;

const completion = (type: LinkField['type'], isKnown = false): string =>
  type === 'text' ? 'off' : isKnown ? 'current-password' : 'new-password';

const dead = {
  title: { fr: 'Ce lien ne fonctionne pas', en: 'This link does not work' },
  explain: {
    fr: 'Il a peut-être déjà servi, ou il est trop ancien. Demandez-en un nouveau depuis la plateforme.',
    en: 'It may have been used already, or it is too old. Ask for a new one on the platform.',
  },
};

const refused = {
  FORBIDDEN: {
    title: { fr: 'Cet accès ne vous est pas ouvert', en: 'This is not open to you' },
    explain: {
      fr: 'Rien n’a été fait. Ouvrez de nouveau le lien du message que vous avez reçu, puis appuyez sur le bouton de la page.',
      en: 'Nothing was done. Open the link of the message that you got once more, then press the button of its page.',
    },
  },
  UNAUTHENTICATED: {
    title: { fr: 'Connectez-vous d’abord', en: 'Sign in first' },
    explain: {
      fr: 'Rien n’a été fait. Connectez-vous, puis revenez sur ce lien.',
      en: 'Nothing was done. Sign in, then come back to this link.',
    },
  },
  RATE_LIMITED: {
    title: { fr: 'Trop d’essais', en: 'Too many attempts' },
    explain: {
      fr: 'Rien n’a été fait. Réessayez dans un quart d’heure, avec le même lien.',
      en: 'Nothing was done. Try again in a quarter of an hour, with the same link.',
    },
  },
};

export type RefusedCode = keyof typeof refused;

const failed = {
  title: { fr: 'Une erreur est survenue de notre côté', en: 'Something went wrong on our side' },
  explain: {
    fr: 'Rien n’est perdu : réessayez dans quelques minutes. Référence :',
    en: 'Nothing is lost: try again in a few minutes. Reference:',
  },
};
