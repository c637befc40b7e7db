import { type SuspiciousWords, suspiciousIn, suspiciousWords } from '../../src/moderation/suspicious-words.js';

const today = '2026-11-23';
const reasonsIn = (description: string, contractType: 'CDI' | 'APPRENTICESHIP' = 'CDI', day = today) => [
  ...new Set(suspiciousIn({ title: 'Cheffe de projet', description, contractType }, day).map(({ reason }) => reason)),
];

test.each<[string, SuspiciousWords['reason']]>([
  ['Des frais d’inscription sont demandés.', 'ASKS_FOR_MONEY'],
  ['Un APPORT PERSONNEL est attendu.', 'ASKS_FOR_MONEY'],
  ['Caution à verser avant le début.', 'ASKS_FOR_MONEY'],
  ['Envoyez la copie de votre carte d’identité.', 'FRAUD'],
  ['Contactez-nous sur   WhatsApp !', 'FRAUD'],
  ['Gains garantis dès le premier mois.', 'FRAUD'],
  ['Vous avez moins de 30 ans.', 'DISCRIMINATORY'],
  ['Profil âgé de 25 à 35 ans.', 'DISCRIMINATORY'],
  ['Poste pour homme uniquement.', 'DISCRIMINATORY'],
  ['Nous recherchons une femme souriante.', 'DISCRIMINATORY'],
  ['De nationalité française exigée.', 'DISCRIMINATORY'],
  ['Stage de 6 mois avec convention de stage.', 'NOT_A_VTE'],
  ['Statut auto-entrepreneur.', 'NOT_A_VTE'],
])('“%s” is looked at: %s', (description, reason) => {
  expect(reasonsIn(description)).toContain(reason);
});

test.each([
  'Nous recherchons une ou un ingénieur, femme ou homme.',
  'Entreprise de plus de 30 ans d’existence.',
  'Plus de 20 ans d’expérience dans la plasturgie.',
  'Vous parlez français et anglais.',
  'Participation aux frais de transport ; prise en charge de la mutuelle.',
  'Tutorat de stagiaires, relations avec les écoles.',
  'Vous suivez les investissements de l’atelier.',
])('“%s” is not', (description) => {
  expect(reasonsIn(description)).toEqual([]);
});

test('apprenticeships have an age by law', () => {
  expect(reasonsIn('Vous avez moins de 30 ans.', 'APPRENTICESHIP')).toEqual([]);
  expect(reasonsIn('Poste pour homme uniquement.', 'APPRENTICESHIP')).toEqual(['DISCRIMINATORY']);
});

test('the table holds from its day on, with a source for every line', () => {
  expect(reasonsIn('Gains garantis.', 'CDI', '2026-10-31')).toEqual([]);
  for (const { source, since } of suspiciousWords) {
    expect(source).not.toBe('');
    expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test('no text makes the patterns slow', () => {
  const long = `${'frais de '.repeat(2_000)}${'a '.repeat(20_000)}`;
  const began = performance.now();
  reasonsIn(long);
  expect(performance.now() - began).toBeLessThan(500);
});
