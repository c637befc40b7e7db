import { registerEnumType } from '@nestjs/graphql';

/** The two generations of Territoires d'industrie, with the days on which each is in force, both included. */
export const generations = ['LAUNCH_2018_2022', 'CURRENT_2023_2027'] as const;
export type TerritoryGeneration = (typeof generations)[number];

export const TerritoryGeneration: { [G in TerritoryGeneration]: G } = {
  LAUNCH_2018_2022: 'LAUNCH_2018_2022',
  CURRENT_2023_2027: 'CURRENT_2023_2027',
};

/** The list of the second generation was published in November 2023 and counts for the years 2023 to 2027. */
export const inForce: Record<TerritoryGeneration, { from: string; until: string }> = {
  LAUNCH_2018_2022: { from: '2018-11-22', until: '2022-12-31' },
  CURRENT_2023_2027: { from: '2023-01-01', until: '2027-12-31' },
};

/** The day on which the programme was launched. */
export const launchedOn = inForce.LAUNCH_2018_2022.from;

/** The generation in force on a day; none before the launch and after 2027. */
export const generationOn = (day: string): TerritoryGeneration | undefined =>
  generations.find((generation) => inForce[generation].from <= day && day <= inForce[generation].until);

export const territoryId = (generation: TerritoryGeneration, code: string): string => `${generation}:${code}`;

registerEnumType(TerritoryGeneration, {
  name: 'TerritoryGeneration',
  description:
    'A generation of Territoires d’industrie. The two lists differ, and codes are used again for other places.',
  valuesMap: {
    LAUNCH_2018_2022: {
      description:
        'The first generation, from its launch on 22 November 2018 to the end of 2022, as it stood at its end: 149 territories.',
    },
    CURRENT_2023_2027: { description: 'The second generation, for 2023 to 2027: 183 territories.' },
  },
});
