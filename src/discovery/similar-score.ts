/** What is looked at of an offer when another one is compared with it. */
export interface Comparable {
  occupationCode: string | null;
  /** Required ones first. */
  skillCodes: readonly string[];
  missionCategory: string;
  contractType: string;
  communeCodes: readonly string[];
}

/** What the reference data say, for one offer that others are compared with. */
export interface Likeness {
  /** Occupations close to its own, nearest first. */
  relatedOccupations: readonly string[];
  /** Above 0, at most 1; the rarer a skill, the more it tells. */
  rarity: (skillCode: string) => number;
  /** Between two communes; null when one is unknown. */
  km: (one: string, other: string) => number | null;
}

export interface Compared {
  score: number;
  occupation: 'SAME' | 'RELATED' | null;
  /** Skills of both, rarest first. */
  sharedSkills: string[];
  sameMission: boolean;
  /** Between their nearest workplaces. */
  km: number | null;
}

/** What each likeness is worth; together 100. */
export const worth = { occupation: 40, skills: 30, distance: 15, mission: 10, contract: 5 };

/** The share of the same occupation that the nearest related one is worth, and what each next one is worth less. */
const related = { nearest: 0.6, step: 0.05, least: 0.2 };

/** From so far on, distance is worth nothing. */
const farKm = 100;

/** A common skill still tells something, one that every occupation calls for nearly nothing. */
export const rarityOf = (occupationCount: number): number => 1 / Math.log2(2 + Math.max(0, occupationCount));

/**
 * How alike another offer is, from 0 to 100: the same occupation (40; a related one 24 to 8), the share of this offer's
 * skills that it asks for too, weighed by rarity (30), nearness (15, down to 0 at 100 km), the same family of mission (10),
 * the same contract (5). What is not said is worth nothing.
 */
export function compared(offer: Comparable, other: Comparable, likeness: Likeness): Compared {
  const occupation = occupationOf(offer, other, likeness);
  const asked = new Set(offer.skillCodes);
  const sharedSkills = [...new Set(other.skillCodes)]
    .filter((code) => asked.has(code))
    .sort((one, two) => likeness.rarity(two) - likeness.rarity(one) || (one < two ? -1 : 1));
  const weight = (codes: Iterable<string>): number => [...codes].reduce((sum, code) => sum + likeness.rarity(code), 0);
  const km = nearest(offer, other, likeness);
  const sameMission = offer.missionCategory === other.missionCategory;
  const score =
    worth.occupation * occupation.share +
    (asked.size > 0 ? (worth.skills * weight(sharedSkills)) / weight(asked) : 0) +
    (km === null ? 0 : worth.distance * Math.max(0, 1 - km / farKm)) +
    (sameMission ? worth.mission : 0) +
    (offer.contractType === other.contractType ? worth.contract : 0);
  return { score, occupation: occupation.kind, sharedSkills, sameMission, km };
}

function occupationOf(
  { occupationCode }: Comparable,
  other: Comparable,
  { relatedOccupations }: Likeness,
): { kind: Compared['occupation']; share: number } {
  if (occupationCode === null || other.occupationCode === null) return { kind: null, share: 0 };
  if (occupationCode === other.occupationCode) return { kind: 'SAME', share: 1 };
  const place = relatedOccupations.indexOf(other.occupationCode);
  if (place < 0) return { kind: null, share: 0 };
  return { kind: 'RELATED', share: Math.max(related.least, related.nearest - related.step * place) };
}

function nearest(offer: Comparable, other: Comparable, { km }: Likeness): number | null {
  const all = offer.communeCodes.flatMap((one) => other.communeCodes.flatMap((two) => km(one, two) ?? []));
  return all.length > 0 ? Math.min(...all) : null;
}

/** The best, at most so many of one company; the first of equals stays first. */
export function bestOf<Item extends { score: number; companyId: string }>(
  items: readonly Item[],
  first: number,
  mostOfCompany: number,
): Item[] {
  const ofCompany = new Map<string, number>();
  const best: Item[] = [];
  for (const item of [...items].sort((one, other) => other.score - one.score)) {
    const count = ofCompany.get(item.companyId) ?? 0;
    if (count >= mostOfCompany) continue;
    ofCompany.set(item.companyId, count + 1);
    if (best.push(item) === first) break;
  }
  return best.slice(0, first);
}
