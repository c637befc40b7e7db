import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { anAdministrator, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** What the programme of the Territoires d’industrie wants, what was sourced of it, and what the platform does for each. */
let platform: Platform;
let schema: GraphQLSchema;

const PROGRAMME = `{ generation title challenges { ...goal } priorities { ...goal } measuresAnnounced measuresSourced measuresNote
  governance { key title text source sourceUrl checkedOn } timeline { generation on count text source sourceUrl }
  sources { source sourceUrl checkedOn } }`;
const GOAL = `fragment goal on ProgrammeGoal { key title text beyondThePlatform
  measures { key title text source sourceUrl checkedOn attachedBySource } onThePlatform { key title text how { kind name } figure } }`;
const READ = `query ($generation: TerritoryGeneration) { programme(generation: $generation) ${PROGRAMME} } ${GOAL}`;
const read = async (generation?: string, language = 'fr'): Promise<any> =>
  (await platform.ask(READ, { generation }, { language })).programme;

beforeAll(async () => {
  platform = await Platform.start('programme');
  platform.travelTo('2026-09-01T10:00:00Z');
  ({ schema } = platform.app.get(GraphQLSchemaHost, { strict: false }));
});
afterAll(() => platform.stop());

test('the first generation has four challenges, and says how many of its 17 measures have a source', async () => {
  const first = await read('LAUNCH_2018_2022');
  expect(first.challenges.map(({ key }: any) => key)).toEqual(['ATTRACT', 'RECRUIT', 'INNOVATE', 'SIMPLIFY']);
  expect(first.priorities).toEqual([]);
  const measures = first.challenges.flatMap(({ measures: each }: any) => each);
  expect([first.measuresAnnounced, first.measuresSourced]).toEqual([17, measures.length]);
  expect(measures.length).toBeLessThan(17);
  expect(first.measuresNote).toMatch(/aucune n’est inventée/);
  expect(measures.every(({ source, checkedOn }: any) => source.length > 10 && checkedOn >= '2026-11-01')).toBe(true);
  expect(first.challenges[1].measures[0].title).toMatch(/VTE/);
  expect((await read('LAUNCH_2018_2022', 'en')).challenges[1]).toMatchObject({ title: 'Recruit' });
});

test('the second generation has four priorities, is the one that is asked for by default, and has no number of measures', async () => {
  const second = await read();
  expect(second.generation).toBe('CURRENT_2023_2027');
  expect(second.priorities.map(({ key }: any) => key)).toEqual(['SKILLS', 'TRANSITION', 'INNOVATION', 'LAND']);
  expect(second).toMatchObject({ challenges: [], measuresAnnounced: null, measuresSourced: 0 });
  expect(second.priorities[3].beyondThePlatform).toMatch(/ne traite pas du foncier/);
  expect(second.timeline.map(({ count }: any) => count)).toEqual([124, 136, 141, 144, 146, 148, 149, 183]);
  expect(second.sources.length).toBeGreaterThan(3);
  expect((await platform.ask(READ, { generation: null })).programme.generation).toBe('CURRENT_2023_2027');
});

test('everything that the platform is said to do is a field, a query, a mutation or a route that there is', async () => {
  const routes = platform.app.getHttpAdapter().getInstance() as { hasRoute: (of: object) => boolean };
  const there = ({ kind, name }: { kind: string; name: string }): boolean => {
    if (kind === 'ROUTE') {
      const [method, url] = name.split(' ');
      return routes.hasRoute({ method, url });
    }
    const [type, field] = kind === 'FIELD' ? name.split('.') : [kind === 'QUERY' ? 'Query' : 'Mutation', name];
    const found = schema.getType(type!);
    return isObjectType(found) && field! in found.getFields();
  };
  for (const generation of ['LAUNCH_2018_2022', 'CURRENT_2023_2027']) {
    const { challenges, priorities } = await read(generation);
    for (const { key, onThePlatform } of [...challenges, ...priorities]) {
      expect(onThePlatform.length).toBeGreaterThan(0);
      expect([key, onThePlatform.map(({ how }: any) => how).filter((how: any) => !there(how))]).toEqual([key, []]);
    }
  }
});

test('a territory has the programme of its own generation, with its own figures and the aids of the day', async () => {
  const owner = await anOwner(platform);
  await anOffer(platform, owner);
  await anOffer(platform, await anOwner(platform, { communeCode: '29019' }));
  const TERRITORY = `query ($id: ID!) { node(id: $id) { ... on Territory { programme { on aidsIn { name }
    aids { aid verdict conditions { explanation } } programme ${PROGRAMME} } } } } ${GOAL}`;
  const { commune, territories } = await platform.ask(
    '{ commune(code: "01283") { territories { id } } territories { id } }',
  );
  const here = commune.territories[0].id;
  const there = territories.find(({ id }: any) => id !== here).id;
  const of = async (id: string): Promise<any> => (await platform.ask(TERRITORY, { id })).node.programme;
  const figureOf = ({ programme }: any, name: string): number =>
    [...programme.challenges, ...programme.priorities]
      .flatMap(({ onThePlatform }: any) => onThePlatform)
      .find(({ how }: any) => how.name === name).figure;
  const [mine, other] = [await of(here), await of(there)];
  expect([figureOf(mine, 'Territory.openOffers'), figureOf(other, 'Territory.openOffers')]).toEqual([2, 0]);
  // Those that hire here count, as they are listed.
  expect([figureOf(mine, 'Territory.companies'), figureOf(other, 'Territory.companies')]).toEqual([2, 0]);
  expect(mine).toMatchObject({ on: '2026-09-01', programme: { generation: 'CURRENT_2023_2027' } });
  expect(mine.aidsIn.name).toEqual(expect.any(String));
  expect(mine.aids.map(({ aid }: any) => aid)).toContain('VTE_TERRITOIRE_INDUSTRIE');
  expect((await of('LAUNCH_2018_2022:ti-0101')).programme.generation).toBe('LAUNCH_2018_2022');
});

test('an administrator adds a measure whose source was found, without a release', async () => {
  const { token } = await anAdministrator(platform);
  const { ruleBook } = await platform.ask(
    '{ ruleBook(name: "programme") { current { number content } } }',
    {},
    { token },
  );
  const { content, number } = ruleBook.current;
  const table = JSON.parse(content);
  table.generations[0].goals[3].measures.push({
    key: 'found-later',
    title: { fr: 'Une mesure retrouvée', en: 'A measure that was found' },
    text: { fr: 'Ce qu’elle dit.', en: 'What it says.' },
    source: 'Un rapport retrouvé depuis',
    sourceUrl: 'https://rapport.example/',
    checkedOn: '2026-11-24',
    attachedBySource: true,
  });
  const CHANGE = `mutation ($content: String!, $number: Int!) { changeRuleBook(name: "programme", content: $content, basedOn: $number,
    reason: "La source a été retrouvée.") { __typename ... on Refusal { message } } }`;
  const change = (said: unknown) => platform.ask(CHANGE, { content: JSON.stringify(said), number }, { token });
  const before = (await read('LAUNCH_2018_2022')).measuresSourced;
  expect((await change(table)).changeRuleBook.__typename).toBe('RuleBook');
  expect((await read('LAUNCH_2018_2022')).measuresSourced).toBe(before + 1);
});
