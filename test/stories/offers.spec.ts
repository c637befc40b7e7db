import { jest } from '@jest/globals';
import { OfferMovesService } from '../../src/offers/offer-moves.service.js';
import {
  aCandidate,
  aMember,
  anOffer,
  anOfferInput,
  anOwner,
  applyTo,
  moveOffer,
  postOffer,
  reviseOffer,
  saveProfile,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  platform = await Platform.start('offers');
  owner = await anOwner(platform);
});
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const post = (differs: object = {}) =>
  postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, ...differs }));
const offer = (differs: object = {}) => anOffer(platform, owner, differs);
const revise = (id: string, changes: object) => reviseOffer(platform, owner.token, id, changes);
const move = (act: string, id: string) => moveOffer(platform, owner.token, act, id);
const paths = (refusal: any): string[] => refusal.problems.map(({ path }: any) => path.join('.')).sort();
const foundBySearch = async (id: string): Promise<boolean> => {
  await platform.settled();
  const { searchOffers } = await platform.ask('{ searchOffers(first: 100) { nodes { id } } }');
  return searchOffers.nodes.some((node: any) => node.id === id);
};

const READ = `query ($id: ID!) { offer(id: $id) { title description sites { address commune { code } }
  requiredSkills { code label } desiredSkills { code } occupation { code label } openings expiresOn publishedAt status slug } }`;
const read = (id: string, token = owner.token) => platform.ask(READ, { id }, { token }).then((data) => data.offer);

