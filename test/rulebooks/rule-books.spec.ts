import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Announcements } from '../../src/common/announcements.js';
import { Clock } from '../../src/common/clock.js';
import { databaseOptions } from '../../src/database.js';
import type { RuleBook } from '../../src/rulebooks/rule-book.js';
import { fingerprintOf } from '../../src/rulebooks/rule-book.js';
import { checkText } from '../../src/rulebooks/rule-book-check.js';
import { changesBetween } from '../../src/rulebooks/rule-book-diff.js';
import { RuleBookStore } from '../../src/rulebooks/rule-book-store.js';
import { type Held, RuleBooks } from '../../src/rulebooks/rule-books.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const Tariff = z.strictObject({ lines: z.array(z.strictObject({ name: z.string(), euros: z.int().min(0) })) });
type Tariff = z.infer<typeof Tariff>;
const tariff = (...lines: [string, number][]): Tariff => ({ lines: lines.map(([name, euros]) => ({ name, euros })) });
const bookOf = (shipped: unknown): RuleBook<Tariff> => ({
  name: 'tariff',
  title: { fr: 'Tarif', en: 'Tariff' },
  shipped: () => shipped,
  schema: Tariff,
  entries: ({ lines }) =>
    lines.map((line) => ({ key: line.name, title: { fr: line.name, en: line.name }, value: line })),
});

let database: TestDatabase;
let db: DataSource;
let store: RuleBookStore;
const processes: { books: RuleBooks; announcements: Announcements }[] = [];

