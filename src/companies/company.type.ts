import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../common/node.js';
import { InvalidInput, NotAllowed, Refusal, refusalOr } from '../common/refusal.js';
import type { Company } from './company.entity.js';
import { OutsideFrance } from './outside-france.js';

@ObjectType('Company', {
  implements: () => Node,
  description: 'An establishment that posts offers, one per SIRET. Everyone may see it.',
})
export class CompanyType implements Partial<Company> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => String, { description: 'The 14 digits of the establishment in the SIRENE register.' })
  siret!: string;

  @Field(() => String, { description: 'The 9 digits of the legal entity, shared by all its establishments.' })
  siren!: string;

  @Field(() => String, { description: 'The name people know it by.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Sector: NAF code (INSEE, rev. 2); null when not said.' })
  nafCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of employees as the company says; null when it did not.' })
  headcount!: number | null;

  @Field(() => String, { nullable: true, description: 'Plain text with line breaks; never HTML.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'An http or https address.' })
  website!: string | null;
}

@ObjectType('CompanyAlreadyRegistered', {
  implements: () => Refusal,
  description:
    'The SIRET is registered already; nothing was stored. askToJoin asks its owners to be let in, or the administrators where it has none.',
})
export class CompanyAlreadyRegistered extends Refusal {
  @Field(() => String, { description: 'The SIRET that was given, without spaces.' })
  readonly siret: string;

  constructor(siret: string) {
    super({
      fr: `L’établissement ${siret} est déjà inscrit : demandez à rejoindre l’entreprise.`,
      en: `The establishment ${siret} is registered already: ask to join the company.`,
    });
    this.siret = siret;
  }
}

export const RegisterCompanyResult = createUnionType({
  name: 'RegisterCompanyResult',
  description: 'The company, of which the caller is now an owner, or why it was not registered.',
  types: () => [CompanyType, InvalidInput, NotAllowed, OutsideFrance, CompanyAlreadyRegistered] as const,
  resolveType: refusalOr(CompanyType),
});

export const ReviseCompanyResult = createUnionType({
  name: 'ReviseCompanyResult',
  description: 'The company as it reads now, or why it was not changed.',
  types: () => [CompanyType, InvalidInput, NotAllowed, OutsideFrance] as const,
  resolveType: refusalOr(CompanyType),
});
