import fc from 'fast-check';
import { markedText, markedWords, Matched, snippet, writtenWords } from '../../src/search/matched-words.js';

const words = new Matched(new Set(['qualite', 'technicien']));

test('the engine’s marks are read from all fields, a word typed in part as the whole word', () => {
  expect(
    markedWords({ id: 'x', title: '\uE000tech\uE001nicien', skills: ['\uE000qualite\uE001 fournisseur'], n: 3 }),
  ).toEqual(new Set(['technicien', 'qualite']));
  expect(markedWords(undefined)).toEqual(new Set());
});

test('words are told as they are written where they stand first', () => {
  expect(writtenWords(words, ['Technicienne Qualité', 'la qualite'])).toEqual(['technicienne', 'qualité']);
});

test('a text is marked and everything of it escaped', () => {
  expect(markedText('<b>Qualité</b> & "techniciens"', words)).toBe(
    '&lt;b&gt;<mark>Qualité</mark>&lt;/b&gt; &amp; &quot;<mark>techniciens</mark>&quot;',
  );
});

test('a snippet shows the part where most words stand, between words', () => {
  const text = `${'Une longue phrase sans rapport. '.repeat(20)}Le technicien tient la qualité. ${'Et la suite. '.repeat(30)}`;
  const shown = snippet(text, words);
  expect(shown).toContain('<mark>technicien</mark> tient la <mark>qualité</mark>');
  expect(shown).toMatch(/^… .* …$/);
  expect(shown.length).toBeLessThan(280);
});

test('without a match a snippet is the beginning', () => {
  expect(snippet(`Nous fabriquons. ${'mot '.repeat(100)}`, new Matched(new Set()))).toMatch(/^Nous fabriquons\. .* …$/);
  expect(snippet('', words)).toBe('');
});

test('whatever the text, no markup of its own survives', () => {
  const part = fc.constantFrom('<script>', '</mark>', '&amp;', '"', "'", 'qualité', 'technicien ', 'autre ', '\n');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 120 }), (parts) => {
      for (const html of [snippet(parts.join(''), words), markedText(parts.join(''), words)]) {
        expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/);
      }
    }),
  );
});

test('an acronym is marked for what it stands for, and the reverse', () => {
  const spelled = 'Qualité, sécurité, environnement : tout le site';
  expect(markedText(spelled, new Matched(new Set(['qse'])))).toBe(
    '<mark>Qualité</mark>, <mark>sécurité</mark>, <mark>environnement</mark> : tout le site',
  );
  expect(writtenWords(new Matched(new Set(['securite'])), ['Responsable QSE'])).toEqual(['qse']);
});

test('a long text of nothing but matches is read in no time', () => {
  const text = 'qualité technicien '.repeat(5_000);
  const since = performance.now();
  expect(snippet(text, words)).toContain('<mark>');
  expect(performance.now() - since).toBeLessThan(1_000);
});
