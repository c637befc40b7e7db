import fc from 'fast-check';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { aCandidate, anOffer, anOfferInput, anOwner, postOffer } from '../support/people.js';
import { type Answer, Platform } from '../support/platform.js';

/**
 * Every argument of every query and mutation of the schema, down to each leaf of each input, is given what nobody should
 * give. The walk reads the schema itself, so that a later argument is tried without a word here.
 */
let platform: Platform;
let schema: GraphQLSchema;
let owner: { token: string; companyId: string };
let candidate: { token: string; id: string };
let offerId: string;
let draftId: string;

beforeAll(async () => {
  platform = await Platform.start('wrong_input');
  schema = buildSchema(await (await fetch(`${platform.url}/schema.graphql`)).text());
  owner = await anOwner(platform);
  candidate = await aCandidate(platform);
  offerId = (await anOffer(platform, owner)).id;
  draftId = (await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, publish: false }))).id;
  await platform.settled();
});
afterAll(() => platform.stop());

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\u202Egnp.exe\u2066\u200F\uFEFF',
  '👩‍🔧👨‍👩‍👧‍👦🇫🇷',
  'e\u0301\u0301\u0301'.repeat(20),
  'ﷺ'.repeat(200),
  `" OR 1=1`,
  `' OR '1'='1'; DROP TABLE offer; --`,
  `" OR id EXISTS OR title = "`,
  'IN [',
  '"] OR id IN ["',
  '\\',
  '\\"',
  '\\\\" OR 1=1 --',
  '_geoRadius(46.2, 5.6, 1000000)',
  '$1 %s %n ${7*7} {{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'NaN',
  'null',
  '1e309',
  '-1',
  '2026-02-31',
  '9999-12-31T23:59:59.999-23:59',
  '+275760-09-13T00:00:00Z',
  `${'a'.repeat(34)}!`,
  'é'.repeat(12_000),
];
const wrongTypes: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  -(2 ** 31),
  1e308,
  [],
  [null],
  [[]],
  ['x', 1],
  {},
  { toString: 1 },
  { __proto__: null, constructor: {} },
];

const publicCodes = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'];
const innerWords =
  /postgres|constraint|syntax|meili|ECONN|invalid_search|QueryFailed|node_modules|\.[jt]s:\d|\n\s+at |relation "|column "|duplicate key|violates|pg_|prepared statement|TypeError|\[object/i;

/** What is wrong with an answer to wrong input; null when it is as it should be. */
function fault({ status, errors, data }: Answer): string | null {
  const codes = (errors ?? []).map((error) => String(error.extensions?.code));
  if (codes.some((code) => !publicCodes.includes(code))) return `${codes.join()} ${errors![0].message}`;
  if (![200, 400].includes(status)) return `status ${status}`;
  return innerWords.exec(JSON.stringify([errors, data]))?.[0] ?? null;
}

/** Values that are acceptable where the name says what is wanted. */
const usual = (name: string): unknown =>
  ({
    companyId: owner.companyId,
    offerId,
    id: draftId,
    email: 'someone@example.com',
    password: 'not-the-right-password',
    role: 'CANDIDATE',
    title: 'Ingénieur qualité',
    description: 'Construire le système qualité de l’atelier.',
    communeCode: '01283',
    workplaceCommuneCode: '01283',
    siret: '55210055400013',
    name: 'Moules du Bugey',
    code: '01283',
    latitude: 46.2,
    longitude: 5.6,
    radiusKm: 30,
    hiredOn: '2026-10-01',
  })[name] ?? 'qualité';

function acceptable(type: GraphQLInputType, name: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [acceptable(nullable.ofType, name)];
  if (isEnumType(nullable)) return nullable.getValues()[0]!.value;
  if (!isInputObjectType(nullable)) return usual(name);
  const required = Object.values(nullable.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, acceptable(field.type, field.name)]));
}

interface Spot {
  path: string;
  /** Whether a text can get past the schema here. */
  takesText: boolean;
  /** The argument with a value at this spot, all else acceptable. */
  filled: (value: unknown) => unknown;
}