describe('the life of an offer', () => {
  test('draft, published, revised, paused, published, filled, reopened, expired, published again, closed', async () => {
    const draft = await post({ publish: false });
    expect(draft).toMatchObject({ status: 'DRAFT', publishedAt: null, expiresOn: null });
    expect(await foundBySearch(draft.id)).toBe(false);

    const published = await move('publishOffer', draft.id);
    const first = { status: 'OPEN', publishedAt: '2026-09-01T10:00:00.000Z', expiresOn: '2026-11-30' };
    expect(published).toMatchObject(first);
    expect(await foundBySearch(draft.id)).toBe(true);

    const revised = await revise(draft.id, { title: 'Responsable amélioration continue' });
    expect(revised).toMatchObject({ ...first, title: 'Responsable amélioration continue', slug: draft.slug });

    platform.travelTo('2026-09-10T10:00:00Z');
    expect(await move('pauseOffer', draft.id)).toMatchObject({ status: 'PAUSED' });
    expect(await foundBySearch(draft.id)).toBe(false);
    expect(await move('publishOffer', draft.id)).toMatchObject(first);
    expect(await move('fillOffer', draft.id)).toMatchObject({ status: 'FILLED' });
    expect(await move('publishOffer', draft.id)).toMatchObject(first);
    expect(await foundBySearch(draft.id)).toBe(true);

    platform.travelTo('2026-11-30T22:59:00Z');
    const moves = platform.app.get(OfferMovesService);
    expect(await moves.expire()).toBe(0);
    expect(await read(draft.id, '')).toMatchObject({ status: 'OPEN' });
    platform.travelTo('2026-11-30T23:00:00Z');
    expect(await read(draft.id, '')).toBeNull();
    expect(await moves.expire()).toBeGreaterThan(0);
    expect(await moves.expire()).toBe(0);
    expect(await read(draft.id)).toMatchObject({ status: 'EXPIRED' });
    expect(await foundBySearch(draft.id)).toBe(false);
    expect(await revise(draft.id, { title: 'Responsable qualité' })).toMatchObject({ status: 'EXPIRED' });

    expect(await move('publishOffer', draft.id)).toMatchObject({
      status: 'OPEN',
      publishedAt: '2026-11-30T23:00:00.000Z',
      expiresOn: '2027-03-01',
    });
    expect(await move('closeOffer', draft.id)).toMatchObject({ status: 'CLOSED' });
    expect(await foundBySearch(draft.id)).toBe(false);
    expect(await revise(draft.id, { title: 'Encore une fois' })).toMatchObject({
      __typename: 'IllegalOfferMove',
      from: 'CLOSED',
    });
  });

  const acts = { publishOffer: 'OPEN', pauseOffer: 'PAUSED', fillOffer: 'FILLED', closeOffer: 'CLOSED' } as const;
  const legal: Record<string, string[]> = {
    DRAFT: ['publishOffer', 'closeOffer'],
    OPEN: ['publishOffer', 'pauseOffer', 'fillOffer', 'closeOffer'],
    PAUSED: ['publishOffer', 'pauseOffer', 'fillOffer', 'closeOffer'],
    FILLED: ['publishOffer', 'fillOffer', 'closeOffer'],
    CLOSED: ['closeOffer'],
    EXPIRED: ['publishOffer', 'closeOffer'],
  };
  test.each(Object.keys(legal))('every act on an offer that is %s', async (from) => {
    for (const [act, to] of Object.entries(acts)) {
      const { id } = await offer();
      await platform.db.query('UPDATE offer SET status = $1 WHERE id = $2', [from, id]);
      const answer = await move(act, id);
      if (legal[from]!.includes(act)) expect(answer).toMatchObject({ __typename: 'Offer', status: to });
      else
        expect(answer).toMatchObject({
          __typename: 'IllegalOfferMove',
          from,
          message: expect.stringMatching(/ne peut pas être/),
        });
    }
  });

  test('a draft whose start has passed is not published; one that was online comes back from a pause', async () => {
    const draft = await post({ publish: false, startsOn: '2026-09-15' });
    const online = await offer({ startsOn: '2026-09-15' });
    await move('pauseOffer', online.id);
    platform.travelTo('2026-09-16T10:00:00Z');
    const refused = await move('publishOffer', draft.id);
    expect(refused.__typename).toBe('InvalidInput');
    expect(paths(refused)).toEqual(['startsOn']);
    expect(await move('publishOffer', online.id)).toMatchObject({ status: 'OPEN' });
    expect(await revise(online.id, { openings: 2 })).toMatchObject({ openings: 2, startsOn: '2026-09-15' });
    expect(await revise(draft.id, { startsOn: '2026-10-01' })).toMatchObject({ startsOn: '2026-10-01' });
    expect(await move('publishOffer', draft.id)).toMatchObject({ status: 'OPEN' });
  });

  test('ten closings at once close it once', async () => {
    const { id } = await offer();
    const answers = await Promise.all(Array.from({ length: 10 }, () => move('closeOffer', id)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set(['CLOSED']));
  });

  test('the last day that is taken back is that of a fresh publication; a draft has none', async () => {
    const online = await offer({ expiresOn: '2026-09-05' });
    expect(await revise(online.id, { expiresOn: null })).toMatchObject({ expiresOn: '2026-11-30' });
    const draft = await post({ publish: false, expiresOn: '2026-09-05' });
    expect(await revise(draft.id, { expiresOn: null })).toMatchObject({ expiresOn: null });
  });
});

describe('posting again with the same key', () => {
  test('gives the same offer, even when its start has passed since', async () => {
    const first = await post({ idempotencyKey: 'k-1', startsOn: '2026-09-02' });
    platform.travelTo('2026-09-03T10:00:00Z');
    const again = await post({ idempotencyKey: ' k-1 ', startsOn: '2026-09-02', title: 'Un autre titre' });
    expect(again).toMatchObject({ __typename: 'Offer', id: first.id, title: first.title });
  });

  test('ten at once make one', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await post({ idempotencyKey: 'k-2' })).id));
    expect(new Set(ids).size).toBe(1);
  });

  test('counts within a company only, and is bounded', async () => {
    const other = await anOwner(platform);
    const ours = await post({ idempotencyKey: 'k-3' });
    const theirs = await anOffer(platform, other, { idempotencyKey: 'k-3' });
    expect(theirs.id).not.toBe(ours.id);
    expect(paths(await post({ idempotencyKey: 'k'.repeat(101) }))).toEqual(['idempotencyKey']);
  });
});

