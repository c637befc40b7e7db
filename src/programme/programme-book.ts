import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { referenceFile } from '../common/reference-file.js';
import type { RuleEntry, RuleProblem } from '../rulebooks/rule-book.js';
import { type Held, RuleBooks } from '../rulebooks/rule-books.js';
import { generations, type TerritoryGeneration } from '../territories/generation.js';
import { type GenerationContent, measuresOf, ProgrammeContent } from './programme-content.js';

/** What is known of the programme: a table that administrators mend, or add a measure to whose source they found. */
@Injectable()
export class ProgrammeBook {
  private readonly held: () => Held<ProgrammeContent>;

  constructor(books: RuleBooks) {
    this.held = books.register({
      name: 'programme',
      title: { fr: 'Le programme Territoires d’industrie', en: 'The programme Territoires d’industrie' },
      shipped: shippedProgramme,
      schema: ProgrammeContent,
      problems,
      entries,
    });
  }

  current(): ProgrammeContent {
    return this.held().content;
  }

  of(generation: TerritoryGeneration): GenerationContent {
    return this.current().generations.find((each) => each.generation === generation)!;
  }
}

export const shippedProgramme = (): unknown => JSON.parse(readFileSync(referenceFile('programme.json'), 'utf8'));

/** Each generation once, and every key once in its generation. */
export function problems({ generations: told }: ProgrammeContent): RuleProblem[] {
  const missing = generations.filter((each) => !told.some(({ generation }) => generation === each));
  const twice = told.flatMap((one, at) => {
    const keys = keysOf(one);
    return [...new Set(keys.filter((key, place) => keys.indexOf(key) !== place))].map((key) => ({
      path: ['generations', at],
      text: { fr: `La clé « ${key} » sert deux fois.`, en: `The key “${key}” is used twice.` },
    }));
  });
  return [
    ...missing.map((generation) => ({
      path: ['generations'],
      text: { fr: `La génération ${generation} manque.`, en: `The generation ${generation} is missing.` },
    })),
    ...twice,
  ];
}

const keysOf = ({ goals, governance }: GenerationContent): string[] => [
  ...goals.flatMap(({ key, measures, onThePlatform }) => [
    key,
    ...[...measures, ...onThePlatform].map((each) => each.key),
  ]),
  ...governance.map(({ key }) => `governance-${key}`),
];

function entries({ generations: told, counts }: ProgrammeContent): RuleEntry[] {
  return [
    ...told.flatMap((one): RuleEntry[] => {
      const { generation, title, goals, governance, ...rest } = one;
      const named = (key: string): string => `${generation}:${key}`;
      return [
        { key: generation, title, value: rest },
        ...goals.map((goal) => ({
          key: named(goal.key),
          title: goal.title,
          value: { ...goal, measures: goal.measures.map(({ key }) => key) },
        })),
        ...measuresOf(one).map((measure) => ({ key: named(measure.key), title: measure.title, value: measure })),
        ...governance.map((fact) => ({ key: named(`governance-${fact.key}`), title: fact.title, value: fact })),
      ];
    }),
    ...counts.map((count) => ({
      key: `count:${count.generation}:${count.count}`,
      title: { fr: `${count.count} territoires`, en: `${count.count} territories` },
      value: count,
    })),
  ];
}
