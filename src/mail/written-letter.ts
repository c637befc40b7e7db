import type { Language, Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { escaped } from '../http/html-page.js';
import type { Letter } from './letter.js';

/** A letter in one language, as text and as the HTML that says the same. */
export function written(
  { subject, paragraphs, link }: Pick<Letter, 'subject' | 'paragraphs' | 'link'>,
  language: Language,
  publicUrl: string,
): { subject: string; text: string; html: string } {
  const address = link && new URL(link.path, publicUrl).href;
  const said = (text: Text): string => typeset(text)[language];
  const title = said(subject);
  const body = [greeting, ...paragraphs].map(said);
  const lines = [
    ...body,
    ...(link ? [`${said(link.label)}${language === 'fr' ? '\u00a0:' : ':'}\n${address!}`] : []),
    signature[language],
  ];
  const button = link
    ? [
        `<p><a href="${escaped(address!)}" style="${buttonStyle}">${escaped(said(link.label))}</a></p>`,
        `<p>${escaped(address!)}</p>`,
      ]
    : [];
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="font-family:sans-serif;max-width:40em;line-height:1.5">`,
    ...body.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`),
    ...button,
    `<p>${escaped(signature[language])}</p></body></html>`,
  ].join('\n');
  return { subject: title, text: `${lines.join('\n\n')}\n`, html };
}

const greeting = { fr: 'Bonjour,', en: 'Hello,' };
const signature = { fr: 'VTE Territoires', en: 'VTE Territoires' };
const buttonStyle = 'background:#000091;color:#ffffff;padding:0.6em 1em;text-decoration:none;display:inline-block';