describe('sites', () => {
  test('duplicates fold, former codes become those of today, an arrondissement becomes its commune', async () => {
    const [alias] = await platform.db.query<{ old: string; now: string }[]>(
      `SELECT former_code AS old, commune_code AS now FROM commune_alias WHERE former_code LIKE '01%' ORDER BY 1 LIMIT 1`,
    );
    const { old, now } = alias!;
    const { id } = await offer({
      sites: [
        { communeCode: '75111', address: '1 rue Oberkampf' },
        { communeCode: old },
        { communeCode: '75056', address: '1 rue Oberkampf' },
        { communeCode: ' 2a004 ' },
        { communeCode: now },
      ],
    });
    expect((await read(id)).sites).toEqual([
      { address: '1 rue Oberkampf', commune: { code: '75056' } },
      { address: null, commune: { code: now } },
      { address: null, commune: { code: '2A004' } },
    ]);
  });

  test('an offer is found by any of its sites, and no longer by one taken away', async () => {
    const { id } = await offer({ sites: [{ communeCode: '29019' }, { communeCode: '2A004' }] });
    const FOUND = `query ($code: String!) { searchOffers(filter: { places: [{ departmentCode: $code }] }) { nodes { id } } }`;
    const foundIn = async (code: string) => {
      await platform.settled();
      const { searchOffers } = await platform.ask(FOUND, { code });
      return searchOffers.nodes.some((node: any) => node.id === id);
    };
    expect([await foundIn('29'), await foundIn('2A'), await foundIn('67')]).toEqual([true, true, false]);
    await revise(id, { sites: [{ communeCode: '67482' }] });
    expect([await foundIn('29'), await foundIn('2A'), await foundIn('67')]).toEqual([false, false, true]);
  });

  test.each(['98818', '99109', '97502'])('%s is outside France', async (communeCode) => {
    const sites = [{ communeCode: '01283' }, { communeCode }];
    expect(await post({ sites })).toMatchObject({
      __typename: 'OutsideFrance',
      path: ['sites', '1', 'communeCode'],
      communeCode,
    });
    expect(paths(await post({ sites, title: 'x' }))).toEqual(['sites.1.communeCode', 'title']);
  });

  test.each(['00000', '01999', 'Oyonnax', '', "'; --"])('%j is no commune', async (communeCode) => {
    expect(paths(await post({ sites: [{ communeCode }] }))).toEqual(['sites.0.communeCode']);
  });
});

describe('what is refused, with the reason', () => {
  test('several problems at once, every path in one answer', async () => {
    const refused = await post({
      title: 'x',
      description: 'court',
      sites: [{ communeCode: '01283', address: 'a'.repeat(201) }, { communeCode: 'nowhere' }],
      contractType: 'CDD',
      startsOn: '2020-01-01',
      expiresOn: '2020-01-01',
      salaryMin: 1,
      openings: 0,
      occupationCode: 'soudeur',
      requiredSkillCodes: ['no-such-skill'],
    });
    expect(refused.__typename).toBe('InvalidInput');
    expect(paths(refused)).toEqual(
      [
        'title',
        'description',
        'sites.0.address',
        'sites.1.communeCode',
        'durationMonths',
        'startsOn',
        'expiresOn',
        'salaryMin',
        'openings',
        'occupationCode',
        'requiredSkillCodes.0',
      ].sort(),
    );
    for (const { message } of refused.problems) expect(refused.message).toContain(message);
  });

  test.each([
    ['CDD', 11, 12],
    ['APPRENTICESHIP', 9, 10],
    ['PROFESSIONALISATION', 1, 10],
  ])('%s of %i months is too short', async (contractType, durationMonths, minimumMonths) => {
    const expected = { __typename: 'DurationTooShort', path: ['durationMonths'], minimumMonths, contractType };
    expect(await post({ contractType, durationMonths })).toMatchObject(expected);
    const { id } = await offer({ contractType, durationMonths: 24 });
    expect(await revise(id, { durationMonths })).toMatchObject(expected);
    expect(paths(await post({ contractType, durationMonths, openings: 99 }))).toEqual(['durationMonths', 'openings']);
  });

  test('HTML is taken out before anything is counted', async () => {
    const { id } = await offer({
      title: '<h1>Ingénieur <em>qualité</em></h1><script>alert(1)</script>',
      description: '<p>Piloter les audits internes.</p><ul><li>ISO 9001</li></ul><img src=x onerror=alert(1)>',
    });
    expect(await read(id)).toMatchObject({
      title: 'Ingénieur qualité',
      description: 'Piloter les audits internes.\n\nISO 9001',
    });
    expect(paths(await post({ title: '<b></b><i>abc</i>' }))).toEqual(['title']);
    expect(paths(await post({ description: `<p>${'&nbsp;'.repeat(50)}</p>` }))).toEqual(['description']);
  });

  test('a title without a Latin letter has a readable address all the same', async () => {
    const { slug } = await offer({ title: '品質エンジニア' });
    expect(slug).toMatch(/^offre-[0-9a-f]{12}$/);
  });

  test('paths are those of the input, though duplicates fold', async () => {
    const [known] = await skillCodes(platform, 'AMDEC');
    const refused = await post({
      requiredSkillCodes: [known, known, 'no-such-skill'],
      desiredSkillCodes: [known, '', 'nor-this'],
    });
    expect(paths(refused)).toEqual(['desiredSkillCodes.2', 'requiredSkillCodes.2']);
  });

  test('a thousand unknown codes are one problem', async () => {
    const requiredSkillCodes = Array.from({ length: 1_000 }, (_, index) => `unknown-${index}`);
    expect(paths(await post({ requiredSkillCodes }))).toEqual(['requiredSkillCodes']);
  });

  test('someone else’s company, one that does not exist, and one only read are refused alike', async () => {
    const other = await anOwner(platform);
    const answers = await Promise.all(
      [other.companyId, '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000', '__proto__'].map((companyId) => post({ companyId })),
    );
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], __typename: 'NotAllowed' });
  });
});

