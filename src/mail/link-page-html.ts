import type { Language, Text } from '../common/text.js';
import { escaped, htmlPage } from '../http/html-page.js';
import type { LinkField, LinkPage } from './link-pages.js';

/** The page before the button is pressed, and once more after fields that were `wrong`. */
export function formPage(page: LinkPage, token: string, language: Language, wrong?: Text): string {
  const { kind, title, explain, button, fields = [] } = page;
  return htmlPage({
    language,
    title: title[language],
    body: [
      paragraphs(explain[language]),
      ...(wrong ? [`<p class="wrong" role="alert">${escaped(wrong[language])}</p>`] : []),
      `<form method="post" action="/lien/${kind}">`,
      `<input type="hidden" name="jeton" value="${escaped(token)}">`,
      ...fields.map((field) => input(field, language)),
      `<button type="submit">${escaped(button[language])}</button>`,
      '</form>',
    ].join('\n'),
  });
}

/** What the button did. */
export const donePage = ({ title }: LinkPage, said: Text, language: Language): string =>
  htmlPage({ language, title: title[language], body: `<div role="status">${paragraphs(said[language])}</div>` });

/** One page for every link that does not work, whatever the reason. */
export const deadLinkPage = (language: Language): string =>
  htmlPage({ language, title: dead.title[language], body: paragraphs(dead.explain[language]) });

export const failedPage = (reference: string, language: Language): string =>
  htmlPage({ language, title: failed.title[language], body: paragraphs(`${failed.explain[language]} ${reference}.`) });

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

const input = ({ name, label, type }: LinkField, language: Language): string =>
  `<label for="${name}">${escaped(label[language])}</label>\n` +
  `<input id="${name}" name="${name}" type="${type}" required autocomplete="${type === 'password' ? 'new-password' : 'off'}">`;

const dead = {
  title: { fr: 'Ce lien ne fonctionne pas', en: 'This link does not work' },
  explain: {
    fr: 'Il a peut-être déjà servi, ou il est trop ancien. Demandez-en un nouveau depuis la plateforme.',
    en: 'It may have been used already, or it is too old. Ask for a new one on the platform.',
  },
};

const failed = {
  title: { fr: 'Une erreur est survenue de notre côté', en: 'Something went wrong on our side' },
  explain: {
    fr: 'Rien n’est perdu : réessayez dans quelques minutes. Référence :',
    en: 'Nothing is lost: try again in a few minutes. Reference:',
  },
};
