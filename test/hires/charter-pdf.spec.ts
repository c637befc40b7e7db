import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { referenceFile } from '../../src/common/reference-file.js';
import { charterPdf, sha256Of, signedCharterPdf } from '../../src/hires/charter-pdf.js';
import { charterTextsOn, charterTextVersions } from '../../src/hires/charter-texts.js';
import { isPrintable } from '../../src/hires/hire-rules.js';
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

test('it says the pay when it is known', async () => {
  const { text } = await read(await charterPdf(aCharter({ salary: 32_000 }), at));
  expect(text.replace(/\s+/g, ' ')).toContain('Salaire brut annuel : 32 000 €');
  expect((await read(await charterPdf(aCharter(), at))).text).not.toContain('Salaire');
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
  expect(flat.replace(/\s/g, '')).toContain(sha256);
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

interface Item {
  str: string;
  width: number;
  height: number;
  transform: number[];
}

test.each([
  ['short', {}],
  ['long', { mission: 'Former les équipes aux nouvelles méthodes. '.repeat(90), missionTitle: 'm'.repeat(150) }],
  ['of one word', { mission: 'é'.repeat(4_000), reportsTo: 'm'.repeat(150) }],
])('a text that is %s stays inside the page, and no line lies over another', async (_, differs) => {
  const content = aCharter({ ...differs, greenMission: true });
  const signedPdf = await charterPdf(content, at);
  const sha256 = sha256Of(signedPdf);
  const name = 'N'.repeat(100);
  const signatures = (['CANDIDATE', 'COMPANY'] as const).map((side) => ({ side, name, role: name, signedAt: at }));
  const verifyAt = `https://vte-territoires.example.org/charte/${sha256}`;
  const final = await signedCharterPdf({ content, sha256, signedPdf, at, verifyAt, signatures });
  const { document, totalPages } = await read(final);
  for (let number = 1; number <= totalPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view as [number, number, number, number];
    const items = ((await page.getTextContent()).items as Item[]).filter(({ str }) => str.trim() !== '');
    const boxes = items.map(({ transform, width: wide, height: high }) => {
      const [left, base] = [transform[4]!, transform[5]!];
      return { left, right: left + wide, base, high };
    });
    for (const { left, right, base, high } of boxes) {
      expect([left >= 61, right <= width - 61, base >= 30, base + high <= height - 50]).toEqual(Array(4).fill(true));
    }
    const over = boxes.filter((one, index) =>
      boxes.slice(index + 1).some((other) => {
        const apart = Math.abs(one.base - other.base);
        return (
          one.left < other.right - 0.5 && other.left < one.right - 0.5 && apart < 0.8 * Math.min(one.high, other.high)
        );
      }),
    );
    expect(over).toEqual([]);
  }
});

test('what may be written in a charter is what its fonts can print', () => {
  const { openSync } = createRequire(fileURLToPath(import.meta.resolve('pdfkit')))('fontkit');
  const fonts = ['Regular', 'Bold'].map((weight) => openSync(referenceFile(`fonts/SourceSans3-${weight}.ttf`)));
  const tofu: string[] = [];
  for (let code = 0x20; code < 0x1_0000; code += 1) {
    const isLetter = code < 0xd800 || code > 0xdfff;
    if (!isLetter || !isPrintable(String.fromCodePoint(code))) continue;
    if (!fonts.every((font) => font.hasGlyphForCodePoint(code))) tofu.push(code.toString(16));
  }
  expect(tofu).toEqual([]);
  for (const text of [
    '− 30 % de CO₂',
    'Ștefan Đặng',
    'Ærø, Łódź',
    '¾ → ½',
    'Київ',
    'Ελλάδα',
    'l’été « œuvre »\u202f!\n',
  ]) {
    expect([text, isPrintable(text)]).toEqual([text, true]);
  }
  for (const text of ['🙂', '日本', 'ﬀ', 'Ａ', 'שלום', '\u0007'])
    expect([text, isPrintable(text)]).toEqual([text, false]);
});

test('the texts in force are those of the day', () => {
  expect(charterTextsOn('2026-11-23').version).toBe('2026-11');
  expect(charterTextsOn('2000-01-01')).toBe(charterTextVersions()[0]);
});
