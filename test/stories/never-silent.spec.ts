import { Deadlines } from '../../src/applications/deadlines.js';
import { OfferQuota } from '../../src/applications/offer-quota.js';
import { answerTo, aWrittenOwner, decline, type Owner, signedInAgain, steps } from '../applications/steps.js';
import { aMember, anOffer, anOfferInput, applyTo, moveOffer, password, postOffer, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { sentMails } from '../support/sent-mails.js';

/** No application stays silent: what the clock does to those that nobody answers, and to those who do not answer. */
let platform: Platform;
let people: { token: string; email: string }[];

beforeAll(async () => {
  platform = await Platform.start('never_silent');
  people = [];
  for (let made = 0; made < 6; made += 1) people.push(await signUp(platform, 'CANDIDATE'));
}, 60_000);
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

/** Two runs an hour apart, as if two workers did each: whatever is done is done once. */
async function on(day: string): Promise<void> {
  for (const hour of ['08', '09']) {
    platform.travelTo(`${day}T${hour}:00:00Z`);
    await platform.tick('application-deadlines');
  }
}
const subjects = async (email: string): Promise<string[]> =>
  (await sentMails(platform, email)).map(({ subject }) => subject);
const status = async (id: string): Promise<string> =>
  (await platform.db.query<[{ status: string }]>('SELECT status FROM application WHERE id = $1', [id]))[0].status;
const offerStatus = async (id: string): Promise<string> =>
  (await platform.db.query<[{ status: string }]>('SELECT status FROM offer WHERE id = $1', [id]))[0].status;
const applied = async (owner: Owner, who: { token: string }, differs: object = {}) => {
  const offer = await anOffer(platform, owner, differs);
  return { offerId: offer.id, ...(await applyTo(platform, who.token, offer.id)) };
};

test('reminded before and on the day, told after it, closed fifteen days later: each once, read by both', async () => {
  const owner = await aWrittenOwner(platform);
  const candidate = people[0]!;
  const { id, answerDueOn } = await applied(owner, candidate, { title: 'Cheffe de projet' });
  expect(answerDueOn).toBe('2026-09-16');
  await platform.jobs();
  const [forCompany, forCandidate] = [await subjects(owner.email), await subjects(candidate.email)];
  expect(forCompany).toEqual(['Nouvelle candidature : Cheffe de projet']);
  expect(forCandidate.at(-1)).toBe('Candidature envoyée : Cheffe de projet');

  const due = 'Une candidature attend votre réponse';
  const news = async () => [
    (await subjects(owner.email)).slice(forCompany.length),
    (await subjects(candidate.email)).slice(forCandidate.length),
  ];
  await on('2026-09-12');
  expect(await news()).toEqual([[], []]);
  await on('2026-09-13');
  expect(await news()).toEqual([[due], []]);
  await on('2026-09-15');
  expect(await news()).toEqual([[due], []]);
  await on('2026-09-16');
  expect(await news()).toEqual([[due, due], []]);
  await on('2026-09-17');
  const late = 'Pas encore de réponse de Plasturgie du Haut-Bugey';
  expect(await news()).toEqual([[due, due], [late]]);
  await on('2026-10-01');
  expect(await news()).toEqual([[due, due], [late]]);
  expect(await status(id)).toBe('SENT');
  await on('2026-10-02');
  expect(await news()).toEqual([
    [due, due],
    [late, 'Candidature close sans réponse : Cheffe de projet'],
  ]);

  const read = await steps(platform, candidate.token, id);
  const token = await signedInAgain(platform, owner.email);
  expect(read).toEqual(await steps(platform, token, id));
  expect(read.status).toBe('CLOSED_UNANSWERED');
  expect(read.events.map(({ to, notice, side, at }: any) => [to, notice, side, at.slice(0, 10)])).toEqual([
    ['SENT', null, 'CANDIDATE', '2026-09-01'],
    ['SENT', 'COMPANY_REMINDED', 'PLATFORM', '2026-09-13'],
    ['SENT', 'COMPANY_REMINDED', 'PLATFORM', '2026-09-16'],
    ['SENT', 'ANSWER_LATE', 'PLATFORM', '2026-09-17'],
    ['CLOSED_UNANSWERED', null, 'PLATFORM', '2026-10-02'],
  ]);
  expect(await decline(platform, token, id)).toMatchObject({
    __typename: 'IllegalApplicationMove',
    from: 'CLOSED_UNANSWERED',
  });
  await on('2027-01-05');
  expect((await news())[1]).toHaveLength(2);
});

test('after a standstill of the worker nothing closes before its candidate was told, and fifteen days after that', async () => {
  const owner = await aWrittenOwner(platform);
  const { id } = await applied(owner, people[1]!);
  const letters = async () => (await subjects(people[1]!.email)).filter((one) => /Pas encore|close sans/.test(one));
  platform.travelTo('2026-12-01T08:00:00Z');
  await Promise.all([platform.tick('application-deadlines'), platform.tick('application-deadlines')]);
  await on('2026-12-01');
  expect([await status(id), (await letters()).length]).toEqual(['SENT', 1]);
  expect((await subjects(owner.email)).filter((one) => one.includes('attend votre réponse'))).toHaveLength(1);
  await on('2026-12-15');
  expect(await status(id)).toBe('SENT');
  await on('2026-12-16');
  expect([await status(id), (await letters()).length]).toEqual(['CLOSED_UNANSWERED', 2]);
});

test('an answer ends the waiting: nobody is reminded of it, told of a delay, or closed', async () => {
  const owner = await aWrittenOwner(platform);
  const [seen, interview] = [await applied(owner, people[2]!), await applied(owner, people[2]!)];
  await answerTo(platform, owner.token, interview.id, 'INTERVIEW');
  await platform.db.query(`UPDATE application SET status = 'SEEN' WHERE id = $1`, [seen.id]);
  await on('2026-09-16');
  expect((await subjects(owner.email)).filter((one) => one.includes('attend'))).toEqual([
    'Une candidature attend votre réponse',
  ]);
  await on('2026-09-17');
  await on('2026-10-02');
  expect([await status(seen.id), await status(interview.id)]).toEqual(['CLOSED_UNANSWERED', 'INTERVIEW']);
  await on('2026-10-30');
  await on('2026-10-31');
  expect((await subjects(people[2]!.email)).filter((one) => one.startsWith('Où en est'))).toHaveLength(1);
  expect((await subjects(owner.email)).filter((one) => one.startsWith('Une décision'))).toHaveLength(1);
  expect(await status(interview.id)).toBe('INTERVIEW');
});

test('an interview without a decision ends: both are told, and told again when it closes thirty days later', async () => {
  const owner = await aWrittenOwner(platform);
  const who = await signUp(platform, 'CANDIDATE');
  const [never, meets] = [
    await applied(owner, who, { title: 'Jamais' }),
    await applied(owner, who, { title: 'Rencontre' }),
  ];
  for (const { id } of [never, meets]) await answerTo(platform, owner.token, id, 'INTERVIEW');
  await platform.db.query(
    `INSERT INTO interview (application_id, status, proposed_by, proposed_at, duration_minutes, place, agreed_starts_at)
     VALUES ($1, 'AGREED', 'COMPANY', now(), 30, 'Oyonnax', '2026-11-17T09:00:00Z')`,
    [meets.id],
  );
  const close = (id: string) => platform.app.get(Deadlines, { strict: false }).close(id);
  await close(never.id);
  await on('2026-10-31');
  await on('2026-11-29');
  expect([await status(never.id), await status(meets.id)]).toEqual(['INTERVIEW', 'INTERVIEW']);
  await on('2026-11-30');
  expect([await status(never.id), await status(meets.id)]).toEqual(['CLOSED_UNANSWERED', 'INTERVIEW']);
  const about = async (email: string, title: string) =>
    (await subjects(email)).filter((one) => /décision/.test(one) && one.endsWith(title));
  expect(await about(owner.email, 'Jamais')).toEqual([
    ...['Une décision est attendue : Jamais', 'Candidature close sans décision : Jamais'],
  ]);
  expect(await about(who.email, 'Jamais')).toEqual(['Candidature close sans décision : Jamais']);
  expect(await about(owner.email, 'Rencontre')).toEqual([]);
  const { events } = await steps(platform, await signedInAgain(platform, who.email), never.id);
  expect(events.slice(-2).map(({ to, notice, side }: any) => [to, notice, side])).toEqual([
    ['INTERVIEW', 'DECISION_LATE', 'PLATFORM'],
    ['CLOSED_UNANSWERED', null, 'PLATFORM'],
  ]);
  const [{ answered }] = await platform.db.query<[{ answered: string }]>(
    'SELECT answered_at::date::text AS answered FROM application WHERE id = $1',
    [never.id],
  );
  expect(answered).toBe('2026-09-01');
  await on('2026-12-01');
  expect(await about(owner.email, 'Rencontre')).toEqual([]);
  await on('2026-12-02');
  expect(await about(owner.email, 'Rencontre')).toEqual(['Une décision est attendue : Rencontre']);
  await on('2027-01-01');
  expect(await status(meets.id)).toBe('CLOSED_UNANSWERED');
});

test('who is in interview is told, once, when the offer ends, and its company how many it owes a decision', async () => {
  const owner = await aWrittenOwner(platform);
  const { id: offerId } = await anOffer(platform, owner, { title: 'Convoitée' });
  const met = [await signUp(platform, 'CANDIDATE'), await signUp(platform, 'CANDIDATE')];
  const ids: string[] = [];
  for (const { token } of met) ids.push((await applyTo(platform, token, offerId)).id);
  for (const id of ids) await answerTo(platform, owner.token, id, 'INTERVIEW');
  for (const act of ['fillOffer', 'publishOffer', 'fillOffer']) await moveOffer(platform, owner.token, act, offerId);
  await platform.jobs();
  for (const [index, { token, email }] of met.entries()) {
    expect((await subjects(email)).filter((one) => one.startsWith('Offre'))).toEqual(['Offre pourvue : Convoitée']);
    const { events } = await steps(platform, token, ids[index]!);
    expect(events.filter(({ notice }: any) => notice)).toMatchObject([
      { from: 'INTERVIEW', to: 'INTERVIEW', notice: 'OFFER_ENDED', side: 'PLATFORM' },
    ]);
  }
  expect((await subjects(owner.email)).filter((one) => one.includes('attendues'))).toEqual([
    '2 décisions sont attendues : Convoitée',
  ]);
  await platform.ask(ERASE, { password }, owner);
  await platform.jobs();
  for (const [index, { email }] of met.entries()) {
    expect(await status(ids[index]!)).toBe('CLOSED_UNANSWERED');
    expect((await subjects(email)).filter((one) => one.includes('sans décision'))).toHaveLength(1);
  }
});

test('whatever becomes of the offer, who waits is answered', async () => {
  const owner = await aWrittenOwner(platform);
  const who = people[3]!;
  const END = (act: string) => `mutation ($id: ID!) { ${act}(id: $id, reason: POSITION_FILLED, words: "Merci à vous.") {
    ... on Offer { status } } }`;
  const told = await applied(owner, who, { title: 'Pourvue avec motif' });
  await platform.ask(END('fillOffer'), { id: told.offerId }, owner);
  const silent = await applied(owner, who, { title: 'Retirée sans mot' });
  await moveOffer(platform, owner.token, 'closeOffer', silent.offerId);
  const lapsed = await applied(owner, who, { title: 'Expirée', expiresOn: '2026-09-03' });
  const suspended = await applied(owner, who, { title: 'Suspendue' });
  await platform.db.query('UPDATE offer SET suspended_at = now() WHERE id = $1', [suspended.offerId]);
  const paused = await applied(owner, who, { title: 'En pause' });
  await moveOffer(platform, owner.token, 'pauseOffer', paused.offerId);
  await platform.jobs();
  expect((await steps(platform, who.token, told.id)).events.at(-1)).toMatchObject({
    ...{ to: 'DECLINED', side: 'COMPANY', reason: 'POSITION_FILLED', words: 'Merci à vous.' },
  });
  expect(await status(silent.id)).toBe('CLOSED_UNANSWERED');
  const mails = await sentMails(platform, who.email);
  expect(mails.find(({ text }) => text.includes('Merci à vous.'))?.subject).toContain('Réponse à votre candidature');
  expect(mails.map(({ subject }) => subject)).toContain('Candidature close sans réponse : Retirée sans mot');
  for (const day of ['2026-09-16', '2026-09-17', '2026-10-02']) await on(day);
  for (const { id } of [lapsed, suspended, paused]) expect(await status(id)).toBe('CLOSED_UNANSWERED');
  const ends = (await subjects(who.email)).filter((one) => one.startsWith('Candidature close'));
  expect(ends.sort()).toEqual(
    ['En pause', 'Expirée', 'Retirée sans mot', 'Suspendue'].map(
      (title) => `Candidature close sans réponse : ${title}`,
    ),
  );
});

const DELAY = `mutation ($id: ID!, $days: Int!) { setAnswerDelay(companyId: $id, days: $days) { __typename
  ... on Company { answerDays } } }`;

test('a company promises 1 to 30 days, by its owners; who applied before keeps their day, also over a change of the clock', async () => {
  platform.travelTo('2026-10-20T22:30:00Z');
  const owner = await aWrittenOwner(platform);
  const set = async (token: string, days: number) =>
    (await platform.ask(DELAY, { id: owner.companyId, days }, { token })).setAnswerDelay;
  const before = await applied(owner, people[4]!);
  const recruiter = await aMember(platform, owner.companyId);
  expect(await set(recruiter.token, 10)).toEqual({ __typename: 'NotAllowed' });
  for (const days of [0, 31, -1]) expect(await set(owner.token, days)).toEqual({ __typename: 'InvalidInput' });
  expect(await set(owner.token, 30)).toEqual({ __typename: 'Company', answerDays: 30 });
  const after = await applied(owner, people[4]!);
  expect([before.answerDueOn, after.answerDueOn]).toEqual(['2026-11-05', '2026-11-20']);
  platform.travelTo('2026-11-05T22:59:00Z');
  for (let twice = 0; twice < 2; twice += 1) await platform.tick('application-deadlines');
  expect((await steps(platform, owner.token, before.id)).events.at(-1).notice).toBe('COMPANY_REMINDED');
  platform.travelTo('2026-11-05T23:00:00Z');
  await platform.tick('application-deadlines');
  expect((await steps(platform, owner.token, before.id)).events.at(-1).notice).toBe('ANSWER_LATE');
});

const ERASE = `mutation ($password: String) { eraseMyAccount(password: $password) { __typename } }`;
const QUOTA = `mutation ($id: ID!, $most: Int!) { setPauseAtWaiting(offerId: $id, pauseAtWaiting: $most) { __typename
  ... on Offer { status pauseAtWaiting waitingApplications pausedBecause } } }`;

test('an offer pauses by itself when as many wait as its company allows, and goes online once half are answered', async () => {
  const owner = await aWrittenOwner(platform);
  const offer = await anOffer(platform, owner, { title: 'Très demandée' });
  const set = async (most: number) => (await platform.ask(QUOTA, { id: offer.id, most }, owner)).setPauseAtWaiting;
  for (const most of [0, 501]) expect(await set(most)).toEqual({ __typename: 'InvalidInput' });
  expect(await set(2)).toMatchObject({ status: 'OPEN', pauseAtWaiting: 2, waitingApplications: 0 });
  const answers = await Promise.all(people.slice(0, 4).map(({ token }) => applyTo(platform, token, offer.id)));
  const made = answers.filter(({ __typename }) => __typename === 'Application');
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    ...['Application', 'Application', 'OfferNotOpen', 'OfferNotOpen'],
  ]);
  expect(await offerStatus(offer.id)).toBe('PAUSED');
  expect(await moveOffer(platform, owner.token, 'publishOffer', offer.id)).toMatchObject({
    __typename: 'TooManyWaiting',
  });
  await on('2026-09-02');
  expect(await offerStatus(offer.id)).toBe('PAUSED');
  await decline(platform, owner.token, made[0].id);
  await platform.tick('reopen-answered-offers');
  expect(await offerStatus(offer.id)).toBe('OPEN');
  expect((await subjects(owner.email)).filter((one) => /pause|en ligne/.test(one))).toEqual([
    ...['Offre en pause : Très demandée', 'Offre de nouveau en ligne : Très demandée'],
  ]);
  expect(await set(1)).toMatchObject({ status: 'PAUSED', pausedBecause: 'TOO_MANY_WAITING' });
  expect(await set(50)).toMatchObject({ status: 'OPEN', pausedBecause: null });
  await moveOffer(platform, owner.token, 'pauseOffer', offer.id);
  await on('2026-09-03');
  expect(await offerStatus(offer.id)).toBe('PAUSED');
  const short = await applied(owner, people[4]!, { title: 'Courte', expiresOn: '2026-09-05' });
  await platform.ask(QUOTA, { id: short.offerId, most: 1 }, owner);
  await decline(platform, owner.token, short.id);
  await on('2026-09-06');
  expect(await offerStatus(short.offerId)).toBe('EXPIRED');
});

