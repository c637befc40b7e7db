import { profileProblems } from '../../src/candidates/profile-rules.js';
import { addDays, civilDate } from '../../src/common/clock.js';
import { plainLine, plainText } from '../../src/common/plain-text.js';
import { companyProblems } from '../../src/companies/company-draft.js';
import { readSiret } from '../../src/companies/siret.js';
import type { DemoFacts } from '../../src/demo/demo-facts.js';
import { DemoFactsReader } from '../../src/demo/demo-facts.reader.js';
import { demoWorld, type DemoWorld } from '../../src/demo/demo-world.js';
import { wordCount } from '../../src/demo/french.js';
import { offerProblems } from '../../src/offers/offer-rules.js';
import { missionCategories } from '../../src/offers/offer-words.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { resolvePlaces } from '../../src/territories/place-set.js';
import { type DemoApp, demoApp } from './demo-app.js';

const emails = { candidate: 'candidate@demo.example', company: 'company@demo.example' };

let opened: DemoApp;
let facts: DemoFacts;
let world: DemoWorld;

beforeAll(async () => {
  opened = await demoApp('demo_world');
  const read = await opened.app.get(DemoFactsReader).read();
  facts = { ...read, today: '2026-03-02', now: new Date('2026-03-02T09:00:00Z') };
  world = demoWorld(facts, emails);
});
afterAll(() => opened.close());

const open = () => world.offers.filter(({ status }) => status === 'OPEN');
const townsOf = (offers = open()) =>
  new Set(offers.flatMap(({ sites }) => sites.map(({ communeCode }) => communeCode)));
const share = (part: number, all: { length: number }) => part / all.length;

describe('the same again', () => {
  test('the same facts give the same world', () => {
    expect(demoWorld(facts, emails)).toEqual(world);
  });

  test('on another day nothing changes but dates', () => {
    const later = demoWorld({ ...facts, today: '2026-11-23', now: new Date('2026-11-23T09:00:00Z') }, emails);
    const lasting = ({ companies, offers, candidates }: DemoWorld) => ({
      companies: companies.map((company) => ({ ...company, createdOn: '' })),
      offers: offers.map(({ id, title, requiredSkillCodes, sites, salaryMin }) => [
        id,
        title,
        requiredSkillCodes,
        sites,
        salaryMin,
      ]),
      candidates: candidates.map(({ id, person, skills, places }) => [id, person, skills, places]),
    });
    expect(lasting(later)).toEqual(lasting(world));
  });

  test.each(['2026-01-01', '2026-06-15', '2026-08-31', '2028-02-29'])('every rule holds on %s', (today) => {
    const then = demoWorld({ ...facts, today, now: new Date(`${today}T09:00:00Z`) }, emails);
    const problems = [
      ...then.offers.flatMap((offer) => offerProblems(offer, offer.writtenOn)),
      ...then.candidates.flatMap((candidate) => profileProblems(candidate, today, candidate)),
    ];
    expect(problems).toEqual([]);
    for (const { startsOn, status } of then.offers)
      expect(status !== 'OPEN' || startsOn === null || startsOn > today).toBe(true);
  });
});

