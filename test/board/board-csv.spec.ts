import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf, type ExportRow, harmless } from '../../src/board/board-csv.js';

const row: ExportRow = {
  offerTitle: 'Soudage',
  status: 'DECLINED',
  firstName: 'Zoé',
  lastName: 'Lefèvre',
  studyLevel: 'BAC_5',
  score: 725,
  sentAt: new Date('2026-10-25T00:30:00Z'),
  answerDueOn: '2026-11-09',
  overdue: false,
  answeredAt: new Date('2026-10-25T01:30:00Z'),
  reason: 'DATES',
  interviewAt: null,
  cvName: null,
  message: 'Bonjour',
  id: '7',
};

const cells = (given: Partial<ExportRow>, language: 'fr' | 'en' = 'fr'): string[] =>
  parse(csvOf([{ ...row, ...given }], language), { bom: true, delimiter: ';' })[1]!;

test('says in French what a spreadsheet in France reads, by the clocks of Paris', () => {
  expect(cells({})).toEqual(
    'Soudage;Refusée;Zoé;Lefèvre;Bac+5;72,5;2026-10-25 02:30;2026-11-09;;2026-10-25 02:30;Les dates ne conviennent pas.;;;Bonjour;7'.split(
      ';',
    ),
  );
  expect(cells({ overdue: true, score: 0 }, 'en').slice(5, 9)).toEqual(['', '2026-10-25 02:30', '2026-11-09', 'yes']);
});

test.each([
  '=1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r1',
  '\n1',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '"=1',
  "'=1",
  '|x',
  '%x',
  '−1',
])('%j stays text', (cell) => {
  expect(harmless(cell)).toBe(`'${cell}`);
});

test.each(['', 'Zoé', '12', 'a=1', '2026-10-25', 'O’Brien', '« =1 »'])('%j stays as it is', (cell) => {
  expect(harmless(cell)).toBe(cell);
});

test('whatever is written, one application is one line of as many cells, none of which begins a formula', () => {
  const nasty = fc.string({ unit: fc.constantFrom(...Array.from('=+-@\t\r\n";\',|%\\ aé＝\u200b')) });
  fc.assert(
    fc.property(nasty, nasty, nasty, (firstName, lastName, message) => {
      const found = cells({ firstName, lastName, message });
      expect(found).toHaveLength(15);
      for (const cell of found) expect(cell).not.toMatch(/^[\s\u200b"]*[=+\-@＝]/u);
      expect([firstName, `'${firstName}`]).toContain(found[2]);
    }),
  );
});

test('long messages are cut between characters', () => {
  const cut = cells({ message: '🎈'.repeat(1_500) })[13]!;
  expect(cut).toBe(`${'🎈'.repeat(1_000)}…`);
});
