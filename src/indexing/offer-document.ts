import type { Offer } from '../offers/offer.entity.js';
import { contractTypeLabels, missionCategoryLabels, remoteWorkLabels } from '../offers/offer-words.js';
import { studyLevelLabels } from '../skills/study-level.js';
import type { CommuneFacts } from '../territories/facts.js';
import { engineWords } from '../words/signed-names.js';

/** What the engine holds of an open offer: words to find it by, values to filter and sort by. Absent means "not said". */
export interface OfferDocument {
  id: string;
  /** Milliseconds of the row's last change; tells a stale document. */
  version: number;
  title: string;
  occupation: string[];
  skills: string[];
  company: string;
  places: string[];
  terms: string[];
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
  /** Days since 1970-01-01. */
  starts?: number;
  salary?: number;
  /** Milliseconds since 1970. */
  published: number;
}

/** An offer with everything its document is made of. */
export interface IndexableOffer {
  offer: Offer;
  companyName: string;
  sites: { commune: CommuneFacts; department: string; region: string; territories: { id: string; name: string }[] }[];
  occupationWords: string[];
  skillWords: string[];
}

export function offerDocument({
  offer,
  companyName,
  sites,
  occupationWords,
  skillWords,
}: IndexableOffer): OfferDocument {
  const territories = sites.flatMap((site) => site.territories);
  const salary = offer.salaryMax ?? offer.salaryMin;
  return {
    id: offer.id,
    version: offer.updatedAt.valueOf(),
    title: engineWords(offer.title),
    occupation: occupationWords.map(engineWords),
    skills: skillWords.map(engineWords),
    company: companyName,
    places: distinct(
      sites.flatMap(({ commune, department, region }) => [commune.name, ...commune.postalCodes, department, region]),
      territories.map(({ name }) => name),
    ),
    terms: terms(offer),
    description: engineWords(offer.description),
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
    ...(offer.startsOn && { starts: dayNumber(offer.startsOn) }),
    ...(salary !== null && { salary }),
    published: (offer.publishedAt ?? offer.createdAt).valueOf(),
  };
}

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** What candidates type for the closed lists: "alternance", "CDI", "bac+3", "télétravail". */
function terms({ contractType, missionCategory, studyLevel, remoteWork, greenMission }: Offer): string[] {
  const workStudy = contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION';
  return [
    contractTypeLabels[contractType].fr,
    ...(workStudy ? ['alternance', 'alternant', 'alternante'] : []),
    ...(contractType === 'APPRENTICESHIP' ? ['apprenti', 'apprentie'] : []),
    missionCategoryLabels[missionCategory].fr,
    ...(studyLevel ? [studyLevelLabels[studyLevel].fr] : []),
    ...(remoteWork === 'NONE' ? [] : [remoteWorkLabels[remoteWork].fr]),
    ...(greenMission ? ['VTE Vert', 'transition écologique'] : []),
  ];
}

const distinct = (...lists: string[][]): string[] => [...new Set(lists.flat())];
