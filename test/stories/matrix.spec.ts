import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { callerNames, type CallerName, expected } from '../permissions/callers.js';
import { furnish } from '../permissions/furniture.js';
import { nodeActs } from '../permissions/reach.js';
import { unplanted } from '../permissions/planted.js';
import { rootFields } from '../permissions/root-arguments.js';
import { actOf, fieldsOf, given, isRefusal, objectTypes } from '../permissions/schema-acts.js';
import {
  fieldsIn,
  isNode,
  largest,
  nodesBelow,
  selectionsOf,
  sizeOf,
  stepsOf,
  waysTo,
} from '../permissions/selections.js';
import { aWorld, type World } from '../permissions/world.js';
import { Platform } from '../support/platform.js';

jest.setTimeout(240_000);

/**
 * Every field of the schema, found in the schema itself, as every caller. What each may is computed from the rules and from
 * how the objects of the world were made to stand to people, and compared with what the platform answers. What is nothing of
 * theirs is `null`, empty or an error, and like what does not exist.
 */
let platform: Platform;
let world: World;
let schema: GraphQLSchema;
const covered = new Set<string>();

beforeAll(async () => {
  platform = await Platform.start('matrix');
  ({ schema } = platform.app.get(GraphQLSchemaHost, { strict: false }));
  world = await aWorld(platform);
  await furnish(platform, world);
}, 120_000);
afterAll(() => platform.stop());

interface Got {
  value: any;
  error: string | null;
}

/** Several root fields in few requests, some of them at once; the answer to each, in order. */
async function ask(caller: CallerName, wanted: readonly string[]): Promise<Got[]> {
  const waiting = [...parts(wanted)].map((part, place) => ({ part, place }));
  const got: Got[][] = [];
  const oneAfterAnother = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) got[next.place] = await askPart(caller, next.part);
  };
  await Promise.all(Array.from({ length: 4 }, oneAfterAnother));
  return got.flat();
}

async function askPart(caller: CallerName, part: readonly string[]): Promise<Got[]> {
  const query = `{ ${part.map((each, index) => `q${index}: ${each}`).join('\n')} }`;
  const { data, errors = [] } = await platform.send(query, {}, { token: world.tokens[caller] });
  // What may not be null takes the others with it, and together they may cost too much: the half without it is answered.
  if (!data && part.length > 1) {
    const middle = Math.ceil(part.length / 2);
    return [...(await askPart(caller, part.slice(0, middle))), ...(await askPart(caller, part.slice(middle)))];
  }
  // Refused to everyone for what it may cost: it shows nothing.
  if (!data && /exceeds \d+/.test(errors[0]?.message)) return [{ value: null, error: null }];
  if (errors.some(({ path }: any) => !path)) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return part.map((_, index) => {
    const error = errors.find(({ path }: any) => path[0] === `q${index}`);
    return {
      value: data?.[`q${index}`] ?? null,
      error: error ? `${error.extensions.code} ${error.message}` : null,
    };
  });
}

/** As many as one request takes. */
function* parts(wanted: readonly string[]): Generator<string[]> {
  let part: string[] = [];
  for (const each of wanted) {
    if (part.length === 10 || sizeOf([...part, each].join(' ')) > largest + 100) {
      yield part;
      part = [];
    }
    part.push(each);
  }
  if (part.length > 0) yield part;
}

const nothings = new Map<string, Promise<Got[]>>();

/** What an id that leads nowhere gives, asked once of each kind. */
function nothingOf(caller: CallerName, type: string, wanted: () => string[]): Promise<Got[]> {
  const key = `${caller} ${type}`;
  const found = nothings.get(key) ?? ask(caller, wanted());
  nothings.set(key, found);
  return found;
}

