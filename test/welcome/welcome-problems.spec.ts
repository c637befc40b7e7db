import { draftOf } from '../../src/welcome/welcome-draft.js';
import type { WelcomeInput } from '../../src/welcome/welcome.input.js';
import { welcomeProblems } from '../../src/welcome/welcome-problems.js';

const known = {
  isCommune: (code: string) => code === '01283',
  wasRemoved: (email: string) => email === 'parti@exemple.fr',
};
const text = (fr: string, en?: string) => ({ fr, en });
const problemsOf = (differs: Partial<WelcomeInput>): string[] =>
  welcomeProblems(draftOf({ territoryId: 't', version: 0, ...differs }, new Set()), known).map(({ path }) =>
    path.slice(1).join('.'),
  );

const help = (differs: object = {}) => ({ title: text('Titre'), text: text('Texte'), ...differs });
const event = (differs: object = {}) => ({
  ...help(),
  startsAt: new Date('2026-09-20T08:00:00Z'),
  endsAt: new Date('2026-09-20T10:00:00Z'),
  ...differs,
});

test('nothing at all is right, and so is everything left out or null', () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ presentation: null, contacts: null, housing: null, events: null, links: null })).toEqual([]);
});

test.each([
  ['https://exemple.fr/page?a=1', true],
  ['http://exemple.fr/', false],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['data:text/html,x', false],
  ['//exemple.fr', false],
  ['https://exemple', false],
  ['https://exemple.fr@autre.fr/', false],
  ['https://exemple.fr/ "onclick', false],
  [`https://exemple.fr/${'a'.repeat(500)}`, false],
])('an address: %s', (url, right) => {
  expect(
    problemsOf({ housing: [help({ url })], links: [{ title: text('x'), url }], events: [event({ url })] }),
  ).toEqual(right ? [] : ['housing.0.url', 'events.0.url', 'links.0.url']);
});

test.each([
  ['04 74 00 00 00', true],
  ['+33 (0)4.74.00.00.00', true],
  ['3939', true],
  ['04 74', true],
  ['abc', false],
  ['+', false],
  ['04 74 00 00 00 poste 12', false],
  ['1'.repeat(16), false],
])('a telephone number: %s', (phone, right) => {
  expect(problemsOf({ contacts: [{ role: text('Accueil'), phone }] })).toEqual(right ? [] : ['contacts.0.phone']);
});

test('a person is shown with their agreement alone, and never again when they went', () => {
  const role = text('Accueil');
  expect(problemsOf({ contacts: [{ name: 'X', role, email: 'x@exemple.fr' }] })).toEqual(['contacts.0.agreed']);
  expect(problemsOf({ contacts: [{ name: 'X', role, email: 'x@exemple.fr', agreed: true }] })).toEqual([]);
  expect(problemsOf({ contacts: [{ role, email: ' Parti@Exemple.fr ' }] })).toEqual(['contacts.0.email']);
});

test('an event ends after it began, within a month, in a commune that there is', () => {
  const endsAt = (at: string) => problemsOf({ events: [event({ endsAt: new Date(at) })] });
  expect(endsAt('2026-09-20T08:00:00Z')).toEqual(['events.0.endsAt']);
  expect(endsAt('2026-09-19T08:00:00Z')).toEqual(['events.0.endsAt']);
  expect(endsAt('2026-10-21T08:00:00Z')).toEqual([]);
  expect(endsAt('2026-10-21T08:00:01Z')).toEqual(['events.0.endsAt']);
  expect(problemsOf({ events: [event({ communeCode: '01283' }), event({ communeCode: 'x' })] })).toEqual([
    'events.1.communeCode',
  ]);
});

test('a text is told in French, markup is gone, and limits count characters', () => {
  expect(problemsOf({ presentation: text('', 'English only') })).toEqual(['presentation.fr']);
  expect(problemsOf({ presentation: text('🏭'.repeat(6_000)) })).toEqual([]);
  expect(problemsOf({ presentation: text('a', 'a'.repeat(6_001)) })).toEqual(['presentation.en']);
  const { content } = draftOf(
    { territoryId: 't', version: 0, presentation: text('<p>Un</p><script>deux</script>\n&lt;b&gt;trois&lt;/b&gt;') },
    new Set(),
  );
  expect(content.presentation?.fr).toBe('Un\n\ntrois');
  expect(problemsOf({ housing: Array.from({ length: 21 }, () => help()) })).toEqual(['housing']);
});

test('ids stay where the territory had them, once, and are new everywhere else', () => {
  const id = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';
  const { content } = draftOf(
    { territoryId: 't', version: 0, events: [event({ id }), event({ id }), event({ id: 'x' }), event()] },
    new Set([id]),
  );
  expect(content.events[0]!.id).toBe(id);
  expect(new Set(content.events.map((each) => each.id)).size).toBe(4);
});
