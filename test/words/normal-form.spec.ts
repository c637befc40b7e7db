import fc from 'fast-check';
import { normalWords, textWords } from '../../src/words/normal-form.js';

const form = (text: string): string => normalWords(text).join(' ');

test.each([
  ['Technicien / Technicienne de maintenance industrielle (H/F)', 'technicien technicien maintenance industriel'],
  ['Chargé·e d’affaires en éco-conception', 'charge affaire eco conception'],
  ["l'exploitation", 'exploitation'],
  ['technicien(ne)s qualité F/H', 'technicien qualite'],
  ['opérateur.trice CN', 'operateur cn'],
  ['chef.fe de projet', 'chef projet'],
  ['Alternant(e) R&D', 'alternant rd'],
  ['recherche et développement', 'rd'],
  ['C++ et C#', 'cpp csharp'],
  ['Bac + 5, bac+2, BAC +3', 'bac5 bac2 bac3'],
  ['Q.S.E.', 'qse'],
  ['resp. qualité', 'responsable qualite'],
  ['resp qualité', 'responsable qualite'],
  ['Ing. méthodes', 'ingenieur methode'],
  ['tech. maintenance', 'technicien maintenance'],
  ['Tech maintenance', 'technicien maintenance'],
  ['ISO9001', 'iso 9001'],
  ['Œuvre à Saint-Étienne', 'oeuvre saint etien'],
])('%s is compared as "%s"', (text, expected) => {
  expect(form(text)).toBe(expected);
});

test.each([
  ['technicien', 'techniciennes'],
  ['opérateur', 'opératrices'],
  ['soudeur', 'soudeuses'],
  ['ouvrier', 'ouvrières'],
  ['industriel', 'industrielles'],
  ['commercial', 'commerciaux'],
  ['commercial', 'commerciales'],
  ['ingénieur', 'ingénieures'],
  ['chargé', 'chargées'],
  ['chef', 'cheffes'],
  ['alternant', 'alternantes'],
  ['apprenti', 'apprenties'],
  ['administratif', 'administratives'],
  ['réseau', 'réseaux'],
  ['matériau', 'matériaux'],
  ['Acheteur', 'ACHETEUSE'],
  ['électricien', 'Electricienne'],
])('%s and %s are one word', (one, other) => {
  expect(form(other)).toBe(form(one));
});

test.each([
  ['vente', 'verte'],
  ['vente', 'vent'],
  ['manager', 'manger'],
  ['port', 'porte'],
  ['plante', 'plant'],
  ['mécanicien', 'mécanique'],
  ['process', 'procès'],
  ['travaux', 'travail'],
  ['bac+2', 'bac+3'],
  ['C++', 'C#'],
])('%s and %s are different words', (one, other) => {
  expect(form(other)).not.toBe(form(one));
});

test('what is a word of its own is an abbreviation only at first or with a full stop', () => {
  expect(form('qualité resp')).toBe('qualite responsable');
  expect(form('high tech pour tous')).toBe('high tech tou');
  expect(form('tech')).toBe('tech');
  expect(form('dans mes usines')).toBe('usine');
  expect(form('déploiement MES, c plus plus')).toBe('deploiement mes cpp');
});

test('no word is read as what every object has', () => {
  expect(form('constructor prototype toString')).toBe('constructor prototype tostring');
});

test('words stand where they are written', () => {
  const text = 'L’usine « verte » (H/F) : Bac + 3, R&D.';
  expect(textWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'L',
    'usine',
    'verte',
    '(H/F)',
    'Bac + 3',
    'R&D',
  ]);
});

test('any text has a normal form, which is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const words = textWords(text);
      words.forEach(({ written, start, end }) => {
        expect(text.slice(start, end)).toBe(written);
      });
      words.slice(1).forEach(({ start }, place) => {
        expect(start).toBeGreaterThanOrEqual(words[place]!.end);
      });
      expect(normalWords(text).every((word) => /^[\p{L}\p{N}+#]+$/u.test(word))).toBe(true);
    }),
  );
});
