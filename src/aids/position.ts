import type { Offer } from '../offers/offer.entity.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { generationOn, inForce, launchedOn } from '../territories/generation.js';
import { type AidFacts, bestWorkplace, type Workplace } from './aid-facts.js';
import { nothingSaid } from './said.js';

/** What a verdict on an offer depends on, besides the size of the company. */
export type Position = Pick<Offer, 'startsOn' | 'contractType' | 'durationMonths' | 'studyLevel' | 'greenMission'> & {
  sites: readonly { communeCode: string }[];
};

/** Before the launch of the Territoires d'industrie no commune was in one; after the last list, nobody knows yet. */
export function workplaceOf(gazetteer: Gazetteer, communeCode: string, on: string): Workplace | undefined {
  const commune = gazetteer.commune(communeCode);
  if (!commune) return undefined;
  const listed = generationOn(on) !== undefined || on < launchedOn;
  const territories = listed ? gazetteer.territoriesOf(commune.code, on).map(({ name }) => name) : null;
  return {
    communeCode: commune.code,
    communeName: commune.name,
    territories,
    earlierTerritories: earlier(gazetteer, commune.code, on),
  };
}

const none: string[] = [];

/** The list before is over and asked for every site of an index: read once for each commune of an edition of the places. */
const earlierLists = new WeakMap<object, Map<string, string[]>>();

function earlier(gazetteer: Gazetteer, communeCode: string, on: string): string[] {
  if (generationOn(on) !== 'CURRENT_2023_2027') return none;
  const list = earlierLists.get(gazetteer.edition) ?? new Map<string, string[]>();
  earlierLists.set(gazetteer.edition, list);
  const known = list.get(communeCode);
  if (known) return known;
  const names = gazetteer.territoriesOf(communeCode, inForce.LAUNCH_2018_2022.until).map(({ name }) => name);
  list.set(communeCode, names);
  return names;
}

/**
 * The facts of a post before anyone is hired, at the workplace that helps most. An offer says the lowest level it asks for; an
 * apprenticeship prepares a master's degree at the most. Of the company only what everybody may know is used.
 */
export function factsOfPosition(
  gazetteer: Gazetteer,
  offer: Position,
  headcount: number | null,
  today: string,
): AidFacts | undefined {
  const hiredOn = offer.startsOn ?? today;
  const workplaces = offer.sites.map(({ communeCode }) => workplaceOf(gazetteer, communeCode, hiredOn));
  const workplace = bestWorkplace(workplaces.filter((found) => found !== undefined));
  const highest = offer.contractType === 'APPRENTICESHIP' && offer.studyLevel !== 'DOCTORATE' ? 'BAC_5' : 'DOCTORATE';
  return (
    workplace && {
      hiredOn,
      workplace,
      contractType: offer.contractType,
      durationMonths: offer.durationMonths,
      headcount,
      greenMission: offer.greenMission,
      level: offer.studyLevel ? { lowest: offer.studyLevel, highest } : null,
      monthsSinceDiploma: 'nobody yet',
      said: nothingSaid,
    }
  );
}
