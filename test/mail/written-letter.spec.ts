import { written } from '../../src/mail/written-letter.js';

const letter = {
  subject: { fr: 'Entretien fixé : lundi à 14:30', en: 'Interview agreed: Monday' },
  paragraphs: [
    { fr: 'Au sujet de « Soudage » : prêt ?', en: 'About “Soudage”: ready?' },
    { fr: '« Quand ? Ici ! »', en: '“Quand ? Ici !”' },
    { fr: 'Qui ? — Anne', en: 'Qui ? — Anne' },
  ],
  link: { label: { fr: 'On y va ?', en: 'Shall we ?' }, path: '/lien/x?jeton=a%3Ab' },
};

test('a French letter does not break before its marks; addresses, times and what people wrote stay', () => {
  const { subject, text, html } = written(letter, 'fr', 'https://vte.example');
  expect(subject).toBe('Entretien fixé\u00a0: lundi à 14:30');
  expect(html).toContain(`<title>${subject}</title>`);
  for (const said of [
    'Au sujet de «\u00a0Soudage\u00a0»\u00a0: prêt\u202f?',
    '«\u00a0Quand ? Ici !\u00a0»',
    'Qui ? — Anne',
    'On y va\u202f?',
    'https://vte.example/lien/x?jeton=a%3Ab',
  ]) {
    expect(text).toContain(said);
    expect(html).toContain(said);
  }
});

test('an English letter stays as it is written', () => {
  const { subject, text } = written(letter, 'en', 'https://vte.example');
  expect(subject + text).not.toMatch(/[\u00a0\u202f]/);
});
