import { aCandidate, anOffer, anOwner, applyTo, moveOffer, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { sentMails } from '../support/sent-mails.js';

let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  platform = await Platform.start('favourites');
  platform.travelTo('2026-09-01T10:00:00Z');
  owner = await anOwner(platform);
});
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const KEEP = `mutation ($id: ID!) { keepFavourite(offerId: $id) { __typename
  ... on Favourite { offerId addedAt standing title offer { isFavourite } } ... on Refusal { message } } }`;
const keep = (token: string, id: string): Promise<any> =>
  platform.ask(KEEP, { id }, { token }).then((data) => data.keepFavourite);
const REMOVE = `mutation ($id: ID!) { removeFavourite(offerId: $id) { __typename ... on FavouriteRemoved { offerId } } }`;
const remove = (token: string, id: string): Promise<any> =>
  platform.ask(REMOVE, { id }, { token }).then((data) => data.removeFavourite);
const LIST = `query ($open: Boolean, $first: Int, $after: String) { viewer { candidate {
  favourites(open: $open, first: $first, after: $after) { nodes { offerId title standing offer { id } myApplication { status } }
    pageInfo { hasNextPage endCursor } } } } }`;
const list = async (token: string, variables: object = {}): Promise<any> =>
  (await platform.ask(LIST, variables, { token })).viewer.candidate.favourites;
const SEEN = 'query ($id: ID!) { offer(id: $id) { isFavourite } }';
const isKept = async (id: string, who: object): Promise<boolean> =>
  (await platform.ask(SEEN, { id }, who)).offer.isFavourite;

test('kept once however often, seen by whom it is only, and removed however often', async () => {
  const { id, title } = await anOffer(platform, owner);
  const [one, other] = [await aCandidate(platform), await aCandidate(platform)];
  const kept = await keep(one.token, id);
  expect(kept).toEqual({
    __typename: 'Favourite',
    ...{ offerId: id, addedAt: '2026-09-01T10:00:00.000Z', standing: 'OPEN', title, offer: { isFavourite: true } },
  });
  platform.travelTo('2026-09-02T10:00:00Z');
  const again = await Promise.all(Array.from({ length: 4 }, () => keep(one.token, id)));
  for (const answer of again) expect(answer).toEqual(kept);
  const together = await Promise.all(Array.from({ length: 4 }, () => keep(other.token, id)));
  expect(together.map(({ __typename }) => __typename)).toEqual(together.map(() => 'Favourite'));
  await remove(other.token, id);
  expect([await isKept(id, one), await isKept(id, other), await isKept(id, owner), await isKept(id, {})]).toEqual([
    ...[true, false, false, false],
  ]);
  for (let twice = 0; twice < 2; twice += 1) {
    expect(await remove(one.token, id)).toEqual({ __typename: 'FavouriteRemoved', offerId: id });
  }
  expect((await list(one.token)).nodes).toEqual([]);
});