/** Waits until a statement of this database waits for a row that somebody holds. */
async function untilOneWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await platform.db.query<object[]>(waiting)).length === 0) await new Promise(setImmediate);
}

test.each(['the last member is erased', 'an offer goes online again'])(
  'when %s, people are held before offers: nobody waits in a circle with an erasure',
  async (what) => {
    const owner = await aWrittenOwner(platform);
    const { id, offerId } = await applied(owner, people[5]!);
    const erased = what === 'the last member is erased';
    await platform.ask(QUOTA, { id: offerId, most: 1 }, owner);
    if (!erased) await decline(platform, owner.token, id);
    const held = platform.db.createQueryRunner();
    await held.startTransaction();
    let acting: Promise<unknown> = Promise.resolve();
    try {
      const email = erased ? people[5]!.email : owner.email;
      await held.query('SELECT FROM account WHERE email = $1 FOR UPDATE', [email]);
      acting = erased
        ? platform.ask(ERASE, { password }, owner)
        : platform.app.get(OfferQuota, { strict: false }).reopen(offerId);
      await untilOneWaits();
      await held.query('SELECT FROM offer WHERE id = $1 FOR UPDATE NOWAIT', [offerId]);
    } finally {
      await held.rollbackTransaction();
      await held.release();
      await acting;
    }
    expect(await offerStatus(offerId)).toBe(erased ? 'CLOSED' : 'OPEN');
  },
);

