import { daysToAnswer } from '../applications/application-status.js';
import { addDays, daysBetween } from '../common/clock.js';
import { fewestCounted } from '../companies/responsiveness.js';
import { type DemoApplication, messageFor, mightMove } from './demo-applications.js';
import type { DemoCandidate } from './demo-candidates.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoFacts } from './demo-facts.js';
import type { DemoOffer } from './demo-offers.js';
import type { Random } from './random.js';

interface World {
  companies: DemoCompany[];
  offers: DemoOffer[];
  /** The first is the one that visitors sign in as, who waits for nobody. */
  candidates: DemoCandidate[];
  /** Applications that are there already. */
  recent: DemoApplication[];
}

interface Manner {
  /** Of how many applications it answers how many. */
  answers: readonly [number, number];
  /** Days until it does. */
  within: readonly [number, number];
}

/** One company after the other; the demo's own is the first. */
const manners: readonly Manner[] = [
  { answers: [1, 1], within: [1, 6] },
  { answers: [1, 4], within: [9, 14] },
  { answers: [3, 4], within: [4, 12] },
  { answers: [0, 1], within: [0, 0] },
  { answers: [2, 3], within: [16, 35] },
];

const mostOfOne = 9;

/**
 * Applications whose day of answer is over, to companies around the demo candidate and every fifth of the others: without
 * them nothing would be known of how any company answers.
 */
export function demoAnswers(facts: DemoFacts, world: World, random: Random): DemoApplication[] {
  const { companies } = world;
  const taken = new Set(world.recent.map(({ offerId, candidateId }) => `${offerId} ${candidateId}`));
  const known = companies.filter(({ communeCode }, place) => place % 5 === 0 || communeCode.startsWith('01'));
  return known.flatMap((company, place) => {
    const source = random.branch(company.name);
    const pairs = oldPairs(facts, company, world).filter(
      ({ offer, candidate }) => !taken.has(`${offer.id} ${candidate.id}`),
    );
    const chosen = source.some(pairs, source.int(fewestCounted + 1, mostOfOne));
    if (chosen.length < fewestCounted) return [];
    return chosen.map((pair, rank) => application(facts, pair, manners[place % manners.length]!, rank, source));
  });
}

interface OldPair {
  offer: DemoOffer;
  candidate: DemoCandidate;
  /** The first day on which both were there. */
  from: string;
}

/** Who could have applied so long ago that the day of the answer is over; nobody applies to one company twice. */
function oldPairs(facts: DemoFacts, company: DemoCompany, { offers, candidates }: World): OldPair[] {
  const latest = lastDay(facts);
  const open = offers.filter(({ companyId, status }) => companyId === company.id && status === 'OPEN');
  return candidates.slice(1).flatMap((candidate) => {
    const fits = open.flatMap((offer) => {
      if (!mightMove(offer, candidate)) return [];
      const from = addDays(offer.writtenOn > candidate.createdOn ? offer.writtenOn : candidate.createdOn, 1);
      return from <= latest ? [{ offer, candidate, from }] : [];
    });
    return fits.slice(0, 1);
  });
}

const lastDay = ({ today }: DemoFacts): string => addDays(today, -daysToAnswer - 2);

function application(
  facts: DemoFacts,
  { offer, candidate, from }: OldPair,
  { answers: [some, of], within }: Manner,
  rank: number,
  random: Random,
): DemoApplication {
  const sentOn = addDays(from, random.int(0, daysBetween(from, lastDay(facts))));
  const sentAt = new Date(`${sentOn}T18:${random.int(10, 59)}:00Z`);
  const answers = rank % of < some;
  const delay = Math.min(random.int(...within), daysBetween(sentOn, facts.today) - 1);
  const met = random.chance(0.3);
  const seen = random.chance(0.6);
  return {
    id: random.uuid(),
    offerId: offer.id,
    candidateId: candidate.id,
    status: answers ? (met ? 'INTERVIEW' : 'DECLINED') : seen ? 'SEEN' : 'SENT',
    message: messageFor(facts, offer, candidate, random),
    sentAt,
    answerDueOn: addDays(sentOn, daysToAnswer),
    answeredAt: answers ? new Date(`${addDays(sentOn, delay)}T18:59:30Z`) : null,
  };
}