/** Every place of an input where a value can stand: leaves, and the lists and objects on the way to them. */
function spots(type: GraphQLInputType, name: string, depth = 0): Spot[] {
  const nullable = getNullableType(type);
  const takesText = isLeafType(nullable) && /^(String|ID|Date|DateTime)$/.test(nullable.name);
  const here: Spot = { path: name, takesText, filled: (value) => value };
  if (depth > 5) return [here];
  if (isListType(nullable)) {
    const inner = spots(nullable.ofType, name, depth + 1);
    return [here, ...inner.map((spot) => ({ ...spot, filled: (value: unknown) => [spot.filled(value)] }))];
  }
  if (!isInputObjectType(nullable)) return [here];
  const base = () => (nullable.isOneOf ? {} : (acceptable(nullable, name) as object));
  return [
    here,
    ...Object.values(nullable.getFields()).flatMap((field) =>
      spots(field.type, field.name, depth + 1).map((spot) => ({
        ...spot,
        path: `${name}.${spot.path}`,
        filled: (value: unknown) => ({ ...base(), [field.name]: spot.filled(value) }),
      })),
    ),
  ];
}

/** What is asked of the result: the plain fields of an object and, of a search, all that the engine has a part in. */
function selection(type: GraphQLNamedType): string {
  if (isLeafType(type)) return '';
  if (type.name === 'OfferSearchConnection') {
    return '{ totalCount edges { cursor distanceKm matchedWords node { id title } } facets { name values { value label } } understoodAs { label words } }';
  }
  const refusals = '... on Refusal { why: message } ... on InvalidInput { problems { path message } }';
  if (!isObjectType(type)) return `{ __typename ${type.name === 'Node' ? '' : refusals} }`;
  const plain = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
  );
  return `{ __typename ${plain.map(({ name }) => name).join(' ')} }`;
}

const ofCandidates = [
  ...['applyToOffer', 'withdrawApplication', 'keepFavourite', 'removeFavourite', 'saveCandidateProfile', 'deleteFile'],
  ...['saveSearch', 'renameSavedSearch', 'deleteSavedSearch', 'setProfileAlerts', 'markAlertsSeen'],
  ...['answerInvitation', 'undoDecline', 'acceptInterview', 'declineInterview'],
];

/** Who asks: one whom the act is for, so that what is given is looked at; whoever signs out has nothing to do afterwards. */
async function askerOf(act: string): Promise<{ token: string }> {
  if (act === 'signOutEverywhere') return aCandidate(platform);
  return ofCandidates.includes(act) ? candidate : owner;
}

