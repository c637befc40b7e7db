import { Platform } from '../support/platform.js';

/** A nullable variable with a default may be sent as null to an argument that must not be null: nobody's failure but the client's. */
let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start('null_variables');
});
afterAll(() => platform.stop());

test.each([
  ['query ($v: String = "lean") { skills(matching: $v, first: 1) { label } }'],
  ['query ($v: ID = "x") { node(id: $v) { id } }'],
  ['query ($v: String = "01") { searchOffers(filter: { places: [{ departmentCode: $v }] }) { totalCount } }'],
  ['query ($v: String = "01283") { searchOffers(filter: { places: [{ commune: { code: $v } }] }) { totalCount } }'],
  ['query ($v: Boolean = false) { searchOffers(first: 1) { totalCount @skip(if: $v) } }'],
])('%s', async (query) => {
  const answers = [];
  for (let time = 0; time < 7; time += 1) answers.push(await platform.send(query, { v: null }));
  for (const { errors } of answers) expect(errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect((await platform.send(query)).errors).toBeUndefined();
});

test('what was sent in a wrong variable is not repeated: it may be a password', async () => {
  const { errors } = await platform.send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email: 'a@example.com', password: 'hunter2; hunter2', pasword: 'hunter2' },
  });
  expect(errors![0].message).toContain('"$input"');
  expect(JSON.stringify(errors)).not.toContain('hunter2');
});