test('only candidates keep, only open offers, and their list is theirs alone', async () => {
  const { id } = await anOffer(platform, owner);
  const { token, id: candidateId } = await aCandidate(platform);
  expect(await keep(owner.token, id)).toMatchObject({ __typename: 'NotAllowed' });
  expect(await remove(owner.token, id)).toMatchObject({ __typename: 'NotAllowed' });
  expect((await platform.send(KEEP, { id })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await moveOffer(platform, owner.token, 'pauseOffer', id);
  const [paused, ...none] = await Promise.all([id, owner.companyId, 'nothing', ''].map((one) => keep(token, one)));
  expect(paused).toMatchObject({ __typename: 'OfferNotOpen' });
  for (const answer of none) expect(answer).toEqual(paused);
  await moveOffer(platform, owner.token, 'publishOffer', id);
  await applyTo(platform, token, id);
  const OTHER = 'query ($id: ID!) { node(id: $id) { ... on Candidate { favourites { nodes { offerId } } } } }';
  const { errors } = await platform.send(OTHER, { id: candidateId }, owner);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('what became of them is shown, with what was sent; nothing falls out of the list silently', async () => {
  const { token } = await aCandidate(platform);
  const ends = { fillOffer: 'FILLED', closeOffer: 'CLOSED', pauseOffer: 'OFFLINE' };
  const expected: Record<string, string> = {};
  for (const [act, standing] of Object.entries(ends)) {
    const { id } = await anOffer(platform, owner);
    await keep(token, id);
    await applyTo(platform, token, id);
    await moveOffer(platform, owner.token, act, id);
    expected[id] = standing;
  }
  const lapsing = await anOffer(platform, owner, { expiresOn: '2026-09-02' });
  const withheld = await anOffer(platform, owner);
  const open = await anOffer(platform, owner);
  for (const { id } of [lapsing, withheld, open]) await keep(token, id);
  await platform.db.query('UPDATE offer SET suspended_at = now() WHERE id = $1', [withheld.id]);
  platform.travelTo('2026-09-03T10:00:00Z');
  Object.assign(expected, { [lapsing.id]: 'EXPIRED', [withheld.id]: 'OFFLINE', [open.id]: 'OPEN' });
  const { nodes } = await list(token);
  expect(Object.fromEntries(nodes.map((one: any) => [one.offerId, one.standing]))).toEqual(expected);
  for (const { offerId, offer, title, standing } of nodes) {
    expect(offer).toEqual(standing === 'OPEN' ? { id: offerId } : null);
    expect(title).toBe('Ingénieure ou ingénieur qualité');
  }
  const sent = nodes.filter(({ myApplication }: any) => myApplication).map(({ standing }: any) => standing);
  expect(sent.sort()).toEqual(['CLOSED', 'FILLED', 'OFFLINE']);
  expect((await list(token, { open: true })).nodes.map(({ offerId }: any) => offerId)).toEqual([open.id]);
  expect((await list(token, { open: false })).nodes).toHaveLength(5);
  const read: string[] = [];
  let after: string | null = null;
  do {
    const page: any = await list(token, { first: 4, after });
    read.push(...page.nodes.map(({ offerId }: any) => offerId));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(read).toEqual(nodes.map(({ offerId }: any) => offerId));
});

test('at most 200 are kept', async () => {
  const { token, id } = await aCandidate(platform);
  const offer = await anOffer(platform, owner);
  const last = await anOffer(platform, owner);
  await platform.db.query(
    `WITH copies AS (INSERT INTO offer (slug, company_id, status, title, description, mission_category, contract_type)
       SELECT 'copy-' || n, company_id, 'DRAFT', title, description, mission_category, contract_type
         FROM offer, generate_series(1, 199) AS n WHERE id = $1 RETURNING id)
     INSERT INTO favourite (candidate_id, offer_id, added_at) SELECT $2, id, now() FROM copies`,
    [offer.id, id],
  );
  const answers = await Promise.all([offer, last].map((one) => keep(token, one.id)));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Favourite', 'TooManyFavourites']);
});

test('who keeps an offer is told once before it ends, unless they applied; a later end is told again', async () => {
  const offer = await anOffer(platform, owner, { title: 'Bras droit en Bugey', expiresOn: '2026-09-10' });
  const second = await anOffer(platform, owner, { title: 'Contrôle de gestion', expiresOn: '2026-09-09' });
  const people = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const { token, email } = await signUp(platform, 'CANDIDATE');
      return { token, email };
    }),
  );
  const [waits, applied] = people as [{ token: string; email: string }, { token: string; email: string }];
  for (const { token } of people) for (const { id } of [offer, second]) await keep(token, id);
  for (const { id } of [offer, second]) await applyTo(platform, applied.token, id);
  const ending = async (email: string) => {
    await platform.tick('favourites-ending');
    await platform.tick('favourites-ending');
    return (await sentMails(platform, email)).filter(({ subject }) => /Bientôt close|ferment bientôt/.test(subject));
  };
  platform.travelTo('2026-09-05T22:30:00Z');
  expect(await ending(waits.email)).toHaveLength(1);
  expect((await ending(waits.email))[0]!.subject).toBe('Bientôt close : Contrôle de gestion');
  platform.travelTo('2026-09-07T08:00:00Z');
  expect((await ending(waits.email)).at(-1)!.subject).toBe('Bientôt close : Bras droit en Bugey');
  await platform.db.query(`UPDATE offer SET expires_on = '2026-09-11' WHERE id = ANY($1)`, [[offer.id, second.id]]);
  platform.travelTo('2026-09-08T08:00:00Z');
  const told = await ending(waits.email);
  expect(told).toHaveLength(3);
  expect(told.at(-1)!.subject).toBe('2 de vos offres favorites ferment bientôt');
  expect(told.at(-1)!.text).toContain('11 septembre 2026');
  expect(await ending(applied.email)).toEqual([]);
});
