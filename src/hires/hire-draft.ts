import { plainLine, plainText } from '../common/plain-text.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import type { Offer } from '../offers/offer.entity.js';
import type { Hire } from './hire.entity.js';
import { lastDay, wholeMonths } from './contract-days.js';

/** How many characters fit into a charter that is still read. */
export const longest = {
  missionTitle: 150,
  mission: 4_000,
  transforms: 2_000,
  reportsTo: 150,
  tutorName: 100,
  tutorRole: 150,
} as const;

/** What a company says of a hire, cleaned: what the rules judge and the row keeps. Null where nothing was said yet. */
export type HireDraft = Pick<
  Hire,
  | 'endsOn'
  | 'durationMonths'
  | 'mission'
  | 'transforms'
  | 'reportsTo'
  | 'tutorName'
  | 'tutorRole'
  | 'greenMission'
  | 'studyLevel'
  | 'salary'
> & { [Field in RequiredField]: Hire[Field] | null };
type RequiredField = 'hiredOn' | 'startsOn' | 'contractType' | 'communeCode' | 'missionTitle';

/** The same once nothing that is required is missing. */
export type SoundHire = HireDraft & Pick<Hire, RequiredField>;

export type SaidOfHire = { [Field in keyof HireDraft]?: HireDraft[Field] | null };

const nothing: HireDraft = {
  hiredOn: null,
  startsOn: null,
  endsOn: null,
  contractType: null,
  durationMonths: null,
  communeCode: null,
  missionTitle: null,
  mission: null,
  transforms: null,
  reportsTo: null,
  tutorName: null,
  tutorRole: null,
  greenMission: false,
  studyLevel: null,
  salary: null,
};

/** What offer and profile already say. A site is taken when there is but one, a text when it fits into a charter. */
export function foreseen(offer: Offer | null, candidate: Candidate | null): HireDraft {
  if (!offer) return { ...nothing, studyLevel: candidate?.studyLevel ?? null };
  const { salaryMin, salaryMax, sites } = offer;
  return {
    ...nothing,
    startsOn: offer.startsOn,
    contractType: offer.contractType,
    durationMonths: offer.durationMonths,
    communeCode: sites.length === 1 ? sites[0]!.communeCode : null,
    missionTitle: offer.title,
    mission: [...offer.description].length <= longest.mission ? offer.description : null,
    transforms: offer.transformsCompany,
    greenMission: offer.greenMission,
    studyLevel: candidate?.studyLevel ?? null,
    salary: salaryMin !== null && salaryMin === salaryMax ? salaryMin : null,
  };
}

/** `before` with what was said: a field left out stays, null empties it. The last day follows from the duration, and the other way round. */
export function draftOf(before: HireDraft, said: SaidOfHire): HireDraft {
  const given = Object.fromEntries(
    Object.entries(said as Record<string, unknown>).filter(([, value]) => value !== undefined),
  ) as SaidOfHire;
  const draft: HireDraft = { ...before, ...given, greenMission: given.greenMission ?? before.greenMission };
  const lines = ['missionTitle', 'reportsTo', 'tutorName', 'tutorRole'] as const;
  for (const field of lines) draft[field] = plainLine(draft[field] ?? '') || null;
  for (const field of ['mission', 'transforms'] as const) draft[field] = plainText(draft[field] ?? '') || null;
  draft.communeCode = draft.communeCode?.trim().toUpperCase() || null;
  if (draft.contractType === 'CDI') return { ...draft, durationMonths: null, endsOn: null };
  return withLastDay(draft, before, given);
}

function withLastDay(draft: HireDraft, before: HireDraft, given: SaidOfHire): HireDraft {
  const { startsOn, durationMonths, endsOn } = draft;
  if (!startsOn) return draft;
  const isMoved = startsOn !== before.startsOn || given.durationMonths !== undefined;
  if (durationMonths !== null && (endsOn === null || (isMoved && !given.endsOn))) {
    return { ...draft, endsOn: lastDay(startsOn, durationMonths) };
  }
  if (endsOn !== null && (durationMonths === null || (given.endsOn && given.durationMonths === undefined))) {
    return { ...draft, durationMonths: wholeMonths(startsOn, endsOn) || null };
  }
  return draft;
}
