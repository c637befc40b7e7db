import {
  aCandidate,
  aMember,
  anAdministrator,
  anOffer,
  anOfferInput,
  anOwner,
  applyTo,
  moveOffer,
  postOffer,
  saveProfile,
  signUp,
  skillCodes,
  suspend,
} from '../support/people.js';
import { MatchLog } from '../../src/matchlog/match-log.js';
import { invite } from '../invitations/inviting.js';
import { Platform } from '../support/platform.js';

/**
 * Who may see what. Each row of a table asks one thing of one object as each caller; a later field adds a row. `yes` is
 * the object, `null` is exactly what an id that does not exist gives, the others are codes of errors.
 */
const callers = [
  'anonymous',
  'applicant',
  'otherCandidate',
  'owner',
  'colleague',
  'otherCompany',
  'suspended',
  'admin',
] as const;
type CallerName = (typeof callers)[number];
type Verdict = 'yes' | 'null' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NotAllowed' | 'empty';

let platform: Platform;
const tokens = {} as Record<CallerName, string>;
const offers = {} as Record<string, string>;
let companyId: string;
let applicantId: string;
let hiddenId: string;
let seenId: string;
let applicationId: string;
let invitationId: string;
let skillId: string;
let territoryId: string;
let skill: string;

beforeAll(async () => {
  platform = await Platform.start('access');
  platform.travelTo('2026-09-01T10:00:00Z');
  const owner = await anOwner(platform);
  companyId = owner.companyId;
  [skill] = (await skillCodes(platform, 'AMDEC')) as [string];
  const profile = { lastName: 'Martin', skills: [{ code: skill }], studyLevel: 'BAC_5' };
  const applicant = await aCandidate(platform, profile);
  const seen = await aCandidate(platform, { ...profile, visibleToCompanies: true });
  const suspended = await signUp(platform, 'CANDIDATE');
  applicantId = applicant.id;
  seenId = seen.id;
  hiddenId = (await aCandidate(platform, profile)).id;
  Object.assign(tokens, {
    anonymous: '',
    applicant: applicant.token,
    otherCandidate: seen.token,
    owner: owner.token,
    colleague: (await aMember(platform, companyId, 'reader')).token,
    otherCompany: (await anOwner(platform, { communeCode: '29019' })).token,
    suspended: suspended.token,
    admin: (await anAdministrator(platform)).token,
  });
  await suspend(platform, suspended.email);
  const post = async () => (await anOffer(platform, owner, { requiredSkillCodes: [skill] })).id;
  offers['OPEN'] = await post();
  offers['DRAFT'] = (await postOffer(platform, owner.token, anOfferInput({ companyId, publish: false }))).id;
  for (const [state, act] of [
    ['PAUSED', 'pauseOffer'],
    ['FILLED', 'fillOffer'],
    ['CLOSED', 'closeOffer'],
  ] as const) {
    await moveOffer(platform, owner.token, act, (offers[state] = await post()));
  }
  offers['LAPSED'] = await post();
  await platform.db.query(`UPDATE offer SET expires_on = '2026-08-31' WHERE id = $1`, [offers['LAPSED']]);
  offers['EXPIRED'] = await post();
  await platform.db.query(`UPDATE offer SET status = 'EXPIRED' WHERE id = $1`, [offers['EXPIRED']]);
  offers['APPLIED'] = await post();
  applicationId = (await applyTo(platform, applicant.token, offers['APPLIED'])).id;
  invitationId = (await invite(platform, owner, offers['APPLIED'], seenId)).id;
  await moveOffer(platform, owner.token, 'closeOffer', offers['APPLIED']);
  await platform.settled();
  const { skills, commune } = await platform.ask(
    '{ skills(matching: "AMDEC", first: 1) { id } commune(code: "01283") { territories { id } } }',
  );
  skillId = skills[0].id;
  territoryId = commune.territories[0].id;
});
afterAll(() => platform.stop());

