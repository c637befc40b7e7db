import { Parser } from 'htmlparser2';

/** What these elements hold is never meant to be read. */
const silent = new Set(['script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'noscript', 'object', 'svg']);

const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'ul', 'ol', 'hr']);
const lines = new Set(
  'address article aside br dd details div dl dt fieldset figcaption figure footer form header legend li main nav section summary tr'.split(
    ' ',
  ),
);

/** Control and private-use characters, lone surrogates, and signs that are not seen but reverse or hide what is around them. */
const unreadable =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|[\p{Cs}\p{Co}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu;
const tagStart = /<(?=[a-z/!?])/gi;

/** More layers of escaping than honest text ever has. */
const mostRounds = 8;

/** One line of plain text from what a person or a word processor gave: no markup, no control characters, NFC. */
export const plainLine = (text: string): string => settle(text, (round) => foldLine(withoutMarkup(round)));

/** The same with its paragraphs and line breaks, and the spaces at which a line must not break; at most one empty line between two paragraphs. */
export const plainText = (text: string): string => settle(text, (round) => foldLines(withoutMarkup(round)));

/**
 * Repeats a round until it changes nothing, because taking one layer of markup or escaping away can bring out another;
 * what is still wrapped after that was made to deceive, and loses the signs that could do so.
 */
function settle(text: string, round: (text: string) => string): string {
  let settled = text;
  for (let rounds = 0; rounds < mostRounds; rounds += 1) {
    const next = round(settled);
    if (next === settled) return settled;
    settled = next;
  }
  return round(settled.replace(/[<&]/g, ' '));
}

function withoutMarkup(text: string): string {
  let kept = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) hidden += 1;
      kept += breakOf(name);
    },
    onclosetag: (name) => {
      if (silent.has(name)) hidden -= 1;
      if (name !== 'br') kept += breakOf(name);
    },
    ontext: (words) => {
      if (hidden === 0) kept += words;
    },
  });
  parser.end(openTagsClosed(text.replace(unreadable, '')));
  return openTagsClosed(kept.replace(unreadable, '')).normalize('NFC');
}

const breakOf = (name: string): string => (paragraphs.has(name) ? '\n\n' : lines.has(name) ? '\n' : '');

/** A `<` that no `>` answers is a sign of comparison: "débit x<y" must not lose its end. */
function openTagsClosed(text: string): string {
  const lastClose = text.lastIndexOf('>') + 1;
  return text.slice(0, lastClose) + text.slice(lastClose).replace(tagStart, '< ');
}

const foldLine = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim();

/** Of several spaces in a row one is left, and that is a plain one. */
const foldSpaces = (line: string): string =>
  line.replace(/[\s\u0085]+/gu, (spaces) => (/^[\u00a0\u202f]$/.test(spaces) ? spaces : ' ')).trim();

const foldLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map(foldSpaces)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
