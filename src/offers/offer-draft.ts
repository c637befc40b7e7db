import { plainLine, plainText } from '../common/plain-text.js';
import type { Offer } from './offer.entity.js';
import type { OfferChangesInput, PostOfferInput } from './offer.input.js';

/** What a company says of a position, cleaned and complete: what the rules judge and the row keeps. */
export type OfferDraft = Pick<
  Offer,
  | 'title'
  | 'description'
  | 'missionCategory'
  | 'sites'
  | 'occupationCode'
  | 'contractType'
  | 'durationMonths'
  | 'startsOn'
  | 'remoteWork'
  | 'salaryMin'
  | 'salaryMax'
  | 'studyLevel'
  | 'requiredSkillCodes'
  | 'desiredSkillCodes'
  | 'greenMission'
  | 'transformsCompany'
  | 'reportsToManagement'
  | 'hasTutor'
  | 'openings'
  | 'expiresOn'
>;

export function draftOf(input: Omit<PostOfferInput, 'companyId'>): OfferDraft {
  const requiredSkillCodes = codes(input.requiredSkillCodes);
  return {
    title: plainLine(input.title),
    description: plainText(input.description),
    missionCategory: input.missionCategory,
    sites: input.sites.map(({ communeCode, address }) => ({
      communeCode: communeCode.trim().toUpperCase(),
      address: plainLine(address ?? '') || null,
    })),
    occupationCode: input.occupationCode?.trim().toUpperCase() || null,
    contractType: input.contractType,
    durationMonths: input.contractType === 'CDI' ? null : (input.durationMonths ?? null),
    startsOn: input.startsOn ?? null,
    remoteWork: input.remoteWork ?? 'NONE',
    salaryMin: input.salaryMin ?? null,
    salaryMax: input.salaryMax ?? null,
    studyLevel: input.studyLevel ?? null,
    requiredSkillCodes,
    desiredSkillCodes: codes(input.desiredSkillCodes).filter((code) => !requiredSkillCodes.includes(code)),
    greenMission: input.greenMission ?? false,
    transformsCompany: plainText(input.transformsCompany ?? '') || null,
    reportsToManagement: input.reportsToManagement ?? null,
    hasTutor: input.hasTutor ?? null,
    openings: input.openings ?? 1,
    expiresOn: input.expiresOn ?? null,
  };
}

const cannotBeEmpty = new Set(['title', 'description', 'missionCategory', 'contractType', 'sites']);

/** The offer as it would read with the changes: a field left out stays, null empties it where it can be empty. */
export function revised(offer: OfferDraft, changes: OfferChangesInput): OfferDraft {
  const said = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && (value !== null || !cannotBeEmpty.has(field)),
  );
  return draftOf(Object.assign({}, offer, Object.fromEntries(said) as Partial<PostOfferInput>));
}

const codes = (list: string[] | null): string[] => [
  ...new Set((list ?? []).map((code) => code.trim()).filter(Boolean)),
];