/** What a caller gets of `path` in the answer to the query. */
async function verdict(caller: CallerName, query: string, id: string, path: string): Promise<Verdict> {
  const { data, errors } = await platform.send(query, { id }, { token: tokens[caller] });
  if (errors) return errors[0].extensions.code;
  const found = path.split('.').reduce((value: any, key) => value?.[key], data);
  if (found?.__typename === 'NotAllowed') return 'NotAllowed';
  if (Array.isArray(found)) return found.length > 0 ? 'yes' : 'empty';
  return found === null || found === undefined ? 'null' : 'yes';
}

type Row = [what: string, query: string, path: string, id: () => string, expected: Verdict[]];

const rows = (table: Row[]): void => {
  test.each(table)('%s', async (_what, query, path, id, expected) => {
    const verdicts = await Promise.all(callers.map((caller) => verdict(caller, query, id(), path)));
    expect(Object.fromEntries(callers.map((caller, index) => [caller, verdicts[index]]))).toEqual(
      Object.fromEntries(callers.map((caller, index) => [caller, expected[index]])),
    );
  });
};

const all = (value: Verdict): Verdict[] => callers.map(() => value);
//                             Ø       applicant  other   owner  colleague otherCompany suspended admin
const members: Verdict[] = ['null', 'null', 'null', 'yes', 'yes', 'null', 'null', 'yes'];
const membersElseForbidden: Verdict[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'FORBIDDEN',
  'yes',
  'yes',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'yes',
];

/** Administrators are no members: who looks for candidates is a company. */
const membersAlone: Verdict[] = [...membersElseForbidden.slice(0, -1), 'FORBIDDEN'];

const OFFER = 'query ($id: ID!) { offer(id: $id) { id title } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';
const hiddenStates = ['DRAFT', 'PAUSED', 'FILLED', 'CLOSED', 'LAPSED', 'EXPIRED'];

describe('offers', () => {
  rows([
    ['an open one by its id', OFFER, 'offer', () => offers['OPEN']!, all('yes')],
    ['an open one as a node', NODE, 'node', () => offers['OPEN']!, all('yes')],
    ...hiddenStates.flatMap((state): Row[] => [
      [`one that is ${state} by its id`, OFFER, 'offer', () => offers[state]!, members],
      [`one that is ${state} as a node`, NODE, 'node', () => offers[state]!, members],
      [
        `one that is ${state} under an alias beside an open one`,
        `query ($id: ID!) { open: searchOffers { nodes { id } } offer(id: $id) { id } }`,
        'offer',
        () => offers[state]!,
        members,
      ],
    ]),
    [
      'all of a company, in any state',
      'query ($id: ID!) { company(id: $id) { offers(first: 100) { nodes { id } } } }',
      'company.offers.nodes',
      () => companyId,
      membersElseForbidden,
    ],
    [
      'the applications to an open one',
      'query ($id: ID!) { offer(id: $id) { applications { nodes { id } } } }',
      'offer.applications',
      () => offers['OPEN']!,
      membersElseForbidden,
    ],
    [
      'the candidates for an open one',
      'query ($id: ID!) { offer(id: $id) { matchingCandidates { edges { node { id } } } } }',
      'offer.matchingCandidates.edges',
      () => offers['OPEN']!,
      membersAlone,
    ],
    [
      'how many they are',
      'query ($id: ID!) { offer(id: $id) { matchingCandidates { totalCount } } }',
      'offer.matchingCandidates.totalCount',
      () => offers['OPEN']!,
      membersAlone,
    ],
  ]);

  test.each(callers)('no list, count or facet for %s knows of one that is not open', async (caller) => {
    const lists = await platform.ask(
      `query ($company: ID!, $territory: ID!) {
        searchOffers(first: 100) { totalCount nodes { id } facets { values { count } } }
        company(id: $company) { openOffers(first: 100) { nodes { id } } }
        node(id: $territory) { ... on Territory { openOffers(first: 100) { nodes { id } } } } }`,
      { company: companyId, territory: territoryId },
      { token: tokens[caller] },
    );
    const open = [{ id: offers['OPEN'] }];
    expect(lists.company.openOffers.nodes).toEqual(open);
    expect(lists.node.openOffers.nodes).toEqual(open);
    expect(lists.searchOffers.nodes).toEqual(open);
    for (const { values } of lists.searchOffers.facets)
      for (const { count } of values) expect(count).toBeLessThanOrEqual(1);
  });

  const draft = () => offers['DRAFT']!;
  const mayNot: Verdict[] = [
    'UNAUTHENTICATED',
    'NotAllowed',
    'NotAllowed',
    'yes',
    'NotAllowed',
    'NotAllowed',
    'UNAUTHENTICATED',
    'yes',
  ];
  rows([
    [
      'revising one',
      'mutation ($id: ID!) { reviseOffer(id: $id, changes: { openings: 2 }) { __typename } }',
      'reviseOffer',
      draft,
      mayNot,
    ],
    [
      'posting one, as a draft',
      `mutation ($id: ID!) { postOffer(input: { companyId: $id, title: "Ingénieur qualité", publish: false, contractType: CDI,
        description: "Construire le système qualité de l’atelier.", missionCategory: OTHER, sites: [{ communeCode: "01283" }] }) { __typename } }`,
      'postOffer',
      () => companyId,
      mayNot,
    ],
    ...['publishOffer', 'pauseOffer', 'fillOffer', 'closeOffer'].map((act): Row => [
      act,
      `mutation ($id: ID!) { ${act}(id: $id) { __typename } }`,
      act,
      () => offers['CLOSED']!,
      mayNot,
    ]),
  ]);
});