const theNodes = () => Object.values(world.ids).filter(({ type }) => type !== '');
const nodeTypes = () => objectTypes(schema).filter(isNode);
const refusals = /^(FORBIDDEN|UNAUTHENTICATED) /;
const isNothing = (value: any): boolean =>
  value === null ||
  value === false ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && [value.nodes ?? value.edges].some((list) => Array.isArray(list) && list.length === 0));

function check(caller: CallerName, typeName: string, answers: readonly Got[]): void {
  for (const { value } of answers) fieldsIn(schema, typeName, value, (field) => covered.add(field));
  const readable = world.marks.readableBy(caller);
  const leaked = [...world.marks.foundIn(answers)].filter((what) => !readable.has(what));
  expect(leaked).toEqual([]);
}

test('every kind of node is in the world', () => {
  expect(new Set(theNodes().map(({ type }) => type))).toEqual(new Set(nodeTypes().map(({ name }) => name)));
});

test('every personal column that holds words has a mark, or a reason why it has none', async () => {
  expect((await unplanted(platform)).sort()).toEqual([...withoutMark].sort());
});

describe.each(callerNames)('%s', (caller) => {
  const read = new Set<string>();
  const note = (answers: readonly Got[]) => {
    for (const what of world.marks.foundIn(answers)) read.add(what);
  };

  test('every field of every node is given or withheld as the table says', async () => {
    const wrong: string[] = [];
    for (const { type, id, thing } of theNodes()) {
      const node = schema.getType(type) as GraphQLObjectType;
      const readAct = nodeActs[type]!;
      const fields = fieldsOf(node).flatMap((field) => {
        return selectionsOf(field).map((selection) => ({ field, selection }));
      });
      const wanted = (of: string) =>
        fields.map(({ selection }) => `node(id: "${of}") { __typename ... on ${type} { ${selection} } }`);
      const answers = await ask(caller, wanted(id));
      check(caller, type, answers);
      note(answers);
      const maySee = expected(caller, readAct, thing);
      if (!maySee) expect([thing, answers]).toEqual([thing, await nothingOf(caller, type, () => wanted(randomUUID()))]);
      fields.forEach(({ field }, index) => {
        const act = actOf(field);
        const may = maySee && (!act || expected(caller, act, thing));
        const { value, error } = answers[index]!;
        const nothing = error ? refusals.test(error) : isNothing(value?.[field.name]);
        if (may ? error !== null || value === null : !nothing)
          wrong.push(
            `${type}.${field.name} of ${thing}: ${may ? 'yes' : 'no'} expected, got ${error ?? JSON.stringify(value)}`,
          );
      });
    }
    expect(wrong).toEqual([]);
  });

  test('nothing leaks two steps away, field by field of what every edge leads to', async () => {
    for (const { type, id, thing } of theNodes()) {
      // What is not given at all is like what does not exist: the test above.
      if (!expected(caller, nodeActs[type]!, thing)) continue;
      const wanted = fieldsOf(schema.getType(type) as GraphQLObjectType).flatMap((field) =>
        nodesBelow(field).flatMap((next) =>
          stepsOf(next, 300)
            .flatMap((step) => waysTo(field, next, step))
            .map((way) => `node(id: "${id}") { __typename ... on ${type} { ${way} } }`),
        ),
      );
      const answers = await ask(caller, wanted);
      check(caller, type, answers);
      note(answers);
    }
  });

  test('every query is answered or refused as the table says, and refused like what does not exist', async () => {
    const wrong: string[] = [];
    for (const { field, args, without, thing } of rootFields(schema.getQueryType()!, world)) {
      const act = actOf(field)!;
      const named = (selection: string) => selection.replace(field.name, `${field.name}${args}`);
      const wholes = selectionsOf({ ...field, args: [] });
      const deeper = nodesBelow(field).flatMap((next) =>
        stepsOf(next, 30)
          .flatMap((step) => waysTo({ ...field, args: [] }, next, step))
          .map(named),
      );
      const [answer, ...rest] = await ask(caller, [...wholes.map(named), ...deeper]);
      for (const each of [answer!, ...rest])
        check(caller, 'Query', [{ value: { [field.name]: each.value }, error: null }]);
      note([answer!, ...rest]);
      const may = expected(caller, act, thing);
      const { value, error } = answer!;
      if (!may && refusesEach.has(field.name)) continue;
      if (may ? error !== null : !(error ? refusals.test(error) : isNothing(value)))
        wrong.push(`${field.name}${args}: ${may ? 'yes' : 'no'} expected, got ${error ?? JSON.stringify(value)}`);
      if (!may && without) {
        const [nothing] = await ask(caller, [wholes[0]!.replace(field.name, `${field.name}${without}`)]);
        expect([field.name, answer]).toEqual([field.name, nothing]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what is theirs to read is read', async () => {
    // Everything else is asked in French.
    const role = `{ node(id: "${world.ids['territory']!.id}") { ... on Territory { welcome { contacts { role } } } } }`;
    const english = await platform.send(role, {}, { token: world.tokens[caller], language: 'en' });
    check(caller, 'Query', [{ value: english.data, error: null }]);
    note([{ value: english.data, error: null }]);
    const shown = [...world.marks.readableBy(caller)].filter((what) => !read.has(what));
    expect(shown.filter((what) => !unshown.has(what))).toEqual([]);
  });
});

/** Personal columns in which no mark can stand. */
const withoutMark = [
  // A word of a list, which the database does not know of.
  'application_event.from_status',
  'application_event.reason',
  'application_event.to_status',
  'candidate.study_level',
  'consent_event.what',
  'consent_event.wording',
  'hire.address_digest',
  'hire.study_level',
  'identity_proof.language',
  'identity_proof.role',
  'interview.proposed_by',
  'label_event.from_state',
  'label_event.notice',
  'label_event.reason',
  'label_event.to_state',
  'moderation_case.decision',
  'moderation_case.reason',
  'moderation_report.language',
  'moderation_report.reason',
  'pending_sign_up.language',
  'pending_sign_up.role',
  'suspension.reason',
  // Codes and ids of reference data, which are read with the words that belong to them, and ids of objects.
  'audit_entry.object_id',
  'candidate.places',
  'candidate.skills',
  'match_log.shown',
  'saved_search.filter',
  'territory_manager.territory_id',
];

/** Types of which the world holds nothing: answers about words, and what counts what others did. */
const notInTheWorld = new Set([
  'CompanyRegisterAnswer',
  'LateCompany',
  'ModerationCase.otherCases',
  'NearbyOffers',
  'Purge',
  'PurgeCount',
  'PurgeEdge',
  'ProposedCommune',
  'ProposedContractType',
  'ProposedDay',
  'ProposedLanguage',
  'ProposedLicence',
  'ProposedPlace',
  'ProposedPlaceCodes',
  'ProposedStudyLevel',
  'RelatedSkill',
  'Responsiveness',
  'SchoolCandidates',
  'SearchReportLine',
  'ShippedTable',
]);

/** Of many objects each is refused by itself, with its id; that nothing else is in it, the marks show. */
const refusesEach = new Set(['previewAnswers']);

/** Kept, and shown by no field. */
const unshown = new Set(['words of who would join', 'address of a reporter']);

test('every field that reading reaches was asked for', () => {
  const wanted = new Set<string>();
  const follow = (type: GraphQLObjectType): void => {
    for (const field of fieldsOf(type)) {
      const name = `${type.name}.${field.name}`;
      if (wanted.has(name)) continue;
      wanted.add(name);
      given(schema, field.type)
        .filter((each) => !isRefusal(each))
        .forEach(follow);
    }
  };
  follow(schema.getQueryType()!);
  const missed = [...wanted].filter((field) => !covered.has(field) && field !== 'Query.node');
  expect(missed.filter((field) => ![field, field.split('.')[0]!].some((one) => notInTheWorld.has(one)))).toEqual([]);
});
