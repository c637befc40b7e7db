import type { ApplicationStatus } from '../applications/application-status.js';
import { daysToAnswer } from '../applications/application-status.js';
import { addDays, daysBetween } from '../common/clock.js';
import type { DemoCandidate } from './demo-candidates.js';
import type { DemoFacts } from './demo-facts.js';
import type { DemoOffer } from './demo-offers.js';
import { filled, saidSkill, small } from './french.js';
import type { Random } from './random.js';

export interface DemoApplication {
  id: string;
  offerId: string;
  candidateId: string;
  status: ApplicationStatus;
  message: string;
  sentAt: Date;
  answerDueOn: string;
  answeredAt: Date | null;
}

/** Candidates who apply to one or two open offers they could have found; `shown` is the company visitors sign in for. */
export function demoApplications(
  facts: DemoFacts,
  { offers, candidates, shown }: { offers: DemoOffer[]; candidates: DemoCandidate[]; shown: string },
  random: Random,
): DemoApplication[] {
  const open = offers.filter(({ status }) => status === 'OPEN');
  const [main, ...others] = candidates;
  const made = others
    .filter(() => random.chance(0.3))
    .flatMap((candidate) =>
      random
        .some(
          open.filter((offer) => suits(offer, candidate)),
          random.int(1, 2),
        )
        .map((offer) => ({ offer, candidate })),
    );
  const mains = open.filter(
    (offer) => offer.companyId !== shown && offer.missionCategory === 'QUALITY_SAFETY_ENVIRONMENT',
  );
  const near = mains.filter(({ sites }) => sites.some(({ communeCode }) => communeCode.startsWith('01')));
  const received = open
    .filter(({ companyId }) => companyId === shown)
    .flatMap((offer) => {
      const interested = others.filter((candidate) => mightMove(offer, candidate));
      return random.some(interested, random.int(1, 3)).map((candidate) => ({ offer, candidate }));
    });
  const pairs = [...near.slice(0, 2).map((offer) => ({ offer, candidate: main! })), ...received, ...made];
  const once = new Map(pairs.map((pair) => [`${pair.offer.id} ${pair.candidate.id}`, pair]));
  return [...once.values()].map(({ offer, candidate }) => application(facts, offer, candidate, random));
}

const accepts = ({ contractType }: DemoOffer, { contractTypes }: DemoCandidate): boolean =>
  contractTypes.length === 0 || contractTypes.includes(contractType);

const suits = (offer: DemoOffer, candidate: DemoCandidate): boolean =>
  accepts(offer, candidate) && candidate.occupationCodes.includes(offer.occupationCode ?? '');

export const mightMove = (offer: DemoOffer, candidate: DemoCandidate): boolean =>
  accepts(offer, candidate) && candidate.skills.some(({ code }) => offer.requiredSkillCodes.includes(code));

function application(facts: DemoFacts, offer: DemoOffer, candidate: DemoCandidate, random: Random): DemoApplication {
  const since = Math.min(daysBetween(offer.writtenOn, facts.today) - 1, daysToAnswer - 2, 20);
  const sentOn = addDays(facts.today, -random.int(Math.min(1, since), Math.max(since, 0)));
  const sentAt = new Date(Math.min(Date.parse(`${sentOn}T18:${random.int(10, 59)}:00Z`), facts.now.valueOf() - 60_000));
  const id = random.uuid();
  const status = random.weighted(
    ['SENT', 'SEEN', 'INTERVIEW'] as const,
    (each) => ({ SENT: 50, SEEN: 35, INTERVIEW: 15 })[each],
  );
  return {
    id,
    offerId: offer.id,
    candidateId: candidate.id,
    status,
    message: messageFor(facts, offer, candidate, random),
    sentAt,
    answerDueOn: addDays(sentOn, daysToAnswer),
    answeredAt: status === 'INTERVIEW' ? new Date((sentAt.valueOf() + facts.now.valueOf()) / 2) : null,
  };
}

/** What a candidate writes, about a skill that both speak of if there is one. */
export function messageFor(facts: DemoFacts, offer: DemoOffer, candidate: DemoCandidate, random: Random): string {
  const shared = candidate.skills.find(({ code }) => offer.requiredSkillCodes.includes(code))?.code;
  const skill = facts.skill(shared ?? offer.requiredSkillCodes[0]!);
  return filled(random.pick(facts.vocabulary.people.messages), {
    title: offer.title,
    skill: skill ? saidSkill(skill) : small(offer.title),
  });
}