describe('candidates', () => {
  const CANDIDATE = 'query ($id: ID!) { node(id: $id) { ... on Candidate { id firstName } } }';
  const of = (field: string) => `query ($id: ID!) { node(id: $id) { ... on Candidate { ${field} } } }`;
  const self: Verdict[] = ['null', 'null', 'yes', 'null', 'null', 'null', 'null', 'yes'];
  // What administrators read of them is noted in the audit log (seeing-as.spec.ts).
  rows([
    ['one who is not visible', CANDIDATE, 'node', () => hiddenId, [...all('null').slice(1), 'yes']],
    [
      'one who applied and is not visible',
      CANDIDATE,
      'node',
      () => applicantId,
      ['null', 'yes', 'null', 'yes', 'yes', 'null', 'null', 'yes'],
    ],
    [
      'one who is visible to companies',
      CANDIDATE,
      'node',
      () => seenId,
      ['null', 'null', 'yes', 'yes', 'yes', 'yes', 'null', 'yes'],
    ],
    ['the surname of one who is visible', of('profile { lastName }'), 'node.profile', () => seenId, self],
    ['when they agreed to be', of('profile { visibleSince }'), 'node.profile', () => seenId, self],
    ['the name of one who is visible', of('firstName'), 'node.firstName', () => seenId, self],
    ['how to reach them', of('contact { lastName email }'), 'node.contact', () => seenId, self],
    ['their wishes', of('profile { places { radiusKm } salaryAtLeast }'), 'node.profile', () => seenId, self],
    [
      'their applications',
      of('applications { nodes { id } }'),
      'node.applications',
      () => seenId,
      ['null', 'null', 'yes', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'null', 'yes'],
    ],
    [
      'their invitations',
      of('invitations { nodes { id } }'),
      'node.invitations.nodes',
      () => seenId,
      ['null', 'null', 'yes', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'null', 'yes'],
    ],
    [
      'the companies they declined',
      of('profile { declinedCompanies { declinedAt } }'),
      'node.profile',
      () => seenId,
      self,
    ],
    [
      'their matches',
      of('matchingOffers { totalCount }'),
      'node.matchingOffers',
      () => seenId,
      ['null', 'null', 'yes', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'null', 'FORBIDDEN'],
    ],
  ]);

  test('who stops being visible is gone for companies at once', async () => {
    const { token, id } = await aCandidate(platform, { visibleToCompanies: true, skills: [{ code: skill }] });
    const SEEN = `query ($id: ID!, $offer: ID!) { node(id: $id) { id }
      offer(id: $offer) { matchingCandidates(first: 100) { edges { node { id } } } } }`;
    const seen = async () => {
      const { node, offer } = await platform.ask(SEEN, { id, offer: offers['OPEN'] }, { token: tokens.owner });
      return [node !== null, offer.matchingCandidates.edges.some((edge: any) => edge.node.id === id)];
    };
    expect(await seen()).toEqual([true, true]);
    await saveProfile(platform, token, { visibleToCompanies: false });
    expect(await seen()).toEqual([false, false]);
  });
});

