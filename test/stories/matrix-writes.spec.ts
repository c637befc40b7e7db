import { jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLSchema, isLeafType } from 'graphql';
import { rules } from '../../src/permissions/rules.js';
import { callerNames, callerOf, type CallerName, expected } from '../permissions/callers.js';
import { furnish } from '../permissions/furniture.js';
import { mutationArguments } from '../permissions/mutation-arguments.js';
import { actOf, type Field, fieldsOf } from '../permissions/schema-acts.js';
import { aWorld, type World } from '../permissions/world.js';
import { Platform } from '../support/platform.js';

jest.setTimeout(240_000);

/** Every mutation of the schema as every caller: who may not is refused like for what does not exist, and changes nothing. */
let platform: Platform;
let world: World;
let schema: GraphQLSchema;

beforeAll(async () => {
  platform = await Platform.start('matrix_writes');
  ({ schema } = platform.app.get(GraphQLSchemaHost, { strict: false }));
  world = await aWorld(platform);
  await furnish(platform, world);
}, 120_000);
afterAll(() => platform.stop());

/** Those that ask for more than being anyone. */
const guarded = (): Field[] =>
  fieldsOf(schema.getMutationType()!).filter(
    (field) => !(rules[actOf(field)!] as readonly string[]).includes('anyone'),
  );

const mutations = (): Field[] => guarded().filter(({ name }) => mutationArguments(name, world));

const rowOf = (field: Field) => mutationArguments(field.name, world)!;

const mayDo = (caller: CallerName, field: Field): boolean => {
  const { thing } = rowOf(field);
  return thing === 'own' ? callerOf(caller) !== null : expected(caller, actOf(field)!, thing);
};

/** What came of it: the code of an error with its words, or the type and words of the answer. */
async function outcome(token: string, field: Field, args: string): Promise<string> {
  const below = isLeafType(getNamedType(field.type)) ? '' : ' { __typename ... on Refusal { message } }';
  const asks = field.type.toString() === 'Viewer!' ? ' { __typename }' : below;
  const { data, errors } = await platform.send(`mutation { it: ${field.name}${args}${asks} }`, {}, { token });
  return errors ? `${errors[0].extensions.code} ${errors[0].message}` : JSON.stringify(data.it);
}

/** All that is stored, but for when sessions were last used, what is counted against abuse, and the log of what was tried. */
async function stored(): Promise<string> {
  const left = ['session', 'rate_limit', 'audit_entry', 'search_log', 'search_index', 'match_log'];
  const tables: { name: string }[] = await platform.db.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1) ORDER BY 1`,
    [left],
  );
  const sums = await platform.db.query(
    tables
      .map(
        ({ name }) =>
          `SELECT '${name}' AS name, count(*)::int, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM "${name}" t`,
      )
      .join(' UNION ALL ')
      .concat(' ORDER BY name'),
  );
  return JSON.stringify(sums, null, 1);
}

/** A token that is not theirs is as good as none; of many applications each is refused by itself. */
const refused = /^(FORBIDDEN|UNAUTHENTICATED) |"__typename":"(NotAllowed|MemberInvitationNotValid)"/;
const refusesEach = new Set(['answerApplications']);
/** Done by the first who may, and no more there to be done by the next. */
const once = new Set(['declineJoinRequest']);
const done = new Set<string>();

test('every mutation that asks for something is tried', () => {
  expect(
    guarded()
      .map(({ name }) => name)
      .filter((name) => !mutationArguments(name, world)),
  ).toEqual([]);
});

test.each(callerNames)(
  '%s is refused what is not theirs to do, as if it did not exist, and nothing changes',
  async (caller) => {
    const token = world.tokens[caller];
    const before = await stored();
    const wrong: string[] = [];
    for (const field of mutations()) {
      if (mayDo(caller, field)) continue;
      const { args, without } = rowOf(field);
      const got = await outcome(token, field, args);
      if (!refused.test(got) && !refusesEach.has(field.name)) wrong.push(`${field.name}: ${got}`);
      const nothing = without === null ? got : await outcome(token, field, without);
      if (got !== nothing) wrong.push(`${field.name}: ${got}, of what does not exist: ${nothing}`);
    }
    expect(wrong).toEqual([]);
    expect(await stored()).toBe(before);
  },
);

test.each(['candidate', 'owner', 'manager'] as const)(
  'an administrator who sees as the %s changes nothing',
  async (name) => {
    const SEE = `mutation ($id: ID!) { seeAs(accountId: $id, reason: "Pour voir ce qui est vu.") { ... on SeeingSession { token } } }`;
    const { seeAs } = await platform.ask(SEE, { id: world.accounts[name] }, { token: world.tokens.admin });
    const before = await stored();
    const wrong: string[] = [];
    for (const field of fieldsOf(schema.getMutationType()!)) {
      if (/^(stopSeeingAs|signOut)$/.test(field.name)) continue;
      const row = mutationArguments(field.name, world);
      if (!row) continue;
      const got = await outcome(seeAs.token, field, row.args);
      if (!got.startsWith('FORBIDDEN')) wrong.push(`${field.name}: ${got}`);
    }
    expect(wrong).toEqual([]);
    expect(await stored()).toBe(before);
  },
);

test.each(['otherCandidate', 'candidate', 'reader', 'owner', 'admin'] as const)(
  '%s may do what is theirs',
  async (caller) => {
    const wrong: string[] = [];
    for (const field of mutations()) {
      const { args, ends } = rowOf(field);
      if (ends || !mayDo(caller, field) || (once.has(field.name) && done.has(field.name))) continue;
      done.add(field.name);
      const got = await outcome(world.tokens[caller], field, args);
      if (/^[A-Z_]+ |"NotAllowed"/.test(got)) wrong.push(`${field.name}: ${got}`);
    }
    expect(wrong).toEqual([]);
  },
);
