import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Region', { description: 'A region of France, metropolitan or overseas.' })
export class RegionType {
  @Field(() => String, { description: 'INSEE code, such as 84.' })
  code!: string;

  @Field(() => String, { description: 'Its name, in French.' })
  name!: string;
}

@ObjectType('Department', { description: 'A department of France, metropolitan or overseas.' })
export class DepartmentType {
  @Field(() => String, { description: 'INSEE code, such as 01, 2A or 974.' })
  code!: string;

  @Field(() => String, { description: 'Its name, in French.' })
  name!: string;
}

@ObjectType('Epci', {
  description:
    'A group of communes with its own taxes: communauté de communes, d’agglomération, urbaine, or métropole.',
})
export class EpciType {
  @Field(() => String, { description: 'SIREN, nine digits.' })
  siren!: string;

  @Field(() => String, { description: 'Its name, in French.' })
  name!: string;
}
