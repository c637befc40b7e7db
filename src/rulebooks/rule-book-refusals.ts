import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InputProblem, InvalidInput, Refusal } from '../common/refusal.js';
import type { RuleProblem } from './rule-book.js';

@ObjectType('OutdatedVersion', {
  implements: () => Refusal,
  description: 'Somebody changed it since it was read; nothing was changed. Look at what it is now and change that.',
})
export class OutdatedVersion extends Refusal {
  @Field(() => Int, { description: 'The number of the version that is in use.' })
  readonly currentNumber: number;

  constructor(current: number) {
    super({
      fr: `Cette table a été changée entre-temps : la version en vigueur est la n° ${current}.`,
      en: `This table was changed meanwhile: the version in use is no. ${current}.`,
    });
    this.currentNumber = current;
  }
}

/** Problems of a content, each with its place in it. */
export const invalidContent = (problems: readonly RuleProblem[]): InvalidInput =>
  new InvalidInput(
    problems.slice(0, mostProblems).map(({ path, text }) => new InputProblem(['content', ...path], text)),
  );

/** More of them help nobody. */
const mostProblems = 50;

export const noSuchBook = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['name'], { fr: 'Aucune table ne porte ce nom.', en: 'No table has this name.' }),
  ]);

export const noSuchVersion = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['number'], { fr: 'Cette version n’existe pas.', en: 'There is no such version.' }),
  ]);

const shortestReason = 10;
const longestReason = 1_000;

export function reasonProblem(reason: string): InputProblem | null {
  const { length } = [...reason];
  if (length >= shortestReason && length <= longestReason) return null;
  return new InputProblem(['reason'], {
    fr: `La raison compte de ${shortestReason} à ${longestReason.toLocaleString('fr-FR')} caractères (${length.toLocaleString('fr-FR')} ici).`,
    en: `The reason has ${shortestReason} to ${longestReason.toLocaleString('en')} characters (${length.toLocaleString('en')} here).`,
  });
}
