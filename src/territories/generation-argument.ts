import { TerritoryGeneration } from './generation.js';

export const currentGeneration = TerritoryGeneration.CURRENT_2023_2027;

/** The argument of every field that answers with the territories of one list. */
export const generationArgument = {
  type: () => TerritoryGeneration,
  nullable: true,
  defaultValue: currentGeneration,
  description: 'Which list; the current one when left out.',
};