async function attack(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Promise<string[]> {
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const document = `${kind} (${declared}) { ${field.name}(${given}) ${selection(getNamedType(field.type))} }`;
  const base: Record<string, unknown> = Object.fromEntries(
    field.args.filter(isRequiredArgument).map((argument) => [argument.name, acceptable(argument.type, argument.name)]),
  );
  if (field.name === 'reviseCompany') base['id'] = owner.companyId;
  const { token } = await askerOf(field.name);
  const tries = field.args.flatMap((argument) =>
    spots(argument.type, argument.name).flatMap(({ path, takesText, filled }) =>
      [...(takesText ? hostileTexts : hostileTexts.slice(0, 5)), ...wrongTypes].map((value) => ({
        path,
        value,
        variables: { ...base, [argument.name]: filled(value) },
      })),
    ),
  );
  const faults: string[] = [];
  const next = tries.values();
  let language = 'fr';
  const worker = async () => {
    for (const { path, value, variables } of next) {
      language = language === 'fr' ? 'en' : 'fr';
      const found = fault(await platform.send(document, variables, { token, language }));
      if (found) faults.push(`${field.name} ${path} = ${JSON.stringify(value).slice(0, 60)}: ${found}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return faults;
}

const fieldsOf = (root: 'query' | 'mutation') =>
  Object.values((root === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).filter(
    ({ args }) => args.length > 0,
  );

test('no query fails, or tells of what is inside, whatever it is given', async () => {
  const faults: string[] = [];
  for (const field of fieldsOf('query')) faults.push(...(await attack('query', field)));
  expect(faults).toEqual([]);
}, 120_000);

test('no mutation does', async () => {
  const faults: string[] = [];
  for (const field of fieldsOf('mutation')) faults.push(...(await attack('mutation', field)));
  expect(faults).toEqual([]);
  for (const who of [owner, candidate])
    expect((await platform.ask('{ viewer { id } }', {}, who)).viewer).not.toBeNull();
}, 240_000);

test('arguments of fields inside do neither', async () => {
  const inside = (argument: string) => [
    `query ($v: ${argument === 'first' ? 'Int' : 'String'}, $id: ID!) { company(id: $id) { openOffers(${argument}: $v) { nodes { id } } offers(${argument}: $v) { nodes { id } } } }`,
    `query ($v: ${argument === 'first' ? 'Int' : 'String'}, $id: ID!) { offer(id: $id) { id } viewer { companies { openOffers(${argument}: $v) { nodes { id } } } } }`,
    `query ($v: ${argument === 'first' ? 'Int' : 'String'}, $id: ID!) { company(id: $id) { offers { nodes { applications(${argument}: $v) { nodes { id } } matchingCandidates(${argument}: $v) { totalCount } } } } }`,
  ];
  const moments = ['Tue Sep 01 2026', '0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', 1e308, '\\'];
  const cursors = [
    ...moments.flatMap((moment) => [
      [moment, offerId],
      [moment, 'x'],
      [moment, 'all', ''],
      [1, moment, moment],
    ]),
    [-1, 'all', ''],
    [1e308, 'frequency', ''],
    [0.5, 'all', 1],
    [5, 'all', 1e308],
    [5, 'all', -1],
  ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
  const faults: string[] = [];
  for (const [argument, values] of [
    ['first', [-1, 101, 2 ** 31 - 1, null, 'x', 1.5]],
    ['after', [...cursors, ...hostileTexts]],
  ] as const) {
    for (const query of [
      ...inside(argument),
      `query ($v: ${argument === 'first' ? 'Int' : 'String'}) { searchOffers(${argument}: $v) { totalCount } }`,
    ]) {
      for (const v of values) {
        const found = fault(
          await platform.send(query, { v, ...(query.includes('$id') && { id: owner.companyId }) }, owner),
        );
        if (found) faults.push(`${query} ${JSON.stringify(v).slice(0, 80)}: ${found}`);
      }
    }
  }
  for (const names of [hostileTexts.slice(0, 20), ['territories', 'x'], [], null, 'x']) {
    const found = fault(
      await platform.send('query ($v: [String!]) { searchOffers { facets(names: $v) { name } } }', { v: names }),
    );
    if (found) faults.push(`facets ${JSON.stringify(names)}: ${found}`);
  }
  expect(faults).toEqual([]);
}, 60_000);

const text = fc.oneof(
  fc.constantFrom(...hostileTexts.slice(0, -1)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);
const some = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), fc.array(value, { maxLength: 5 }));
const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 200, 201, 1e308, -(2 ** 31), 2 ** 31),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const date = fc.oneof(
  text,
  fc.constantFrom(
    '1900-01-01',
    '9999-12-31',
    '2026-09-01',
    '0001-01-01',
    '2026-09-01T10:00:00Z',
    '1900-01-01T00:00:00Z',
  ),
);
const place = fc.oneof(
  fc.record({ commune: fc.record({ code: fc.oneof(text, fc.constant('01283')), radiusKm: fc.option(number) }) }),
  fc.record({ point: fc.record({ latitude: number, longitude: number, radiusKm: number }) }),
  fc.record({ departmentCode: fc.oneof(text, fc.constant('01')) }),
  fc.record({ regionCode: text }),
  fc.record({ epciSiren: text }),
  fc.record({ territoryId: text }),
  fc.record({ departmentCode: text, regionCode: text }, { requiredKeys: [] }),
);
const enumOf = (...values: string[]) => fc.oneof(fc.constantFrom(...values), fc.constantFrom(...values), text);
const shared = {
  places: some(place),
  contractTypes: some(enumOf('CDI', 'CDD')),
  studyLevel: fc.option(enumOf('BAC', 'BAC_5')),
  missionCategories: some(enumOf('OTHER', 'FINANCE')),
  occupationCodes: some(text),
  remoteWork: some(enumOf('NONE', 'FULL')),
  salaryAtLeast: fc.option(number),
};

test('no filter fails', async () => {
  const filter = fc.record(
    {
      ...shared,
      skillCodes: some(text),
      startsFrom: fc.option(date),
      startsUntil: fc.option(date),
      inTerritoireIndustrie: fc.option(fc.boolean()),
      greenMission: fc.option(fc.boolean()),
      companyId: fc.option(fc.oneof(text, fc.uuid())),
      publishedSince: fc.option(date),
    },
    { requiredKeys: [] },
  );
  const query = `query ($words: String, $filter: OfferFilter, $sort: OfferSort, $first: Int, $after: String) {
    searchOffers(words: $words, filter: $filter, sort: $sort, first: $first, after: $after) ${selection(schema.getType('OfferSearchConnection')!)} }`;
  const sort = fc.option(fc.constantFrom('RELEVANCE', 'NEWEST', 'NEAREST', 'SALARY'));
  const search = fc.record(
    { words: fc.option(text), filter, sort, first: fc.integer({ min: -1, max: 101 }), after: fc.option(text) },
    { requiredKeys: ['filter'] },
  );
  await fc.assert(
    fc.asyncProperty(search, async (variables) => {
      expect(fault(await platform.send(query, variables))).toBeNull();
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('no profile fails, and the matches of what was saved do not either', async () => {
  const profile = fc.record(
    {
      ...shared,
      firstName: fc.option(text),
      lastName: fc.option(text),
      diplomaOn: fc.option(date),
      skills: some(
        fc.record({ code: fc.oneof(text, fc.constant('100001')), level: enumOf('NOTION') }, { requiredKeys: ['code'] }),
      ),
      availableFrom: fc.option(date),
      visibleToCompanies: fc.option(fc.boolean()),
    },
    { requiredKeys: [] },
  );
  const save = `mutation ($input: CandidateProfileInput!) { saveCandidateProfile(input: $input) { __typename
    ... on Candidate { id firstName skills { skill { code label } } profile { lastName places { radiusKm commune { code } } occupations { label } }
      matchingOffers { edges { match { score parts { explanation } } } } }
    ... on InvalidInput { message problems { path message } } ... on Refusal { why: message } } }`;
  await fc.assert(
    fc.asyncProperty(profile, async (input) => {
      expect(fault(await platform.send(save, { input }, candidate))).toBeNull();
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('refusals speak the language of the request, French when it does not say', async () => {
  const POST = `mutation ($input: PostOfferInput!) { postOffer(input: $input) { ... on InvalidInput { message problems { message } } } }`;
  const input = anOfferInput({ companyId: owner.companyId, title: '', sites: [], openings: 0 });
  const said = async (language?: string) =>
    (await platform.ask(POST, { input }, { token: owner.token, ...(language && { language }) })).postOffer;
  const [none, french, english, other] = await Promise.all([
    said(),
    said('fr-FR,fr;q=0.9,en;q=0.5'),
    said('en-GB,en'),
    said('de'),
  ]);
  expect(none).toEqual(french);
  expect(other).toEqual(french);
  expect(french.message).toContain('Le titre doit compter de 5 à 150 caractères');
  expect(english.message).toContain('The title must have 5 to 150 characters');
  expect(english.problems).toHaveLength(3);
  for (const [index, { message }] of english.problems.entries())
    expect(message).not.toBe(french.problems[index].message);
});

test('a body that is too long is refused with a code', async () => {
  const { status, errors } = await platform.send('query ($w: String) { searchOffers(words: $w) { totalCount } }', {
    w: 'x'.repeat(110_000),
  });
  expect(status).toBe(413);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
