import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Text } from './text.js';

@InterfaceType('Refusal', {
  description:
    'Why a mutation did nothing. A client that does not know the type of a refusal can still show its message.',
})
export abstract class Refusal {
  /** Rendered in the request's language by RefusalResolver. */
  readonly text: Text;

  @Field(() => String, { description: 'What went wrong and what to do, in the language of the request.' })
  readonly message!: string;

  constructor(text: Text) {
    this.text = text;
  }
}

@ObjectType('InputProblem', { description: 'One field of the input that is not acceptable.' })
export class InputProblem {
  readonly text: Text;

  @Field(() => [String], {
    description: 'The way to the field from the root of the input; list positions count from 0.',
  })
  readonly path: string[];

  @Field(() => String, { description: 'What is wrong with it, in the language of the request.' })
  readonly message!: string;

  constructor(path: (string | number)[], text: Text) {
    this.path = path.map(String);
    this.text = text;
  }
}

@ObjectType('InvalidInput', {
  implements: () => Refusal,
  description: 'One or more fields of the input are not acceptable; nothing was stored.',
})
export class InvalidInput extends Refusal {
  @Field(() => [InputProblem], { description: 'Every problem found, not only the first.' })
  readonly problems: InputProblem[];

  constructor(problems: InputProblem[]) {
    super({
      fr: `La saisie n’est pas acceptée : ${once(problems.map((problem) => problem.text.fr))}`,
      en: `The input is not acceptable: ${once(problems.map((problem) => problem.text.en))}`,
    });
    this.problems = problems;
  }
}

/** Two fields may have the same fault: it is said once. */
const once = (sentences: string[]): string => [...new Set(sentences)].join(' ');

@ObjectType('NotAllowed', {
  implements: () => Refusal,
  description: 'The caller is signed in but may not do this; nothing was changed.',
})
export class NotAllowed extends Refusal {}

/** The GraphQL type of a member of a result union: refusals name themselves, anything else is `made`. */
export const refusalOr =
  <Made>(made: Made) =>
  (value: unknown): Made | typeof Refusal =>
    value instanceof Refusal ? (value.constructor as typeof Refusal) : made;
