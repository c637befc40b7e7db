import type { FastifyRequest } from 'fastify';
import { languageOf, type Text } from '../common/text.js';
import { escaped, htmlPage } from './html-page.js';

const title: Text = { fr: 'Il n’y a pas de page à cette adresse', en: 'There is no page at this address' };

const explanation: Text = {
  fr: 'Si un message de la plateforme vous a conduit ici : ce qu’il annonce se lit et se fait par l’API, dans son bac à sable, une fois connecté. Ses onglets montrent comment se connecter, lire ses candidatures et répondre.',
  en: 'If a letter of the platform led you here: what it tells of is read and done through the API, in its playground, once signed in. Its tabs show how to sign in, read one’s applications and answer.',
};

const playground: Text = { fr: 'Ouvrir le bac à sable', en: 'Open the playground' };

/** Whether somebody looks at it in a browser, rather than a program that reads JSON. */
export const isBrowser = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html');

/** For a browser that followed a link to where nothing is served: what to do instead, rather than JSON. */
export function noPage({ headers }: FastifyRequest): string {
  const language = languageOf(headers['accept-language']);
  const body = `<p>${escaped(explanation[language])}</p>\n<p><a href="/graphql">${escaped(playground[language])}</a></p>`;
  return htmlPage({ language, title: title[language], body });
}
