import { createHash } from 'node:crypto';
import type { Language } from '../common/text.js';

const style = `:root { color-scheme: light dark; }
body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 0; }
header { background: #000091; color: #fff; padding: 0.75rem 1rem; font-weight: bold; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
label { display: block; margin-top: 1rem; }
input { font: inherit; box-sizing: border-box; width: 100%; padding: 0.5rem; border: 1px solid; border-radius: 0; }
button { font: inherit; margin-top: 1.5rem; padding: 0.6rem 1rem; border: 0; background: #000091; color: #fff; cursor: pointer; }
button:hover { background: #1212ff; }
:focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px; }
.wrong { border-left: 4px solid #ce0500; padding-left: 0.75rem; }
iframe { width: 100%; height: 30rem; border: 1px solid; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.pictures { display: flex; flex-wrap: wrap; }
svg { max-width: 100%; height: auto; }
svg a:hover path, svg a:focus-visible path { fill: #000091; fill-opacity: 1; }
li { scroll-margin-top: 1rem; }
li:target { background: #fceeac; color: #161616; }
td, th { text-align: left; padding: 0.25rem 1rem 0.25rem 0; vertical-align: top; }
`;

/** For pages of ours: no script at all, one style sheet, forms that come back to us. */
export const forPages = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A small page that needs no script; `body` is HTML already. */
export const htmlPage = ({ language, title, body }: { language: Language; title: string; body: string }): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} — VTE Territoires</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>VTE Territoires</header>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** Text as it stands between tags and in double quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