describe('codes', () => {
  test('an unknown but well-formed ROME code is accepted, shown by its code, and hides nothing', async () => {
    const { id } = await offer({ occupationCode: ' z9999', title: 'Métier du futur industriel' });
    expect((await read(id)).occupation).toEqual({ code: 'Z9999', label: 'Z9999' });
    await platform.settled();
    const { searchOffers } = await platform.ask(
      '{ searchOffers(words: "metier futur", filter: { occupationCodes: ["Z9999"] }) { nodes { id } } }',
    );
    expect(searchOffers.nodes).toEqual([{ id }]);
  });

  test('codes retired or gone since then stay on a revision, and are shown', async () => {
    const [kept, gone, other] = (await skillCodes(platform, 'AMDEC', 'ISO 9001', 'GMAO')) as [string, string, string];
    const { id } = await offer({ requiredSkillCodes: [kept, gone] });
    await platform.db.query('UPDATE skill SET retired_on = $1 WHERE code = $2', ['2026-01-01', kept]);
    await platform.db.query(`UPDATE offer SET required_skill_codes = ARRAY[$1, 'gone-from-the-table'] WHERE id = $2`, [
      kept,
      id,
    ]);
    const revised = await revise(id, {
      requiredSkillCodes: [kept, 'gone-from-the-table', other],
      title: 'Responsable AMDEC',
    });
    expect(revised.requiredSkills.map(({ code }: any) => code)).toEqual([kept, 'gone-from-the-table', other]);
    expect(await foundBySearch(id)).toBe(true);
    expect(paths(await revise(id, { desiredSkillCodes: ['never-was'] }))).toEqual(['desiredSkillCodes.0']);
    await platform.db.query('UPDATE skill SET retired_on = NULL WHERE code = $1', [kept]);
  });
});

