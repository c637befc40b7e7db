import { problems, shippedProgramme } from '../../src/programme/programme-book.js';
import { measuresOf, ProgrammeContent } from '../../src/programme/programme-content.js';

const shipped = (): ProgrammeContent => ProgrammeContent.parse(shippedProgramme());

test('the table that is shipped is one, without two things of one key', () => {
  expect(problems(shipped())).toEqual([]);
});

test('every text is in both languages, without straight apostrophes or a sign that stands against its word in French', () => {
  const texts: { fr: string; en: string }[] = [];
  const gather = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('fr' in value && 'en' in value) texts.push(value as { fr: string; en: string });
    else Object.values(value).forEach(gather);
  };
  gather(shipped());
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter(({ fr }) => /'|"|[^\s][:;!?»](\s|$)|«\S/.test(fr))).toEqual([]);
});

test('nothing is said without where it was read; none of the measures is told twice; fewer stand there than were announced', () => {
  const [first, second] = shipped().generations;
  const measures = measuresOf(first!);
  expect(new Set(measures.map(({ title }) => title.fr)).size).toBe(measures.length);
  expect(measures.length).toBeLessThan(first!.measuresAnnounced!);
  expect(second!.measuresAnnounced).toBeNull();
  const addresses = measures.map(({ sourceUrl }) => sourceUrl).filter((url) => url !== null);
  expect(addresses.every((url) => /^https?:\/\//.test(url))).toBe(true);
});

test('a table with a key twice, a generation missing or an address that is none is refused', () => {
  const twice = shipped();
  twice.generations[0]!.goals[0]!.measures.push(twice.generations[0]!.goals[1]!.measures[0]!);
  expect(problems(twice)).toHaveLength(1);
  const missing = shipped();
  missing.generations[1] = missing.generations[0]!;
  expect(problems(missing).map(({ text }) => text.en)).toContain('The generation CURRENT_2023_2027 is missing.');
  const unsafe = shipped();
  unsafe.generations[0]!.goals[0]!.measures[0]!.sourceUrl = 'javascript:alert(1)';
  expect(ProgrammeContent.safeParse(unsafe).success).toBe(false);
});
