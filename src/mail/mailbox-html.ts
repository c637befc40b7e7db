import type { Language, Text } from '../common/text.js';
import { escaped, forPages, htmlPage } from '../http/html-page.js';
import type { Heading, Opened } from './mailbox.js';

/** The page of a letter shows what it says in a frame of its own. */
export const forMailbox = `${forPages}; frame-src 'self'`;

/** What the letter says runs nothing, fetches nothing, knows nothing of this site; its links open beside it. */
export const forLetter = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

export function listPage(
  { headings, pages, count }: { headings: readonly Heading[]; pages: number; count: number },
  at: number,
  language: Language,
): string {
  const said = (text: Text): string => escaped(text[language]);
  const body =
    headings.length === 0
      ? `<p>${said(words.empty)}</p>`
      : `<p>${said(words.explain)}</p>
<table>
<caption>${said(words.count(count))}</caption>
<thead><tr><th scope="col">${said(words.subject)}</th><th scope="col">${said(words.to)}</th><th scope="col">${said(words.date)}</th></tr></thead>
<tbody>
${headings.map((heading) => row(heading, language)).join('\n')}
</tbody>
</table>`;
  const links = [
    ...(at > 1 ? [`<a rel="prev" href="/mail?page=${at - 1}">${said(words.newer)}</a>`] : []),
    ...(at < pages ? [`<a rel="next" href="/mail?page=${at + 1}">${said(words.older)}</a>`] : []),
  ];
  const more = links.length > 0 ? `\n<nav aria-label="${said(words.pages)}">${links.join(' · ')}</nav>` : '';
  return htmlPage({ language, title: words.title[language], body: `${body}${more}` });
}

const row = ({ id, subject, to, date }: Heading, language: Language): string =>
  `<tr><td><a href="/mail/${id}">${escaped(subject || '—')}</a></td><td>${escaped(to)}</td><td>${time(date, language)}</td></tr>`;

export function letterPage(letter: Opened, language: Language): string {
  const { id, subject, from, to, replyTo, date, text, html, attachments } = letter;
  const said = (name: Exclude<keyof typeof words, 'count'>): string => escaped(words[name][language]);
  const line = (name: 'from' | 'to' | 'replyTo' | 'date', value: string): string =>
    `<tr><th scope="row">${said(name)}</th><td>${value}</td></tr>`;
  const files = attachments.map(
    ({ name }, index) => `<li><a href="/mail/${id}/files/${index + 1}" download>${escaped(name)}</a></li>`,
  );
  return htmlPage({
    language,
    title: subject || '—',
    body: [
      `<nav><a href="/mail">${said('back')}</a></nav>`,
      '<table><tbody>',
      line('from', escaped(from)),
      line('to', escaped(to)),
      ...(replyTo ? [line('replyTo', escaped(replyTo))] : []),
      line('date', time(date, language)),
      '</tbody></table>',
      ...(files.length > 0 ? [`<h2>${said('files')}</h2>`, '<ul>', ...files, '</ul>'] : []),
      ...(html ? [`<h2>${said('asShown')}</h2>`, frame(id, said('asShown'))] : []),
      `<h2>${said('asText')}</h2>`,
      `<pre>${linked(text)}</pre>`,
      `<p><a href="/mail/${id}/source" download>${said('source')}</a></p>`,
    ].join('\n'),
  });
}

const frame = (id: string, title: string): string =>
  `<iframe src="/mail/${id}/html" title="${title}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;

/** The letter’s own HTML; its links do not open inside the frame. */
export const framedHtml = (html: string): string => `<base target="_blank">\n${html}`;

const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escaped(part)}" rel="noreferrer">${escaped(part)}</a>` : escaped(part),
    )
    .join('');

function time(date: Date | null, language: Language): string {
  if (!date) return '—';
  const shown = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  }).format(date);
  return `<time datetime="${date.toISOString()}">${escaped(shown)}</time>`;
}

const words = {
  title: { fr: 'Courrier', en: 'Mail' },
  explain: {
    fr: 'Ce qui serait parti par e-mail\u00a0: rien ne quitte cette machine.',
    en: 'What would have gone out by e-mail: nothing leaves this machine.',
  },
  empty: {
    fr: 'Aucun courriel pour le moment. Ceux que la plateforme écrit apparaîtront ici.',
    en: 'No e-mail yet. Those that the platform writes will appear here.',
  },
  count: (count: number): Text => ({
    fr: `${count} ${count > 1 ? 'courriels' : 'courriel'}, du plus récent au plus ancien`,
    en: `${count} ${count > 1 ? 'e-mails' : 'e-mail'}, newest first`,
  }),
  subject: { fr: 'Objet', en: 'Subject' },
  from: { fr: 'De', en: 'From' },
  to: { fr: 'À', en: 'To' },
  replyTo: { fr: 'Répondre à', en: 'Reply to' },
  date: { fr: 'Date', en: 'Date' },
  files: { fr: 'Pièces jointes', en: 'Attachments' },
  asShown: { fr: 'Le courriel', en: 'The e-mail' },
  asText: { fr: 'En texte', en: 'As text' },
  source: { fr: 'Télécharger le courriel (.eml)', en: 'Download the e-mail (.eml)' },
  back: { fr: '← Tout le courrier', en: '← All mail' },
  newer: { fr: 'Plus récents', en: 'Newer' },
  older: { fr: 'Plus anciens', en: 'Older' },
  pages: { fr: 'Pages', en: 'Pages' },
};
