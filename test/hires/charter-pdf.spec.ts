import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { charterPdf, sha256Of, signedCharterPdf } from '../../src/hires/charter-pdf.js';
import { charterTextsOn, charterTextVersions } from '../../src/hires/charter-texts.js';
import { aCharter } from './a-charter.js';

const at = new Date('2026-11-23T10:00:00Z');

const read = async (bytes: Buffer) => {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { document, text: text.normalize('NFC'), totalPages };
};

test('the same content is the same bytes, another one is not', async () => {
  const [one, again, other] = await Promise.all([
    charterPdf(aCharter(), at),
    charterPdf(aCharter(), at),
    charterPdf(aCharter({ missionTitle: 'Ingénieur méthodes' }), at),
  ]);
  expect(sha256Of(one)).toBe(sha256Of(again));
  expect(sha256Of(one)).not.toBe(sha256Of(other));
});

test('it says who, what, where, when and what both undertake, in French with its signs', async () => {
  const { text, totalPages } = await read(await charterPdf(aCharter(), at));
  for (const said of [
    'Fonderie d’Œuvres Écho',
    '732 829 320 00074',
    'Zoë Łęcka-Nuñez',
    'Ève Garçon, responsable des méthodes',
    '1er décembre 2026',
    '30 novembre 2027',
    'CDD, 12 mois',
    'Thiers (Puy-de-Dôme)',
    'Thiers - Ambert',
    'la directrice générale',
    'Engagements de l’entreprise',
    'Engagements de la personne embauchée',
    'Modèle de la plateforme, d’après la charte du VTE',
    `page 1 sur ${totalPages}`,
  ]) {
    expect(text.replace(/\s+/g, ' ')).toContain(said);
  }
  expect(text).not.toContain('\ufffd');
});

test('it tells programs its title and language, and how it is built', async () => {
  const bytes = await charterPdf(aCharter(), at);
  const { document } = await read(bytes);
  const { info } = await getMeta(document);
  expect(info).toMatchObject({
    Title: expect.stringContaining('Charte du volontariat territorial'),
    Language: 'fr-FR',
  });
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const tree = await (await document.getPage(1)).getStructTree();
  expect(JSON.stringify(tree)).toContain('"H1"');
});

test('signed, it names both with the clock of Paris, and carries what was signed', async () => {
  const signedPdf = await charterPdf(aCharter(), at);
  const sha256 = sha256Of(signedPdf);
  const final = await signedCharterPdf({
    content: aCharter(),
    sha256,
    signedPdf,
    at,
    verifyAt: `https://vte.example/charte/${sha256}`,
    signatures: [
      { side: 'CANDIDATE', name: 'Zoë Łęcka-Nuñez', role: null, signedAt: new Date('2026-07-01T22:30:00Z') },
      { side: 'COMPANY', name: 'Ada Dupont', role: 'présidente', signedAt: new Date('2026-11-23T11:00:00Z') },
    ],
  });
  const { document, text } = await read(final);
  const flat = text.replace(/\s+/g, ' ');
  expect(flat).toContain('2 juillet 2026 à 00:30:00, heure de Paris');
  expect(flat).toContain('23 novembre 2026 à 12:00:00, heure de Paris');
  expect(flat).toContain('Ada Dupont, présidente');
  expect(flat.replace(/ /g, '')).toContain(sha256);
  const attached = (await document.getAttachments()) as Record<string, { content: Uint8Array }>;
  expect(sha256Of(Object.values(attached)[0]!.content)).toBe(sha256);
});

test('a long mission runs over pages, each numbered', async () => {
  const { text, totalPages } = await read(
    await charterPdf(aCharter({ mission: 'Former les équipes aux nouvelles méthodes. '.repeat(90) }), at),
  );
  expect(totalPages).toBeGreaterThan(2);
  expect(text.replace(/\s+/g, ' ')).toContain(`page ${totalPages} sur ${totalPages}`);
});

test('the texts in force are those of the day', () => {
  expect(charterTextsOn('2026-11-23').version).toBe('2026-11');
  expect(charterTextsOn('2000-01-01')).toBe(charterTextVersions()[0]);
});
