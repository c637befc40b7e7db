import fc from 'fast-check';
import type { CriterionName, Know, Part, Scored } from '../../src/scoring/score-facts.js';

/** What holds for whatever two are drawn. */
export const always = <Values extends [unknown, ...unknown[]]>(
  ...parameters: Parameters<typeof fc.property<Values>>
): void => {
  fc.assert(fc.property(...parameters), { numRuns: 250 });
};

export const tenths = (points: number): number => Math.round(points * 10);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const part = ({ parts }: Scored, criterion: CriterionName) => parts.find((one) => one.criterion === criterion);

/** What each criterion weighs among these: how the company answers has its percent, the others share what it leaves. */
export function weightsOf(counted: readonly { criterion: CriterionName }[], { weights }: Know): number[] {
  const own = counted.map(({ criterion }) => (criterion === 'RESPONSIVENESS' ? 0 : weights.criteria[criterion]));
  const answers = counted.some(({ criterion }) => criterion === 'RESPONSIVENESS') ? weights.responsiveness / 100 : 0;
  return counted.map(({ criterion }, at) =>
    criterion === 'RESPONSIVENESS' ? answers : (own[at]! / sum(own)) * (1 - answers),
  );
}

export function meanOf(parts: readonly Part[], know: Know): number {
  const weights = weightsOf(parts, know);
  return sum(parts.map(({ fit }, at) => fit * weights[at]!)) / sum(weights);
}