beforeAll(async () => {
  database = await testDatabase('rule_books');
  db = await new DataSource(databaseOptions(database.url, 4)).initialize();
  store = new RuleBookStore(db);
});
beforeEach(() => db.query('DELETE FROM rule_book_version'));
afterEach(async () => {
  for (const { books, announcements } of processes.splice(0)) {
    books.onModuleDestroy();
    await announcements.beforeApplicationShutdown();
  }
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** A process of a release that brings this table. */
async function release(shipped: unknown): Promise<{ held: () => Held<Tariff>; books: RuleBooks }> {
  const announcements = new Announcements(db);
  const books = new RuleBooks(store, announcements, new Clock());
  const held = books.register(bookOf(shipped));
  processes.push({ books, announcements });
  await books.onModuleInit();
  return { held, books };
}

const changeTo = (content: unknown): Promise<void> =>
  store.change('tariff', (tx, newest) =>
    store.add(tx, {
      book: 'tariff',
      number: (newest?.number ?? 0) + 1,
      content,
      origin: 'CHANGED',
      madeBy: null,
      madeAt: new Date(),
      reason: 'Un nouveau tarif',
      settles: null,
    }),
  );
const versions = async (): Promise<[number, string][]> =>
  (await store.before('tariff', null, 100)).map(({ number, origin }) => [number, origin]);

test('several processes that start at once make one version', async () => {
  const all = await Promise.all([1, 2, 3].map(() => release(tariff(['a', 1]))));
  expect(await versions()).toEqual([[1, 'SHIPPED']]);
  for (const { held } of all) expect(held()).toEqual({ content: tariff(['a', 1]), number: 1 });
});

test('a newer release follows a shipped table, and an older process that starts later changes nothing', async () => {
  await release(tariff(['a', 1]));
  const newer = await release(tariff(['a', 2]));
  const older = await release(tariff(['a', 1]));
  expect(await versions()).toEqual([
    [2, 'SHIPPED'],
    [1, 'SHIPPED'],
  ]);
  expect([newer.held().content, older.held().content]).toEqual([tariff(['a', 2]), tariff(['a', 2])]);
});

test('after an administrator’s change the table of a release waits', async () => {
  await release(tariff(['a', 1]));
  await changeTo(tariff(['a', 5]));
  const newer = await release(tariff(['a', 2]));
  expect(newer.held()).toEqual({ content: tariff(['a', 5]), number: 2 });
  expect(await store.isSettled('tariff', fingerprintOf(tariff(['a', 2])))).toBe(false);
  expect(await store.isSettled('tariff', fingerprintOf(tariff(['a', 1])))).toBe(true);
});

test('a change reaches every process by its announcement, and by a look at the latest', async () => {
  const [one, other] = [await release(tariff(['a', 1])), await release(tariff(['a', 1]))];
  const before = one.held().content;
  await one.books.refresh();
  expect(one.held().content).toBe(before);
  await changeTo(tariff(['a', 5]));
  await Promise.all([one.books.refresh(), other.books.refresh()]);
  expect([one.held().content, other.held().content]).toEqual([tariff(['a', 5]), tariff(['a', 5])]);
  expect(await one.books.at('tariff', 1)).toEqual(tariff(['a', 1]));
  expect(await one.books.at('tariff', 9)).toBeNull();
});

test('a version of a later release leaves the last that can be read', async () => {
  const { held, books } = await release(tariff(['a', 1]));
  await changeTo(tariff(['a', 5]));
  await changeTo({ lines: [], currency: 'EUR' });
  await books.refresh();
  expect(held()).toEqual({ content: tariff(['a', 5]), number: 2 });
  await changeTo(tariff(['a', 7]));
  await books.refresh();
  expect(held()).toEqual({ content: tariff(['a', 7]), number: 4 });
});

test('changes made at once take turns', async () => {
  await release(tariff(['a', 1]));
  await Promise.all([2, 3, 4, 5].map((euros) => changeTo(tariff(['a', euros]))));
  expect((await versions()).map(([number]) => number)).toEqual([5, 4, 3, 2, 1]);
});

test('a shipped table that is not as it should be, or a name that is taken, is told at once', () => {
  const books = new RuleBooks(store, new Announcements(db), new Clock());
  expect(() => books.register(bookOf(tariff(['a', -1])))).toThrow('lines.0.euros');
  books.register(bookOf(tariff()));
  expect(() => books.register(bookOf(tariff()))).toThrow('two rooms');
  expect(() => books.current('other')).toThrow('other');
});

test('two contents are compared rule by rule, whatever the order of rules and fields', () => {
  const changes = changesBetween(
    bookOf(tariff()),
    tariff(['a', 1], ['b', 2], ['c', 3]),
    tariff(['d', 4], ['c', 3], ['b', 5]),
  );
  expect(changes.map(({ kind, title, before, after }) => [kind, title.fr, before.length, after.length])).toEqual([
    ['ADDED', 'd', 0, 2],
    ['CHANGED', 'b', 1, 1],
    ['REMOVED', 'a', 2, 0],
  ]);
  expect(changes[1]!.after).toEqual([{ fr: 'euros : 5', en: 'euros : 5' }]);
  expect(fingerprintOf({ one: 1, other: [{ b: 2, a: 1 }] })).toBe(fingerprintOf({ other: [{ a: 1, b: 2 }], one: 1 }));
});

test.each([
  ['half a text', '[', []],
  ['null', 'null', []],
  ['words for a number', '{"lines": [{"name": "a", "euros": "1"}]}', ['lines', 0, 'euros']],
  ['a field nobody knows', '{"lines": [], "__proto__": {"x": 1}}', []],
  ['a text that is too long', JSON.stringify('x'.repeat(60_000)), []],
])('%s is no table, which is told with its place', (_what, text, path) => {
  const { problems } = checkText(bookOf(tariff()), text);
  expect(problems?.map((problem) => problem.path)).toContainEqual(path);
  expect(problems?.every(({ text: told }) => told.fr !== '' && told.en !== '')).toBe(true);
});

test('what is wrong is told in words of the table, in French without a word of the engine', () => {
  const told = (text: string) => checkText(bookOf(tariff()), text).problems?.map((problem) => problem.text.fr);
  expect(told('{\n  "lines": [],\n}')).toEqual(['Ce n’est plus du JSON à la ligne 3, caractère 1.']);
  expect(told('{"lines": [,]}')).toEqual(['Ce n’est pas du JSON, près de « {"lines": [,]} ».']);
  expect(told('{"lines":')).toEqual(['Le contenu n’est pas du JSON complet.']);
  expect(told('{"lines": {}, "more": 1}')).toEqual(['Une liste est attendue ici.', 'Champ inconnu : « more ».']);
  expect(told('{"lines": [{"name": 5, "euros": -1}, {"name": "b", "euros": 1.5}]}')).toEqual([
    'Un texte est attendu ici.',
    'Au moins 0.',
    'Un nombre entier est attendu ici.',
  ]);
});

test('how long a text is, is told in figures as they are written', () => {
  const told = checkText(bookOf(tariff()), 'x'.repeat(60_001)).problems?.[0]?.text;
  expect(told?.fr.replace(/\s/g, ' ')).toBe('Le contenu compte au plus 60 000 caractères (60 001 ici).');
  expect(told?.en).toBe('The content has 60,000 characters at the most (60,001 here).');
});

test.each(['[', '{"a":'])('%s written many times over is refused like any other text', (opening) => {
  const closing = opening === '[' ? ']' : '}';
  const deep = opening.repeat(8_000) + '1' + closing.repeat(8_000);
  expect(checkText(bookOf(tariff()), deep).problems).not.toBeNull();
});
