import { plainText } from '../../src/common/plain-text.js';
import { filled, type Filling, unknownPlaceholders } from '../../src/board/placeholders.js';
import { shippedTemplates } from '../../src/board/shipped-templates.js';

const zoe: Filling = { firstName: 'Zoé', lastName: 'Lefèvre', offerTitle: 'Soudage', companyName: 'Forges' };

test.each([
  ['Bonjour {prénom},', 'Bonjour Zoé,'],
  ['Bonjour {PRENOM} {Nom},', 'Bonjour Zoé Lefèvre,'],
  ['Hello {first name} {last  name}', 'Hello Zoé Lefèvre'],
  ['« {offre} » chez {entreprise} !', '« Soudage » chez Forges !'],
  ['{prénom}{prénom}', 'ZoéZoé'],
  ['{} {inconnu} { prénom }', '{} {inconnu} Zoé'],
])('%s', (text, expected) => {
  expect(filled(text, zoe)).toBe(expected);
});

test('what is not known leaves no gap', () => {
  const nobody = { ...zoe, firstName: null, lastName: '' };
  expect(filled('Bonjour {prénom} {nom},', nobody)).toBe('Bonjour,');
  expect(filled('{prénom}, bonjour', nobody)).toBe(', bonjour');
});

test('what is filled in asks for nothing more, and is no pattern', () => {
  expect(filled('Bonjour {prénom}', { ...zoe, firstName: '{nom} $& $1 {entreprise}' })).toBe(
    'Bonjour {nom} $& $1 {entreprise}',
  );
});

test('what stands for nothing is named once', () => {
  expect(unknownPlaceholders('{prénom} {civilité} {civilité} {} {constructor}')).toEqual([
    '{civilité}',
    '{}',
    '{constructor}',
  ]);
});

test.each(shippedTemplates.flatMap(({ id, body }) => [[id, body.fr] as const, [id, body.en] as const]))(
  '%s has only fields that are known',
  (_id, body) => {
    expect(unknownPlaceholders(body)).toEqual([]);
    expect(filled(body, zoe)).toContain('Zoé');
  },
);

test.each(shippedTemplates.map(({ id, body }) => [id, body.fr]))(
  'no line of %s breaks before a mark, as it is sent',
  (_id, body) => {
    const sent = plainText(filled(body, zoe));
    expect(sent).toMatch(/[\u00a0\u202f]/u);
    expect(sent).not.toMatch(/ [;:!?»%]|« /u);
  },
);