describe('the rules of the product', () => {
  test('every offer could have been posted', () => {
    for (const offer of world.offers) {
      expect(offerProblems(offer, offer.writtenOn)).toEqual([]);
      const codes = [...offer.requiredSkillCodes, ...offer.desiredSkillCodes];
      expect(codes.filter((code) => !facts.skill(code))).toEqual([]);
      expect(new Set(codes).size).toBe(codes.length);
      expect([2, 3, 4, 5]).toContain(offer.requiredSkillCodes.length);
      expect(offer.desiredSkillCodes.length).toBeLessThanOrEqual(4);
    }
  });

  test('every text is plain, whole and of a good length', () => {
    for (const { title, description } of world.offers) {
      expect(plainLine(title)).toBe(title);
      expect(plainText(description)).toBe(description);
      expect(title.length).toBeLessThan(100);
      expect(wordCount(description)).toBeGreaterThanOrEqual(80);
      expect(wordCount(description)).toBeLessThanOrEqual(200);
      expect(`${title}\n${description}`).not.toMatch(
        /[{}<>]|(?<!\p{L})(?:undefined|null|NaN)(?!\p{L})|(?<!\p{L})(?:de le|de les|à le|à les|de de)(?!\p{L})| {2}|\.\.| [.,]/u,
      );
    }
  });

  test('every company could have registered, under a number that is nobody’s', () => {
    for (const company of world.companies) {
      expect(companyProblems(company)).toEqual([]);
      expect(readSiret(company.siret)).toBe(company.siret);
      expect(company.siret).toMatch(/^000/);
      expect(plainText(company.description!)).toBe(company.description);
      expect(company.description).not.toMatch(/[{}]|(?<!\p{L})(?:de le|de les|à le|à les) /u);
    }
    for (const own of ['siret', 'name', 'id'] as const) {
      expect(new Set(world.companies.map((company) => company[own])).size).toBe(world.companies.length);
    }
  });

  test('every profile could have been saved', () => {
    const gazetteer = opened.app.get(Gazetteer);
    for (const candidate of world.candidates) {
      expect(profileProblems(candidate, facts.today, candidate)).toEqual([]);
      expect(Array.isArray(resolvePlaces(gazetteer, candidate.places, ['places'])) && candidate.places.length > 0).toBe(
        false,
      );
      expect(candidate.skills.filter(({ code }) => !facts.skill(code))).toEqual([]);
    }
    const addresses = [...world.candidates.map(({ person }) => person), ...world.companies.map(({ owner }) => owner)];
    expect(new Set(addresses.map(({ email }) => email)).size).toBe(addresses.length);
    for (const { email } of addresses) expect(email).toMatch(/^[a-z.0-9-]+@demo\.example$/);
  });

  test('applications go to offers that were open, once a candidate, at a moment that has passed', () => {
    const offers = new Map(world.offers.map((offer) => [offer.id, offer]));
    const pairs = world.applications.map(({ offerId, candidateId }) => `${offerId} ${candidateId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { offerId, sentAt } of world.applications) {
      const { status, publishedAt } = offers.get(offerId)!;
      expect(status).toBe('OPEN');
      expect(sentAt.valueOf()).toBeLessThan(facts.now.valueOf());
      expect(sentAt.valueOf()).toBeGreaterThan(publishedAt!.valueOf());
    }
  });

  test('answers come after applications, and have passed', () => {
    const answers = world.applications.filter(({ answeredAt }) => answeredAt);
    expect(answers.length).toBeGreaterThan(20);
    for (const { sentAt, answeredAt } of answers) {
      expect(answeredAt!.valueOf()).toBeGreaterThan(sentAt.valueOf());
      expect(answeredAt!.valueOf()).toBeLessThan(facts.now.valueOf());
    }
    for (const { status, answeredAt } of world.applications)
      expect(['INTERVIEW', 'DECLINED'].includes(status)).toBe(answeredAt !== null);
  });

  test.each(['2026-01-01', '2026-08-31', '2028-02-29'])('and so it is in the first minutes of %s', (today) => {
    const now = new Date(Date.parse(`${today}T00:05:00+01:00`));
    const then = demoWorld({ ...facts, today, now }, emails);
    const moments = then.applications.flatMap(({ sentAt, answeredAt }) => [sentAt, answeredAt ?? sentAt]);
    expect(moments.filter((moment) => moment.valueOf() > now.valueOf())).toEqual([]);
  });
});

describe('enough, and of everything', () => {
  test('about 400 open offers of about 90 companies, and some that are not open', () => {
    expect(open().length).toBeGreaterThanOrEqual(380);
    expect(open().length).toBeLessThanOrEqual(430);
    expect(Math.abs(world.companies.length - 90)).toBeLessThanOrEqual(5);
    expect(new Set(world.offers.map(({ status }) => status))).toEqual(
      new Set(['OPEN', 'DRAFT', 'PAUSED', 'EXPIRED', 'FILLED']),
    );
    expect(world.candidates).toHaveLength(150);
    expect(world.applications.length).toBeGreaterThan(36);
  });

  test('towns of at least 80 Territoires d’industrie, overseas too, and some outside', () => {
    const places = [...townsOf()].map((code) => facts.placeOf(code));
    expect(new Set(places.map(({ territoryId }) => territoryId).filter(Boolean)).size).toBeGreaterThanOrEqual(80);
    expect(places.some(({ territoryId }) => territoryId === null)).toBe(true);
    const names = new Set(places.map(({ name }) => name));
    const expected =
      'Oyonnax, Saint-Nazaire, Bourg-en-Bresse, Le Creusot, Cholet, Figeac, Dunkerque, Belfort, Annonay, Vitré, Mourenx, Fougères, Thiers, Cluses, Châteaudun, Vierzon, Saint-Dié-des-Vosges, Épinal, Saint-Benoît, Petit-Bourg';
    expect(expected.split(', ').filter((name) => !names.has(name))).toEqual([]);
  });

  test('all families of missions, many occupations, every contract and level', () => {
    const said = <Key extends keyof DemoWorld['offers'][number]>(key: Key) =>
      new Set(open().map((offer) => offer[key]));
    expect(said('missionCategory')).toEqual(new Set(missionCategories));
    expect(said('occupationCode').size).toBeGreaterThanOrEqual(25);
    expect(said('contractType').size).toBe(4);
    expect([...said('studyLevel')]).toEqual(expect.arrayContaining(['BAC_2', 'BAC_3', 'BAC_5']));
    expect(share(open().filter(({ greenMission }) => greenMission).length, open())).toBeCloseTo(0.08, 1);
    expect(open().filter(({ remoteWork }) => remoteWork === 'FULL').length).toBeGreaterThanOrEqual(5);
    expect(new Set(open().map(({ sites }) => sites.length))).toEqual(new Set([1, 2, 3]));
  });

  test('publications spread over the last sixty days', () => {
    const days = open().map(({ publishedAt }) => civilDate(publishedAt!));
    for (const day of days) expect(day >= addDays(facts.today, -61) && day < facts.today).toBe(true);
    expect(new Set(days).size).toBeGreaterThan(50);
  });

  test('most candidates are eligible and seen by companies', () => {
    const { candidates } = world;
    const recent = candidates.filter(({ diplomaOn }) => diplomaOn !== null && diplomaOn > addDays(facts.today, -730));
    expect(share(recent.length, candidates)).toBeGreaterThan(0.8);
    expect(share(candidates.filter(({ visibleSince }) => visibleSince).length, candidates)).toBeGreaterThan(0.75);
    expect(candidates[0]).toMatchObject({ person: { email: emails.candidate }, studyLevel: 'BAC_5' });
    expect(candidates[0]!.skills.length).toBeGreaterThan(8);
  });

  test('of some companies it is known how they answer: soon, late or not at all', () => {
    const companyOf = new Map(world.offers.map(({ id, companyId }) => [id, companyId]));
    const over = world.applications.filter(({ answerDueOn }) => answerDueOn < facts.today);
    const known = world.companies
      .map(({ id }) => over.filter(({ offerId }) => companyOf.get(offerId) === id))
      .filter(({ length }) => length >= 5);
    expect(known.length).toBeGreaterThanOrEqual(12);
    const late = ({ sentAt, answeredAt }: (typeof over)[number]): boolean =>
      answeredAt !== null && answeredAt.valueOf() - sentAt.valueOf() > 15 * 86_400_000;
    const unanswered = (all: typeof over): number => all.filter(({ answeredAt }) => !answeredAt).length;
    expect(known.filter((all) => unanswered(all) === 0 && !all.some(late)).length).toBeGreaterThanOrEqual(2);
    expect(known.filter((all) => all.some(late)).length).toBeGreaterThanOrEqual(2);
    expect(known.filter((all) => unanswered(all) === all.length).length).toBeGreaterThanOrEqual(2);
    expect(companyOf.get(known[0]![0]!.offerId)).toBe(world.companies[0]!.id);
  });

  test('the searches people try first find a page of offers', () => {
    const near = (towns: string[], titles: RegExp, contracts: RegExp) =>
      open().filter(
        ({ title, contractType, sites }) =>
          titles.test(title) &&
          contracts.test(contractType) &&
          sites.some(({ communeCode }) => towns.includes(communeCode)),
      );
    const quality = /qualité|QSE/i;
    expect(near(['01283', '01031', '01265'], quality, /APPRENT|PROF/).length).toBeGreaterThanOrEqual(5);
    expect(
      near(
        ['44184', '44103', '44210', '44195'],
        /(?:ingénieur|ingénieure).*(?:méthodes|process|industrialisation)/i,
        /./,
      ).length,
    ).toBeGreaterThanOrEqual(4);
  });
});

describe('variety', () => {
  const sentencesOf = (text: string): string[] =>
    text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.length > 25);

  test('no company repeats a title, and most titles are used once', () => {
    const own = world.offers.map(({ companyId, title }) => `${companyId} ${title}`);
    expect(new Set(own).size).toBe(own.length);
    const titles = world.offers.map(({ title }) => title);
    expect(share(new Set(titles).size, titles)).toBeGreaterThan(0.8);
  });

  test('no sentence is heard everywhere', () => {
    const uses = new Map<string, number>();
    for (const { description } of world.offers) {
      for (const sentence of new Set(sentencesOf(description))) uses.set(sentence, (uses.get(sentence) ?? 0) + 1);
    }
    expect(share(Math.max(...uses.values()), world.offers)).toBeLessThan(0.15);
    expect(uses.size).toBeGreaterThan(3000);
  });

  test('no two offers of different companies share most of their sentences', () => {
    const read = world.offers.map(({ companyId, description }) => ({
      companyId,
      said: new Set(sentencesOf(description)),
    }));
    const alike = read.flatMap((one, place) =>
      read.slice(place + 1).filter(({ companyId, said }) => {
        const shared = [...said].filter((sentence) => one.said.has(sentence)).length;
        return companyId !== one.companyId && shared > 0.6 * Math.min(said.size, one.said.size);
      }),
    );
    expect(alike).toEqual([]);
  });
});