describe('lists', () => {
  const OFFERS = (
    list: string,
    args = '',
  ) => `query ($id: ID!, $first: Int, $after: String) { company(id: $id) { ${list}(first: $first, after: $after ${args}) {
    nodes { id status } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

  async function all(
    query: string,
    id: string,
    token: string,
    first: number,
    listOf: (data: any) => any,
  ): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const list = listOf(await platform.ask(query, { id, first, after }, { token }));
      expect(list.nodes.length).toBeLessThanOrEqual(first);
      ids.push(...list.nodes.map((node: any) => node.id));
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after);
    return ids;
  }

  test('page by page without gaps or duplicates, though eleven were published in the same millisecond', async () => {
    const them = await anOwner(platform, { communeCode: '35236' });
    for (let count = 0; count < 11; count += 1) {
      const { id } = await anOffer(platform, them, {
        sites: [{ communeCode: '35236' }, { communeCode: '35236', address: 'B' }],
      });
      const moment = `2026-09-01T10:00:00.123${String(count * 31).padStart(3, '0')}Z`;
      await platform.db.query('UPDATE offer SET published_at = $2, created_at = $2 WHERE id = $1', [id, moment]);
    }
    const draft = await postOffer(platform, them.token, anOfferInput({ companyId: them.companyId, publish: false }));
    const newest = { id: them.companyId, token: them.token };
    const open = await all(OFFERS('openOffers'), newest.id, '', 3, (data) => data.company.openOffers);
    expect(open).toHaveLength(11);
    expect(new Set(open).size).toBe(11);
    const every = await all(OFFERS('offers'), newest.id, them.token, 4, (data) => data.company.offers);
    expect(every).toHaveLength(12);
    expect(new Set(every)).toEqual(new Set([...open, draft.id]));
    const drafts = await all(
      OFFERS('offers', ', statuses: [DRAFT]'),
      newest.id,
      them.token,
      4,
      (data) => data.company.offers,
    );
    expect(drafts).toEqual([draft.id]);
    const unfiltered = await all(
      OFFERS('offers', ', statuses: []'),
      newest.id,
      them.token,
      20,
      (data) => data.company.offers,
    );
    expect(unfiltered).toEqual(every);

    const { commune } = await platform.ask('{ commune(code: "35236") { territories { id code generation } } }');
    const [territory] = commune.territories;
    const TERRITORY = `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Territory { openOffers(first: $first, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
    expect(await all(TERRITORY, territory.id, '', 2, (data) => data.node.openOffers)).toEqual(open);
  });

  test('every offer of a company is for its members alone', async () => {
    const query = OFFERS('offers');
    const codes = async (token: string) =>
      (await platform.send(query, { id: owner.companyId }, { token })).errors?.map((error) => error.extensions.code);
    const stranger = await anOwner(platform);
    expect([await codes(''), await codes(stranger.token), await codes(owner.token)]).toEqual([
      ['UNAUTHENTICATED'],
      ['FORBIDDEN'],
      undefined,
    ]);
  });

  test('what members alone see of fifty offers costs as many statements as of two', async () => {
    const them = await anOwner(platform);
    const member = await aMember(platform, them.companyId, 'reader');
    const { id } = await anOffer(platform, them);
    await platform.db.query(
      `INSERT INTO offer SELECT (jsonb_populate_record(offer, jsonb_build_object('id', gen_random_uuid(), 'slug', 'copy-' || n))).*
         FROM offer, generate_series(1, 49) n WHERE id = $1`,
      [id],
    );
    await platform.db.query('UPDATE offer SET suspended_at = now() WHERE company_id = $1', [them.companyId]);
    const query = `query ($id: ID!, $first: Int) { company(id: $id) { offers(first: $first) { nodes {
      waitingApplications pauseAtWaiting pausedBecause suspension { reason } } } } }`;
    const runner = platform.db.createQueryRunner();
    const queries = jest.spyOn(Object.getPrototypeOf(runner) as { query(): Promise<unknown> }, 'query');
    const cost = async (first: number): Promise<number> => {
      queries.mockClear();
      const { company } = await platform.ask(query, { id: them.companyId, first }, member);
      expect(company.offers.nodes).toHaveLength(first);
      expect(company.offers.nodes.at(-1)).toMatchObject({ waitingApplications: 0, pauseAtWaiting: 50 });
      return queries.mock.calls.length;
    };
    try {
      await cost(1);
      expect(await cost(50)).toBe(await cost(2));
    } finally {
      queries.mockRestore();
      await runner.release();
    }
  });

  test.each([[-1], [101]])('a page of %i is refused', async (first) => {
    const { errors } = await platform.send(OFFERS('openOffers'), { id: owner.companyId, first });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('with two connections to the database', () => {
  let small: Platform;
  beforeAll(async () => {
    small = await Platform.start('two_connections', { DATABASE_POOL: '2' });
  });
  afterAll(() => small.stop());

  test('thirty acts at once all end', async () => {
    const them = await anOwner(small);
    const candidates = await Promise.all(Array.from({ length: 5 }, () => aCandidate(small)));
    const [skill] = await skillCodes(small, 'AMDEC');
    const { id } = await anOffer(small, them);
    const drafts = await Promise.all(
      Array.from({ length: 5 }, () =>
        postOffer(small, them.token, anOfferInput({ companyId: them.companyId, publish: false })),
      ),
    );
    const skills = { requiredSkillCodes: [skill] };
    const acts = [
      ...drafts.map((draft) => reviseOffer(small, them.token, draft.id, skills)),
      ...drafts.map((draft) => moveOffer(small, them.token, 'publishOffer', draft.id)),
      ...Array.from({ length: 5 }, (_, n) => anOffer(small, them, { ...skills, idempotencyKey: `key-${n % 2}` })),
      ...candidates.map(({ token }) => saveProfile(small, token, { skills: [{ code: skill }] })),
      ...candidates.map(({ token }) => applyTo(small, token, id)),
      ...candidates.map(({ token }) =>
        small.ask('{ viewer { candidate { matchingOffers { totalCount } } } }', {}, { token }),
      ),
    ];
    expect(acts).toHaveLength(30);
    for (const answer of await Promise.all(acts))
      expect(answer.__typename ?? 'data').toMatch(/^(Offer|Candidate|Application|data)$/);
  });
});
