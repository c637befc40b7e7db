import { LRUCache } from 'lru-cache';
import type { Aid } from '../offers/aid-names.js';
import type { Offer } from '../offers/offer.entity.js';
import { standing } from '../offers/offer-standing.js';
import { contractTypeLabels, remoteWorkLabels } from '../offers/offer-words.js';
import { studyLevelLabels } from '../skills/study-level.js';
import type { CommuneFacts } from '../territories/facts.js';
import { normalWords, type TextWord, textWords } from '../words/normal-form.js';
import { textSaidOtherwise } from '../words/said-otherwise.js';

/**
 * What the engine holds of an open offer: words to find it by, in their normal form and never shown, and values to filter
 * and sort by. Absent means "not said".
 */
export interface OfferDocument {
  id: string;
  /** Milliseconds of the row's last change; tells a stale document. */
  version: number;
  title: string;
  /** What stands for acronyms of the title, and acronyms for what stands there. */
  titleOtherwise: string;
  occupation: string[];
  /** The words of its trade, one by one: those of the title and of its occupation. */
  trade: string[];
  skills: string[];
  company: string;
  /** As it is written, to be shown. */
  companyName: string;
  places: string[];
  terms: string[];
  /** As `titleOtherwise`, of the description. */
  otherwise: string;
  description: string;
  contract: string;
  level?: string;
  mission: string;
  remote: string;
  occupationCode?: string;
  skillCodes: string[];
  communes: string[];
  cells: string[];
  departments: string[];
  regions: string[];
  territories: string[];
  inTerritory: boolean;
  companyId: string;
  green: boolean;
  /** Aids that the position is or may be entitled to. */
  aids: Aid[];
  /** Days since 1970-01-01. */
  starts?: number;
  /** Such as 2026-09. */
  startMonth?: string;
  salary?: number;
  /** 1 when the offer says it, else 0: those that say come before those that are silent. */
  saysLevel: number;
  saysSalary: number;
  saysStart: number;
  /** Milliseconds since 1970. */
  published: number;
  /** The order among equals, greatest first; distinct for nearly all offers, so that lists keep their order. */
  standing: number;
}

export interface IndexableSite {
  commune: CommuneFacts;
  department: string;
  region: string;
  territories: { id: string; name: string }[];
}

/**
 * An offer with everything its document is made of. What is worked out from its row is worked out with the document: a row
 * that breaks it keeps no other offer out of the index.
 */
export interface IndexableOffer {
  offer: Offer;
  companyName: string;
  aids: () => Aid[];
  sites: () => IndexableSite[];
  occupationWords: () => readonly string[];
  skillWords: () => readonly string[];
}

export function offerDocument(indexable: IndexableOffer): OfferDocument {
  const { offer } = indexable;
  const sites = indexable.sites();
  const salary = offer.salaryMax ?? offer.salaryMin;
  const territories = sites.flatMap((site) => site.territories);
  return {
    id: offer.id,
    version: offer.updatedAt.valueOf(),
    ...wordsOf(indexable, sites),
    contract: offer.contractType,
    ...(offer.studyLevel && { level: offer.studyLevel }),
    mission: offer.missionCategory,
    remote: offer.remoteWork,
    ...(offer.occupationCode && { occupationCode: offer.occupationCode }),
    skillCodes: distinct(offer.requiredSkillCodes, offer.desiredSkillCodes),
    communes: distinct(sites.map(({ commune }) => commune.code)),
    cells: distinct(sites.map(({ commune }) => commune.cell)),
    departments: distinct(sites.map(({ commune }) => commune.departmentCode)),
    regions: distinct(sites.map(({ commune }) => commune.regionCode)),
    territories: distinct(territories.map(({ id }) => id)),
    inTerritory: territories.length > 0,
    companyId: offer.companyId,
    green: offer.greenMission,
    aids: indexable.aids(),
    ...(offer.startsOn && { starts: dayNumber(offer.startsOn), startMonth: offer.startsOn.slice(0, 7) }),
    ...(salary !== null && { salary }),
    saysLevel: offer.studyLevel === null ? 0 : 1,
    saysSalary: salary === null ? 0 : 1,
    saysStart: offer.startsOn === null ? 0 : 1,
    published: (offer.publishedAt ?? offer.createdAt).valueOf(),
    standing:
      standing({
        publishedAt: offer.publishedAt ?? offer.createdAt,
        waitingApplications: offer.waitingApplications,
        openings: offer.openings,
      }) + fraction(offer.id),
  };
}

type Words =
  | 'title'
  | 'titleOtherwise'
  | 'occupation'
  | 'trade'
  | 'skills'
  | 'company'
  | 'companyName'
  | 'places'
  | 'terms'
  | 'otherwise';

function wordsOf(indexable: IndexableOffer, sites: IndexableSite[]): Pick<OfferDocument, Words | 'description'> {
  const { offer, companyName } = indexable;
  const [title, description] = [textWords(offer.title), textWords(offer.description)];
  const places = sites.flatMap(({ commune, department, region, territories }) => [
    ...[commune.name, department, region, ...territories.map(({ name }) => name)].map(normalName),
    ...commune.postalCodes,
  ]);
  const occupation = distinct(indexable.occupationWords().map(normalName));
  const titleOtherwise = textSaidOtherwise(title);
  return {
    title: normalOf(title),
    titleOtherwise: titleOtherwise.join(' '),
    occupation,
    trade: distinct(
      title.flatMap((word) => word.normal),
      titleOtherwise,
      occupation.flatMap((name) => name.split(' ')),
    ),
    skills: distinct(indexable.skillWords().map(normalName)),
    company: normal(companyName),
    companyName,
    places: distinct(places),
    terms: terms(offer).map(normal),
    otherwise: textSaidOtherwise(description).join(' '),
    description: normalOf(description),
  };
}

const normalOf = (words: readonly TextWord[]): string => words.flatMap(({ normal }) => normal).join(' ');

const normal = (text: string): string => normalWords(text).join(' ');

/** Names of places, skills and occupations come again in thousands of offers. */
const names = new LRUCache<string, string>({ max: 100_000 });

function normalName(name: string): string {
  let known = names.get(name);
  if (known === undefined) names.set(name, (known = normal(name)));
  return known;
}

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** A part of a millisecond, by the id: offers published at one moment still have an order, the same in every index. */
const fraction = (id: string): number => Number.parseInt(id.slice(0, 3), 16) / 4096;

/**
 * What candidates type for the closed lists: "alternance", "CDI", "bac+3", "télétravail". Not the family of missions: its name
 * lists so many trades that each would find the others.
 */
function terms({ contractType, studyLevel, remoteWork, greenMission }: Offer): string[] {
  const workStudy = contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION';
  return [
    contractTypeLabels[contractType].fr,
    ...(workStudy ? ['alternance alternant'] : []),
    ...(contractType === 'APPRENTICESHIP' ? ['apprenti'] : []),
    ...(studyLevel ? [studyLevelLabels[studyLevel].fr] : []),
    ...(remoteWork === 'NONE' ? [] : [remoteWorkLabels[remoteWork].fr]),
    ...(greenMission ? ['VTE Vert', 'transition écologique'] : []),
  ];
}

const distinct = (...lists: string[][]): string[] => [...new Set(lists.flat())];