describe('an offer and a candidate', () => {
  const between = (candidateId: string) =>
    `query ($id: ID!) { matchBetween(offerId: $id, candidateId: "${candidateId}") { passes match { score } } }`;
  const history = (candidateId: string) =>
    `query ($id: ID!) { matchHistory(offerId: $id, candidateId: "${candidateId}") { nodes { times } } }`;
  const candidatesAlone = (verdict: Verdict): Verdict[] => [
    ...(['UNAUTHENTICATED', verdict, verdict] as const),
    ...(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED', 'FORBIDDEN'] as const),
  ];
  const WHY_NOT = 'query ($id: ID!) { whyNot(offerId: $id) { passes gates { gate } } }';
  const unknown = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';

  test.each<[string, () => string, () => string, Verdict[]]>([
    [
      'one who is visible beside an open offer',
      () => offers['OPEN']!,
      () => seenId,
      ['null', 'null', 'yes', 'yes', 'yes', 'null', 'null', 'null'],
    ],
    [
      'one who applied and is not visible, beside an open offer of the company',
      () => offers['OPEN']!,
      () => applicantId,
      ['null', 'yes', 'null', 'yes', 'yes', 'null', 'null', 'null'],
    ],
    ['one who is not visible', () => offers['OPEN']!, () => hiddenId, all('null')],
    ['nobody', () => offers['OPEN']!, () => unknown, all('null')],
    ['no offer', () => unknown, () => hiddenId, all('null')],
    ...hiddenStates.map((state): [string, () => string, () => string, Verdict[]] => [
      `one who is visible beside an offer that is ${state}`,
      () => offers[state]!,
      () => seenId,
      all('null'),
    ]),
  ])('match between: %s', async (_what, offerId, candidateId, expected) => {
    const query = between(candidateId());
    const verdicts = await Promise.all(callers.map((caller) => verdict(caller, query, offerId(), 'matchBetween')));
    expect(Object.fromEntries(callers.map((caller, index) => [caller, verdicts[index]]))).toEqual(
      Object.fromEntries(callers.map((caller, index) => [caller, expected[index]])),
    );
  });

  test('match history: what was shown to anyone for the candidate, what was shown to it for the company', async () => {
    await verdict('owner', between(seenId), offers['OPEN']!, 'matchBetween');
    await platform.app.get(MatchLog).flush();
    const read = (id: string, candidateId: string) =>
      Promise.all(callers.map((caller) => verdict(caller, history(candidateId), id, 'matchHistory.nodes')));
    expect(await read(offers['OPEN']!, seenId)).toEqual([
      ...['empty', 'empty', 'yes', 'yes', 'yes', 'empty', 'empty', 'empty'],
    ]);
    expect(await read(offers['OPEN']!, hiddenId)).toEqual(all('empty'));
    expect(await read(unknown, seenId)).toEqual(all('empty'));
  });

  rows([
    ['why not: an open offer', WHY_NOT, 'whyNot', () => offers['OPEN']!, candidatesAlone('yes')],
    ...hiddenStates.map((state): Row => [
      `why not: an offer that is ${state}`,
      WHY_NOT,
      'whyNot',
      () => offers[state]!,
      candidatesAlone(state === 'DRAFT' ? 'null' : 'yes'),
    ]),
    ['why not: no offer', WHY_NOT, 'whyNot', () => unknown, candidatesAlone('null')],
    [
      'matches for a profile that is tried',
      '{ previewMatches(profile: {}) { __typename ... on OfferMatchConnection { edges { node { id } } } } }',
      'previewMatches.edges',
      () => '',
      all('yes'),
    ],
  ]);
});

describe('invitations', () => {
  const of = (field: string) => `query ($id: ID!) { node(id: $id) { ... on Invitation { ${field} } } }`;
  const both: Verdict[] = ['null', 'null', 'yes', 'yes', 'yes', 'null', 'null', 'yes'];
  const ofCandidate = ['UNAUTHENTICATED', 'NotAllowed', 'yes', 'NotAllowed', 'NotAllowed', 'NotAllowed'] as Verdict[];
  rows([
    ['one, as a node', of('id message status'), 'node', () => invitationId, both],
    ['its offer, though closed', of('offer { title }'), 'node.offer.title', () => invitationId, both],
    ['its candidate', of('candidate { id }'), 'node.candidate', () => invitationId, both],
    [
      'who its candidate is',
      of('candidate { firstName contact { email } }'),
      'node.candidate.contact',
      () => invitationId,
      ['null', 'null', 'yes', 'null', 'null', 'null', 'null', 'yes'],
    ],
    [
      'those to an offer',
      'query ($id: ID!) { offer(id: $id) { invitations { nodes { id } } } }',
      'offer.invitations',
      () => offers['OPEN']!,
      membersElseForbidden,
    ],
    [
      'inviting',
      'mutation ($id: ID!) { inviteCandidate(offerId: $id, candidateId: "x", message: "Bonjour à vous toutes et tous.") { __typename } }',
      'inviteCandidate',
      () => offers['OPEN']!,
      ['UNAUTHENTICATED', 'NotAllowed', 'NotAllowed', 'yes', 'NotAllowed', 'NotAllowed', 'UNAUTHENTICATED', 'yes'],
    ],
    [
      'answering one',
      'mutation ($id: ID!) { answerInvitation(id: $id, accept: false) { __typename } }',
      'answerInvitation',
      () => invitationId,
      [...ofCandidate, 'UNAUTHENTICATED', 'NotAllowed'],
    ],
    [
      'taking one back',
      'mutation ($id: ID!) { withdrawInvitation(id: $id) { __typename } }',
      'withdrawInvitation',
      () => invitationId,
      ['UNAUTHENTICATED', 'NotAllowed', 'NotAllowed', 'yes', 'NotAllowed', 'NotAllowed', 'UNAUTHENTICATED', 'yes'],
    ],
  ]);
});

describe('applications', () => {
  const APPLICATION = `query ($id: ID!) { node(id: $id) { ... on Application { id message offer { id title }
    candidate { id firstName skills { level } } } } }`;
  const both: Verdict[] = ['null', 'yes', 'null', 'yes', 'yes', 'null', 'null', 'yes'];
  const of = (field: string) => `query ($id: ID!) { node(id: $id) { ... on Application { ${field} } } }`;
  rows([
    ['one, as a node', APPLICATION, 'node', () => applicationId, both],
    ['its message', of('message'), 'node.message', () => applicationId, both],
    ['its candidate', of('candidate { id }'), 'node.candidate', () => applicationId, both],
    ['the name of its candidate', of('candidate { firstName }'), 'node.candidate.firstName', () => applicationId, both],
    ['how to reach them', of('candidate { contact { email } }'), 'node.candidate.contact', () => applicationId, both],
    ['its offer, though closed', of('offer { title }'), 'node.offer.title', () => applicationId, both],
    [
      'the surname of its candidate',
      of('candidate { profile { lastName } }'),
      'node.candidate.profile',
      () => applicationId,
      ['null', 'yes', 'null', 'null', 'null', 'null', 'null', 'yes'],
    ],
    [
      'the other applications of its candidate',
      of('candidate { applications { nodes { id } } }'),
      'node.candidate.applications',
      () => applicationId,
      ['null', 'yes', 'null', 'FORBIDDEN', 'FORBIDDEN', 'null', 'null', 'yes'],
    ],
    [
      'the matches of its candidate',
      of('candidate { matchingOffers { totalCount } }'),
      'node.candidate.matchingOffers',
      () => applicationId,
      ['null', 'yes', 'null', 'FORBIDDEN', 'FORBIDDEN', 'null', 'null', 'FORBIDDEN'],
    ],
    [
      'the other applications to its offer',
      of('offer { applications { nodes { id } } }'),
      'node.offer.applications',
      () => applicationId,
      ['null', 'FORBIDDEN', 'null', 'yes', 'yes', 'null', 'null', 'yes'],
    ],
    [
      'through the company and its offers',
      `query ($id: ID!) { company(id: $id) { offers(statuses: [CLOSED], first: 9) { nodes { applications { nodes { id } } } } } }`,
      'company.offers.nodes',
      () => companyId,
      membersElseForbidden,
    ],
  ]);

  rows([
    [
      'applying',
      'mutation ($id: ID!) { applyToOffer(offerId: $id) { __typename } }',
      'applyToOffer',
      () => offers['OPEN']!,
      ['UNAUTHENTICATED', 'yes', 'yes', 'NotAllowed', 'NotAllowed', 'NotAllowed', 'UNAUTHENTICATED', 'NotAllowed'],
    ],
    [
      'saving a profile',
      'mutation { saveCandidateProfile(input: {}) { __typename } }',
      'saveCandidateProfile',
      () => '',
      ['UNAUTHENTICATED', 'yes', 'yes', 'NotAllowed', 'NotAllowed', 'NotAllowed', 'UNAUTHENTICATED', 'NotAllowed'],
    ],
    [
      'the viewer',
      '{ viewer { id email } }',
      'viewer',
      () => '',
      ['null', 'yes', 'yes', 'yes', 'yes', 'yes', 'null', 'yes'],
    ],
  ]);
});

describe('ids that lead nowhere look like ids that lead where one may not go', () => {
  const byId = ['offer', 'company', 'node'] as const;
  const ask = (field: string, id: unknown, caller: CallerName) =>
    platform.send(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id }, { token: tokens[caller] });

  test.each(callers)('forged ones, for %s', async (caller) => {
    const nothing = await Promise.all(byId.map((field) => ask(field, '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000', caller)));
    for (const forged of [
      '__proto__',
      'constructor',
      '',
      ' ',
      '-1',
      -1,
      0,
      12345678901,
      '9'.repeat(5_000),
      `${offers['OPEN']}\n`,
      `{${offers['OPEN']}}`,
      offers['OPEN']!.replaceAll('-', ''),
      Buffer.from('Offer:1').toString('base64'),
      Buffer.from(`Application:${applicationId}`).toString('base64'),
      "' OR 1=1 --",
      '../../etc/passwd',
      '👩‍🔧',
      '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3cZZZZ',
    ]) {
      const answers = await Promise.all(byId.map((field) => ask(field, forged, caller)));
      expect([forged, answers]).toEqual([forged, nothing]);
    }
  });

  test('an id of every other type, asked of each query by id', async () => {
    const { viewer } = await platform.ask('{ viewer { id } }', {}, { token: tokens.owner });
    const ids: Record<string, string> = {
      Offer: offers['OPEN']!,
      Company: companyId,
      Candidate: seenId,
      Application: applicationId,
      Invitation: invitationId,
      Skill: skillId,
      Territory: territoryId,
      Viewer: viewer.id,
    };
    for (const [type, id] of Object.entries(ids)) {
      for (const caller of ['owner', 'admin', 'anonymous'] as const) {
        const { offer, company } = await platform.ask(
          'query ($id: ID!) { offer(id: $id) { id } company(id: $id) { id } }',
          { id },
          { token: tokens[caller] },
        );
        expect({ type, offer, company }).toEqual({
          type,
          offer: type === 'Offer' ? { id } : null,
          company: type === 'Company' ? { id } : null,
        });
      }
      const { node } = await platform.ask(NODE, { id }, { token: tokens.owner });
      expect(node).toEqual(type === 'Viewer' ? null : { id, __typename: type });
    }
  });
});
