import { Field, ObjectType } from '@nestjs/graphql';
import { ConceptKind } from '../understanding/concept-kind.js';

@ObjectType('SearchSuggestion', { description: 'A way to go on with what was typed into the search box.' })
export class SearchSuggestion {
  @Field(() => ConceptKind, { description: 'A job, a skill, a place or a company.' })
  kind!: ConceptKind;

  @Field(() => String, { description: 'Its code: ROME for a job, skill, INSEE, id of a territory or of a company.' })
  code!: string;

  @Field(() => String, { description: 'What to show, in the language of the request where it has a name in it.' })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What tells it from others of the same name: the department and postal code of a commune, the occupation a job title ' +
      'leads to, the town of a company. Null when there is nothing to add.',
  })
  detail!: string | null;

  @Field(() => String, { description: 'What to put into the search box.' })
  words!: string;
}
