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
  | 'openings'
  | 'expiresOn'
>;

export function draftOf(input: PostOfferInput): OfferDraft {
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
    durationMonths: input.durationMonths ?? null,
    startsOn: input.startsOn ?? null,
    remoteWork: input.remoteWork ?? 'NONE',
    salaryMin: input.salaryMin ?? null,
    salaryMax: input.salaryMax ?? null,
    studyLevel: input.studyLevel ?? null,
    requiredSkillCodes,
    desiredSkillCodes: codes(input.desiredSkillCodes).filter((code) => !requiredSkillCodes.includes(code)),
    greenMission: input.greenMission ?? false,
    openings: input.openings ?? 1,
    expiresOn: input.expiresOn ?? null,
  };
}

/** The offer as it would read with the changes: a field left out stays, null empties it. */
export function revised(offer: Offer, changes: OfferChangesInput): OfferDraft {
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return draftOf(undoNulls({ ...offer, ...said }, offer));
}

/** Fields that cannot be empty keep what they were when a client sends null for them. */
function undoNulls(merged: Offer & OfferChangesInput, offer: Offer): PostOfferInput {
  return {
    ...merged,
    title: merged.title ?? offer.title,
    description: merged.description ?? offer.description,
    missionCategory: merged.missionCategory ?? offer.missionCategory,
    contractType: merged.contractType ?? offer.contractType,
    sites: merged.sites ?? offer.sites,
    requiredSkillCodes: merged.requiredSkillCodes ?? [],
    desiredSkillCodes: merged.desiredSkillCodes ?? [],
  };
}

const codes = (list: string[]): string[] => [...new Set(list.map((code) => code.trim()).filter(Boolean))];
