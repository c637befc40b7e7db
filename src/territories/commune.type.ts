import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Commune', {
  description: 'A commune of metropolitan France or of the five overseas departments, as they are today (INSEE, 2026).',
})
export class CommuneType {
  @Field(() => String, { description: 'INSEE code, five characters; not a postal code.' })
  code!: string;

  @Field(() => String, { description: 'Its name, in French. Several communes may share it: show the department too.' })
  name!: string;

  @Field(() => [String], { description: 'Every postal code in use there, in rising order.' })
  postalCodes!: readonly string[];

  @Field(() => Int, { description: 'Inhabitants at the last census (INSEE).' })
  population!: number;
}
