import { FileReader } from '../../src/documents/file-reader.js';
import { aDocx, all, aPdf, column, repacked, rowByRow, sideways } from './cv-files.js';

const reader = new FileReader();
afterAll(() => reader.onModuleDestroy());

const heading = 'Camille Martin, ingénieure qualité – à Oyonnax depuis l’été 2022, et dans toute l’Auvergne';
const closing = 'Centres d’intérêt : la randonnée, le théâtre, et le bénévolat dans une association de quartier';
const left = ['COMPÉTENCES', 'AMDEC', 'Lean manufacturing', 'Contrôle statistique', 'LANGUES', 'Anglais C1'];
const right = [
  'EXPÉRIENCE',
  'Ingénieure qualité, plasturgie',
  'Audits des fournisseurs',
  '',
  'FORMATION',
  'INSA de Lyon',
];

describe('a PDF', () => {
  test('is read with its lines, accents and pages', async () => {
    const text = await reader.read(await aPdf(column([heading, 'Où ? Çà et là, Œuvres']), column([closing])));
    expect(text).toBe(`${heading}\nOù ? Çà et là, Œuvres\n\n${closing}`);
  });

  test('is read column by column, whatever order it was written in, with what runs over both in its place', async () => {
    const draw = all(column([closing], 40, 600), rowByRow(left, right), column([heading], 40, 800, 12));
    expect((await reader.read(await aPdf(draw))).split('\n')).toEqual([
      heading,
      ...left,
      ...right.filter((line) => line !== ''),
      closing,
    ]);
  });

  test('is read from the top when it was written from the bottom', async () => {
    const draw = all(column([closing], 40, 300), column([heading], 40, 700));
    expect(await reader.read(await aPdf(draw))).toBe(`${heading}\n${closing}`);
  });

  test('keeps a date beside what was done then, and a level beside its language', async () => {
    const years = ['2022 – 2024', '2020 – 2022', '2019'];
    const posts = ['Ingénieure qualité', 'Technicienne méthodes', 'Stage ouvrier'];
    const draw = all(column(posts, 140), column(years, 40), column(['Anglais', 'Allemand', 'Italien'], 40, 600));
    const text = await reader.read(await aPdf(all(draw, column(['C1', 'B2', 'A2'], 200, 600))));
    expect(text.split('\n')).toEqual([
      '2022 – 2024\tIngénieure qualité',
      '2020 – 2022\tTechnicienne méthodes',
      '2019\tStage ouvrier',
      'Anglais\tC1',
      'Allemand\tB2',
      'Italien\tA2',
    ]);
  });

  test('is read as it is shown when its pages are turned', async () => {
    expect(await reader.read(await aPdf(sideways([heading, closing])))).toBe(`${heading}\n${closing}`);
  });

  test('may have other bytes before its first words', async () => {
    const pdf = Buffer.concat([Buffer.from('\r\n\r\n'), await aPdf(column([heading]))]);
    expect(await reader.read(pdf)).toBe(heading);
  });
});

describe('a Word document', () => {
  test('is read with its header, its line breaks and its tables', async () => {
    const docx = await aDocx(
      ['Compétences\nAMDEC', [['Anglais', 'C1'], ['Allemand', 'B2']], 'Après le tableau'], // prettier-ignore
      'Camille Martin, Oyonnax',
    );
    const text = await reader.read(docx);
    expect(text.split('\n')).toEqual([
      'Camille Martin, Oyonnax',
      'Compétences',
      'AMDEC',
      'Anglais\tC1',
      'Allemand\tB2',
      'Après le tableau',
    ]);
  });

  test('whose columns are a table is read column by column', async () => {
    const docx = await aDocx([[['Compétences\nAMDEC\nKaizen', 'Expérience\nQualité']]]);
    expect(await reader.read(docx)).toBe('Compétences\nAMDEC\nKaizen\nExpérience\nQualité');
  });

  test('is read in its boxes too', async () => {
    const box =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>' +
      '<w:p><w:r><w:t>Lean manufacturing</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>';
    const docx = repacked(await aDocx(['Ingénieure qualité en plasturgie']), (xml) =>
      xml.replace('<w:body>', `$&${box}`),
    );
    expect(await reader.read(docx)).toBe('Lean manufacturing\nIngénieure qualité en plasturgie');
  });
});
