import type { Text } from '../common/text.js';
import type { CommuneFacts } from './facts.js';
import type { Gazetteer } from './gazetteer.js';
import { generationOn, inForce, launchedOn } from './generation.js';
import type { TerritoryFacts } from './territory-facts.js';

export const territoryStandings = [
  'LISTED',
  'LISTED_BY_A_LATER_LIST',
  'NOT_LISTED',
  'BEFORE_THE_PROGRAMME',
  'NOT_KNOWN',
] as const;
export type TerritoryStanding = (typeof territoryStandings)[number];

/** How a commune stands to the Territoires d'industrie on a day. */
export interface StandingOfCommune {
  commune: CommuneFacts;
  on: string;
  standing: TerritoryStanding;
  territories: TerritoryFacts[];
}

/** "None" and "not known" are told apart: no list is known for the days after the last one. */
export function standingOf(gazetteer: Gazetteer, commune: CommuneFacts, on: string): StandingOfCommune {
  const territories = gazetteer.territoriesOf(commune.code, on);
  return { commune, on, territories, standing: standing(territories, on) };
}

function standing(territories: readonly TerritoryFacts[], on: string): TerritoryStanding {
  if (on < launchedOn) return 'BEFORE_THE_PROGRAMME';
  if (!generationOn(on)) return 'NOT_KNOWN';
  if (territories.length === 0) return 'NOT_LISTED';
  return territories.some((territory) => wasKnownListed(territory, on)) ? 'LISTED' : 'LISTED_BY_A_LATER_LIST';
}

/** Whether a list of that day or before is known to have had it. */
const wasKnownListed = ({ generation, atLaunch, knownSince }: TerritoryFacts, on: string): boolean =>
  knownSince <= on || (generation === 'LAUNCH_2018_2022' && atLaunch === true);

const day = (date: string): string => date.split('-').reverse().join('/');

export function standingWords({ commune: { name }, on, standing, territories }: StandingOfCommune): Text {
  const names = territories.map((territory) => territory.name).join(', ');
  switch (standing) {
    case 'LISTED':
      return {
        fr: `${name} fait partie du Territoire d’industrie ${names} le ${day(on)}.`,
        en: `${name} belongs to the Territoire d’industrie ${names} on ${on}.`,
      };
    case 'LISTED_BY_A_LATER_LIST':
      return {
        fr: `${name} fait partie du Territoire d’industrie ${names}, d’après une liste connue depuis le ${day(territories[0]!.knownSince)} seulement : pour le ${day(on)}, aucune liste de ce jour ou d’avant n’est connue qui le confirme.`,
        en: `${name} belongs to the Territoire d’industrie ${names}, by a list known since ${territories[0]!.knownSince} only: no list of ${on} or before is known that confirms it.`,
      };
    case 'NOT_LISTED':
      return {
        fr: `${name} ne fait partie d’aucun Territoire d’industrie le ${day(on)}, d’après la liste qui vaut pour ce jour.`,
        en: `${name} belongs to no Territoire d’industrie on ${on}, by the list that counts for that day.`,
      };
    case 'BEFORE_THE_PROGRAMME':
      return {
        fr: `Il n’y avait pas de Territoires d’industrie avant leur lancement, le ${day(launchedOn)}.`,
        en: `There were no Territoires d’industrie before their launch on ${launchedOn}.`,
      };
    case 'NOT_KNOWN':
      return {
        fr: `On ne sait pas quels Territoires d’industrie il y aura le ${day(on)} : la dernière liste connue vaut jusqu’au ${day(inForce.CURRENT_2023_2027.until)}.`,
        en: `Which Territoires d’industrie there are on ${on} is not known: the last known list counts until ${inForce.CURRENT_2023_2027.until}.`,
      };
  }
}
