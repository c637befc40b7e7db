import slugify from 'slugify';
import { addDays } from '../common/clock.js';
import type { OfferDraft } from '../offers/offer-draft.js';
import type { OfferStatus } from '../offers/offer-status.js';
import { daysOpen } from '../offers/offers.service.js';
import type { ContractType, RemoteWork } from '../offers/offer-words.js';
import type { DemoCompany } from './demo-companies.js';
import { demoResponsibility } from './demo-eligibility.js';
import type { DemoFacts } from './demo-facts.js';
import { demoPay, demoSkills, isWorkStudy } from './demo-terms.js';
import { offerText, offerTitle } from './demo-texts.js';
import type { Random } from './random.js';
import type { Job } from './vocabulary.js';

export interface DemoOffer extends OfferDraft {
  id: string;
  slug: string;
  companyId: string;
  jobName: string;
  status: OfferStatus;
  /** The civil date on which it was published, or written when it is a draft. */
  writtenOn: string;
  publishedAt: Date | null;
}

/** All offers of a company: those it wants first, then what the draw gives, no job twice. */
export function demoOffers(facts: DemoFacts, company: DemoCompany, random: Random): DemoOffer[] {
  const { jobs } = facts.vocabulary;
  const size = (company.headcount ?? 0) > 250 ? 2 : (company.headcount ?? 0) > 100 ? 1 : 0;
  const open = Math.max(company.wanted.length, 3 + size + random.int(0, 1));
  const hidden = (['DRAFT', 'PAUSED', 'EXPIRED', 'FILLED'] as const).filter(() => random.chance(0.1));
  const offers: DemoOffer[] = [];
  const made = (jobName: string, status: OfferStatus, contract: ContractType): void => {
    const source = random.branch(`${jobName} ${status} ${contract}`);
    offers.push(
      demoOffer(facts, company, jobName, status, contract, source, new Set(offers.map(({ title }) => title))),
    );
  };
  for (const wish of company.wanted) made(wish.job, 'OPEN', wish.contract as ContractType);
  while (offers.length < open + hidden.length) {
    const used = new Set(offers.map(({ jobName }) => jobName));
    const left = Object.keys(jobs).filter((name) => !used.has(name) && isFor(jobs[name]!, company.sectorName));
    const jobName = random.weighted(left, (name) => {
      const alike = offers.filter(({ missionCategory }) => missionCategory === jobs[name]!.category).length;
      return jobs[name]!.weight / (1 + 2 * alike);
    });
    made(
      jobName,
      hidden[offers.length - open] ?? 'OPEN',
      random.weighted(contracts, (each) => contractShare[each]),
    );
  }
  return offers;
}

const contractShare: Record<ContractType, number> = { CDI: 41, CDD: 14, APPRENTICESHIP: 36, PROFESSIONALISATION: 9 };
const contracts = Object.keys(contractShare) as ContractType[];

export const isFor = ({ only, not }: Job, sector: string): boolean =>
  (!only || only.includes(sector)) && !(not ?? []).includes(sector);

function demoOffer(
  facts: DemoFacts,
  company: DemoCompany,
  jobName: string,
  status: OfferStatus,
  contractType: ContractType,
  random: Random,
  titles: ReadonlySet<string>,
): DemoOffer {
  const job = facts.vocabulary.jobs[jobName]!;
  const id = random.uuid();
  const workStudy = isWorkStudy(contractType);
  const studyLevel = random.pick(workStudy ? job.study : job.levels);
  const writtenOn = addDays(facts.today, -daysAgo(status, random));
  const said = {
    missionCategory: job.category,
    occupationCode: job.occupation,
    contractType,
    studyLevel,
    durationMonths:
      contractType === 'CDI' ? null : random.pick(workStudy ? workStudyMonths(studyLevel) : [12, 12, 14, 18]),
    startsOn: startOf(contractType, status === 'OPEN' || status === 'PAUSED' ? facts.today : writtenOn, random),
    remoteWork: remoteOf(job, random),
    ...demoPay(job, contractType, studyLevel, random),
    ...demoSkills(facts, job, company, random),
    greenMission: job.green === true && random.chance(0.9),
    ...demoResponsibility(company, random.branch('vte')),
    openings: random.chance(0.08) ? 2 : 1,
    sites: sitesOf(company, random),
    expiresOn: status === 'DRAFT' ? null : addDays(writtenOn, daysOpen),
  };
  const title = offerTitle(job, said, random, titles);
  return {
    ...said,
    id,
    slug: `${slugify(title, { lower: true, strict: true, locale: 'fr' }).slice(0, 80).replace(/-+$/, '')}-${id.slice(0, 8)}`,
    companyId: company.id,
    jobName,
    status,
    writtenOn,
    publishedAt: status === 'DRAFT' ? null : new Date(`${writtenOn}T${random.pick(hours)}:00Z`),
    title,
    description: offerText(facts, company, job, said, random),
  };
}

const hours = ['06:40', '07:55', '08:30', '09:15', '10:05', '11:50', '13:20', '14:45', '15:35', '16:10'];

/** Open offers spread over the last sixty days, more of them recent; an expired one was never taken down before its day. */
function daysAgo(status: OfferStatus, random: Random): number {
  if (status === 'EXPIRED') return daysOpen + random.int(2, 30);
  return 1 + Math.floor(random.next() ** 1.4 * 60);
}

const workStudyMonths = (level: string | null): number[] => (level === 'BAC_2' ? [12, 24, 24] : [10, 12, 12, 24]);

/** Schools start in September, some in January or February; other contracts on a Monday within the coming months. */
function startOf(contract: ContractType, from: string, random: Random): string | null {
  if (random.chance(0.25)) return null;
  if (!isWorkStudy(contract)) return mondayAfter(addDays(from, random.int(20, 130)));
  const year = Number(from.slice(0, 4));
  const schoolStarts = [year, year + 1].flatMap((each) =>
    ['01-04', '02-01', '09-01', '10-01'].map((day) => `${each}-${day}`),
  );
  const ahead = schoolStarts.filter((day) => day >= addDays(from, 15) && day <= addDays(from, 400));
  return random.pick(ahead);
}

function mondayAfter(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, (8 - weekday) % 7);
}

const remoteShares: Record<Job['remote'], [partial: number, full: number]> = {
  none: [0, 0],
  little: [0.15, 0],
  some: [0.55, 0.01],
  much: [0.6, 0.25],
  full: [0.25, 0.75],
};

function remoteOf({ remote }: Job, random: Random): RemoteWork {
  const [partial, full] = remoteShares[remote];
  const draw = random.next();
  return draw < full ? 'FULL' : draw < full + partial ? 'PARTIAL' : 'NONE';
}

function sitesOf({ communeCode, otherSites }: DemoCompany, random: Random): OfferDraft['sites'] {
  const draw = random.next();
  const all = [communeCode, ...otherSites];
  const codes = otherSites.length === 0 || draw < 0.45 ? [communeCode] : draw < 0.75 ? all : [random.pick(otherSites)];
  return codes.map((code) => ({ communeCode: code, address: null }));
}
