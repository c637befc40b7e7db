import { replyText, withoutAddress } from '../../src/mail/reply-text.js';

const letter = '> Bonjour,\n>\n> Une réponse est arrivée.\n';

it.each([
  [
    'Gmail',
    `Oui, jeudi.\n\nLe lun. 23 nov. 2026 à 12:00, VTE Territoires <reponse-1@x.example> a écrit :\n\n${letter}`,
  ],
  [
    'Gmail, folded',
    `Oui, jeudi.\n\nLe lun. 23 nov. 2026 à 12:00, VTE Territoires\n<reponse-1@x.example> a\nécrit :\n${letter}`,
  ],
  ['Gmail in English', `Oui, jeudi.\n\nOn Mon, Nov 23, 2026 at 12:00 PM VTE <r@x.example> wrote:\n${letter}`],
  ['Thunderbird', `Oui, jeudi.\r\n\r\nLe 23/11/2026 à 12:00, VTE Territoires a écrit\u00a0:\r\n${letter}`],
  [
    'Outlook',
    'Oui, jeudi.\n\n________________________________\nDe : VTE <r@x.example>\nEnvoyé : lundi\nÀ : moi\nObjet : x\n\nBonjour',
  ],
  [
    'Outlook without a line',
    'Oui, jeudi.\n\nDe\u00a0: VTE <r@x.example>\nEnvoyé\u00a0: lundi\nObjet\u00a0: x\n\nBonjour',
  ],
  ['Outlook in English', 'Oui, jeudi.\n\nFrom: VTE <r@x.example>\nSent: Monday\nTo: me\n\nHello'],
  ['an old one', 'Oui, jeudi.\n\n-----Message d’origine-----\nBonjour'],
  ['a signature', 'Oui, jeudi.\n\n-- \nMarie\n06 00 00 00 00'],
  ['a signature that lost its space', 'Oui, jeudi.\n--\nMarie'],
  [
    'a telephone',
    `Oui, jeudi.\n\nEnvoyé de mon iPhone\n\n> Le 23 nov. 2026 à 12:00, VTE <r@x.example> a écrit :\n> \n${letter}`,
  ],
  ['another telephone', 'Oui, jeudi.\n\nTélécharger Outlook pour Android'],
  ['only quotes after it', `Oui, jeudi.\n\n${letter}`],
])('leaves what the person wrote: %s', (_program, text) => {
  expect(replyText(text)).toBe('Oui, jeudi.');
});

it('keeps answers between the lines that are quoted', () => {
  expect(replyText('> Quand ?\nJeudi.\n\n> Où ?\nÀ Oyonnax.')).toBe('Jeudi.\n\nÀ Oyonnax.');
});

it.each([
  'Le délai de 15 jours me convient.\nJe viens.',
  'On se voit le 3 ?\nÀ bientôt',
  'De : 9 h à 10 h\nCela me va.',
  'Envoyé de mon atelier, ce plan vous plaira.\nQu’en dites-vous ?',
  'Le client a écrit :\n« merci »',
  'Trois points :\n- un\n- deux',
])('does not take words of the person for a quotation: %j', (text) => {
  expect(replyText(text)).toBe(text);
});

it('finds nothing where nothing was written', () => {
  for (const text of ['', '\n \n', letter, `Le 23/11/2026 à 12:00, VTE a écrit :\n${letter}`, '-- \nMarie']) {
    expect(replyText(text)).toBe('');
  }
});

it('takes no longer for texts made to be slow', () => {
  const texts = [
    'Le 1\n'.repeat(20_000),
    'Envoyé de mon x\n'.repeat(20_000),
    'De : \n'.repeat(20_000),
    `${' '.repeat(100_000)}x`,
    `Le ${'1'.repeat(100_000)}`,
    `${'-'.repeat(100_000)}x`,
  ];
  for (const text of texts) {
    const since = performance.now();
    replyText(text);
    expect(performance.now() - since).toBeLessThan(1_000);
  }
});

it('takes the address of the writer out, however it is written', () => {
  expect(withoutAddress('Marie\nMarie.Dupont@Example.com ou marie+x@example.com', 'marie.dupont@example.com')).toBe(
    'Marie\n[…] ou marie+x@example.com',
  );
});
