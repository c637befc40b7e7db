import type { AidFacts, Workplace } from '../../src/aids/aid-facts.js';
import { nothingSaid } from '../../src/aids/said.js';

export const oyonnax: Workplace = {
  communeCode: '01283',
  communeName: 'Oyonnax',
  territories: ['Haut-Bugey'],
  earlierTerritories: ['Haut-Bugey'],
};
export const paris: Workplace = { communeCode: '75056', communeName: 'Paris', territories: [], earlierTerritories: [] };
export const leLamentin: Workplace = {
  communeCode: '97213',
  communeName: 'Le Lamentin',
  territories: [],
  earlierTerritories: [],
};

/** A hire that every VTE rule of its day accepts. */
export const aHire = (differs: Partial<AidFacts> = {}): AidFacts => ({
  hiredOn: '2021-03-01',
  workplace: oyonnax,
  contractType: 'CDI',
  durationMonths: null,
  headcount: 80,
  greenMission: true,
  level: { lowest: 'BAC_5', highest: 'BAC_5' },
  monthsSinceDiploma: 6,
  said: nothingSaid,
  ...differs,
});