test('a company that leaves many unanswered is told, a week later its offers pause, and answering brings them back', async () => {
  const owner = await aWrittenOwner(platform);
  const [offer, other] = [await anOffer(platform, owner), await anOffer(platform, owner)];
  const ids: string[] = [];
  for (const { token } of people.slice(0, 5)) ids.push((await applyTo(platform, token, offer.id)).id);
  await on('2026-09-16');
  await on('2026-09-17');
  const told = async () => (await subjects(owner.email)).filter((one) => /^(Des candidatures|Vos offres)/.test(one));
  expect(await told()).toEqual(['Des candidatures attendent votre réponse']);
  await on('2026-09-23');
  expect(await offerStatus(other.id)).toBe('OPEN');
  await on('2026-09-24');
  for (const { id } of [offer, other]) expect(await offerStatus(id)).toBe('PAUSED');
  expect(await moveOffer(platform, owner.token, 'publishOffer', other.id)).toMatchObject({
    __typename: 'TooManyUnanswered',
  });
  expect(await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId }))).toMatchObject({
    __typename: 'TooManyUnanswered',
  });
  await platform.db.query(`UPDATE offer SET paused_because = 'TOO_MANY_WAITING' WHERE id = $1`, [other.id]);
  await on('2026-09-24');
  expect(await offerStatus(other.id)).toBe('PAUSED');
  await decline(platform, owner.token, ids[0]!);
  await on('2026-09-25');
  for (const { id } of [offer, other]) expect(await offerStatus(id)).toBe('OPEN');
  expect(await told()).toEqual([
    ...['Des candidatures attendent votre réponse', 'Vos offres sont en pause', 'Vos offres sont de nouveau en ligne'],
  ]);
});
