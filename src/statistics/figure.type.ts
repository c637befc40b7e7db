import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Text } from '../common/text.js';

/** A number of people’s acts as it is told. */
@ObjectType('Figure', {
  description:
    'A number about people. It is told when it is 0 or at least 5, and when no other number under 5 follows from it by ' +
    'adding and subtracting what is told elsewhere.',
})
export class FigureType {
  @Field(() => Int, { nullable: true, description: 'The number; null where it is masked or not counted.' })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether it is counted and not told. False where nothing is counted.' })
  masked!: boolean;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  text!: string;
}

const french = new Intl.NumberFormat('fr-FR');
const english = new Intl.NumberFormat('en-GB');

export const numberText = (value: number): Text => ({ fr: french.format(value), en: english.format(value) });

/** Small numbers, and those that would give a small one away, read alike: the words must not tell which it is. */
export const maskedText: Text = {
  fr: 'moins de 5, ou masqué pour ne pas révéler un nombre inférieur à 5',
  en: 'fewer than 5, or masked so as not to give away a number under 5',
};

const notCounted: Text = {
  fr: 'non compté : le mois n’est pas clos, ou rien n’est compté ici pour cette période',
  en: 'not counted: the month is not over, or nothing is counted here for this period',
};

/** `value` null is masked where it was counted. */
export function figure(
  value: number | null,
  { unit = '', counted = true } = {},
): Omit<FigureType, 'text'> & { text: Text } {
  if (value !== null) {
    const { fr, en } = numberText(value);
    return { value, masked: false, text: unit ? { fr: `${fr} ${unit}`, en: `${en}${unit}` } : { fr, en } };
  }
  return { value, masked: counted, text: counted ? maskedText : notCounted };
}
