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

const elements = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset ' +
    'figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins ' +
    'isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav nobr noembed ' +
    'noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp ' +
    'script search section select slot small source spacer span strike strong style sub summary sup svg table tbody td template ' +
    'textarea tfoot th thead time title tr track tt u ul var video wbr xml xmp'
  ).split(' '),
);
/** What stands in a tag: nothing, or attributes, of which the first has a value or is one of those that need none. */
const tagRest =
  /^[\s/]*(?:$|[^\s=<>]+\s*=|(?:hidden|disabled|checked|selected|readonly|required|open|nowrap|controls|async|defer)\b)/i;

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

/** A `<` that begins no tag is a sign: "débit x<y", "a<b et c>d" and "<jean@exemple.fr>" must not lose anything. */
function openTagsClosed(text: string): string {
  const lastClose = text.lastIndexOf('>');
  return text.replace(tagStart, (sign, at: number) => (at < lastClose && isTag(text, at + 1) ? sign : '< '));
}

function isTag(text: string, start: number): boolean {
  if (text[start] === '!' || text[start] === '?') return true;
  // No tag of an honest text is longer; a bound keeps many signs before one far end from being read again and again.
  const inside = text.slice(start, start + 2_000);
  const end = inside.indexOf('>');
  const [whole, name] = /^\/?([a-z][a-z0-9:-]*)/i.exec(inside) ?? [];
  if (whole === undefined || name === undefined) return false;
  const rest = inside.slice(whole.length, end < 0 ? undefined : end);
  return (elements.has(name.toLowerCase()) || /[:-]/.test(name)) && tagRest.test(rest);
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
