import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';

@ObjectType('OutsideFrance', {
  implements: () => Refusal,
  description:
    'The place is not in metropolitan France or an overseas department, where alone a VTE can be; nothing was stored.',
})
export class OutsideFrance extends Refusal {
  @Field(() => [String], {
    description: 'The way to the field from the root of the input; list positions count from 0.',
  })
  readonly path: string[];

  @Field(() => String, { description: 'The code that was given.' })
  readonly communeCode: string;

  constructor(path: (string | number)[], communeCode: string) {
    super(outsideFrance(communeCode));
    this.path = path.map(String);
    this.communeCode = communeCode;
  }
}

/** The words of the refusal, for those who meet it among other problems. */
export const outsideFrance = (communeCode: string): Text => ({
  fr: `Le lieu ${communeCode} n’est ni en France métropolitaine ni dans un département d’outre-mer.`,
  en: `The place ${communeCode} is neither in metropolitan France nor in an overseas department.`,
});
