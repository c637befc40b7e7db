import { Platform } from '../support/platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start('skills_api');
}, 60_000);
afterAll(() => platform.stop());

const COMPLETE = `query ($matching: String!, $first: Int) {
  skills(matching: $matching, first: $first) { __typename id code label kind }
  occupations(matching: $matching, first: $first) { code label skills(first: 3) { code label } } }`;

test('skills and occupations are completed in the language of the request', async () => {
  const french = await platform.ask(COMPLETE, { matching: 'qualite', first: 5 });
  expect(french.skills).toHaveLength(5);
  expect(french.skills[0]).toEqual({
    __typename: 'Skill',
    id: 'skill:118426',
    code: '118426',
    label: 'Management de la qualité',
    kind: 'KNOWLEDGE',
  });
  const english = await platform.ask(COMPLETE, { matching: 'fmea', first: 1 }, { language: 'en' });
  expect(english.skills.map(({ label }: { label: string }) => label)).toEqual(['FMEA']);
  const engineer = await platform.ask(COMPLETE, { matching: 'ingénieure qualité', first: 1 }, { language: 'en' });
  expect(engineer.occupations[0]).toMatchObject({ code: 'H1527', label: 'Quality engineer' });
  expect(engineer.occupations[0].skills).toHaveLength(3);
});

test('a skill is a node; an unknown one is none', async () => {
  const find = `query ($id: ID!) { node(id: $id) { __typename id ... on Skill { label } } }`;
  expect(await platform.ask(find, { id: 'skill:kaizen' })).toEqual({
    node: { __typename: 'Skill', id: 'skill:kaizen', label: 'Kaizen' },
  });
  expect(await platform.ask(find, { id: 'skill:999999' })).toEqual({ node: null });
});

test('more suggestions than anyone reads are refused', async () => {
  const { errors } = await platform.send(COMPLETE, { matching: 'a', first: 51 });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
