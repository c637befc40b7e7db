import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { plainLine, plainText } from '../../src/common/plain-text.js';

test.each([
  ['tolérance < 5 µm', 'tolérance < 5 µm'],
  ['tolérance <5 µm et > 2 µm', 'tolérance <5 µm et > 2 µm'],
  ['débit x<y', 'débit x< y'],
  ['R&amp;D et R&D, « qualité »', 'R&D et R&D, « qualité »'],
  ['  Ingénieur \t méthodes\n(H/F) ', 'Ingénieur méthodes (H/F)'],
  ['<b>Ingénieur</b> <i class="x">qualité', 'Ingénieur qualité'],
  ['a<script>alert(1)</script>b', 'ab'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;reste', 'reste'],
  ['&amp;lt;b&amp;gt;gras', 'gras'],
  ['<<b>b>double', 'double'],
  ['e\u0301te\u0301', 'été'],
  ['a\u0000b\u202Ec\uD800d', 'abcd'],
  ['sou\uE000deur\uE001 \u{F0000}\u{10FFFD}', 'soudeur'],
  ['un<p>deux</p>trois', 'un deux trois'],
  ['<!-- caché -->vu<!DOCTYPE html><?php echo ?>', 'vu'],
  ['👩‍🔧 soudeuse', '👩‍🔧 soudeuse'],
])('plainLine(%j) is %j', (given, expected) => {
  expect(plainLine(given)).toBe(expected);
});

test.each([
  ['un\r\ndeux\n\n\n\ntrois  ', 'un\ndeux\n\ntrois'],
  ['<p>un</p><p>deux<br>trois</p>', 'un\n\ndeux\ntrois'],
  ['<ul><li>un</li><li>deux</li></ul>', 'un\n\ndeux'],
  ['<style>p{color:red}</style><h2>Mission</h2>Piloter', 'Mission\n\nPiloter'],
  ['Rugosité Ra < 0,8 µm\nJeu > 2 µm', 'Rugosité Ra < 0,8 µm\nJeu > 2 µm'],
  ['<script>jamais fermé', ''],
  ['Prêt\u202f? «\u00a0Oui\u00a0»\u00a0: 1\u202f500\u00a0€', 'Prêt\u202f? «\u00a0Oui\u00a0»\u00a0: 1\u202f500\u00a0€'],
  ['\u00a0&nbsp;a \u00a0b&nbsp;&nbsp;\u202fc&nbsp;:\u00a0\n\u202f', 'a b c\u00a0:'],
])('plainText(%j) is %j', (given, expected) => {
  expect(plainText(given)).toBe(expected);
});

const pieces = fc.constantFrom(
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<b',
    '<p>',
    '</p>',
    '<br>',
    '<script',
    '</script>',
    '<style>',
    '<textarea>',
    '<xmp>',
  ],
  ...[
    '<title>',
    '<plaintext>',
    '<![CDATA[',
    ']]>',
    '<svg>',
    '<?',
    '<!',
    '"',
    "'",
    '=',
    'a',
    ' ',
    '\n',
    '&',
    '&lt;',
    '&gt',
  ],
  ...['&amp;', '&#60;', '&#x3c;', 'lt;', 'amp;', '#60;', '\u0301', '\u0000', '\u00A0', '\u2028', '\u200B', 'é', '5'],
);
const soup = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((some) => some.join('')),
  fc.string({ unit: 'binary' }),
);

function markupSeen(text: string): string[] {
  const seen: string[] = [];
  const note = (what: string) => {
    seen.push(what);
  };
  new Parser({
    onopentagname: note,
    onclosetag: note,
    oncomment: note,
    onprocessinginstruction: note,
    oncdatastart: () => {
      note('cdata');
    },
  }).end(text);
  return seen;
}

test.each([
  ['plainLine', plainLine],
  ['plainText', plainText],
])('%s settles, whatever it is given, on text without markup', (_name, clean) => {
  fc.assert(
    fc.property(soup, (given) => {
      const once = clean(given);
      expect(clean(once)).toBe(once);
      expect(markupSeen(once)).toEqual([]);
      expect(once).not.toMatch(/<[a-z/!?]/i);
      expect(once.normalize('NFC')).toBe(once);
      expect(once).not.toMatch(/[^\P{Cc}\n]/u);
    }),
    { numRuns: 3000 },
  );
});

test('plain words come through as they are', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N} ,.;:!?'’()+/#-]{0,80}$/u), (words) => {
      expect(plainLine(words)).toBe(words.normalize('NFC').replace(/\s+/g, ' ').trim());
    }),
  );
});

test('text wrapped in many layers takes no longer than its length', () => {
  const before = performance.now();
  plainText('<'.repeat(100_000));
  plainText('<b>'.repeat(50_000));
  plainText(`${'&amp;'.repeat(1)}${'amp;'.repeat(50_000)}lt;b&gt;`);
  plainText('<'.repeat(20_000) + 'b>'.repeat(20_000));
  expect(performance.now() - before).toBeLessThan(3000);
});

test.each([
  ['débit x<y', 'débit x< y'],
  ['Je suis au niveau <3 ; a<b et c>d', 'Je suis au niveau <3 ; a< b et c>d'],
  ['<jean@dupont.fr>', '< jean@dupont.fr>'],
  ['Écrire à Jean <jean@dupont.fr>, merci', 'Écrire à Jean < jean@dupont.fr>, merci'],
  ['si i<n et n>3', 'si i< n et n>3'],
  ['du <b>gras</b> et <span class="x">du reste</span><br/>', 'du gras et du reste'],
  ['<o:p>Word</o:p> <input disabled>', 'Word'],
])('signs that begin no tag are kept: %s', (given, kept) => {
  expect(plainText(given)).toBe(kept);
});
