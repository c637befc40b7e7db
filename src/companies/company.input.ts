import { Field, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { CompanyFiguresInput } from './company-figures.input.js';

@InputType('RegisterCompanyInput', { description: 'An establishment to register.' })
export class RegisterCompanyInput extends CompanyFiguresInput {
  @Field(() => String, { description: 'Its 14 digits; spaces are accepted. The checksum is verified.' })
  siret!: string;

  @Field(() => String, { description: 'The name people know it by, 2 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'INSEE code of the commune it stands in; a former code is understood.' })
  communeCode!: string;

  @Field(() => String, { nullable: true, description: 'Sector: NAF code (INSEE, rev. 2), as 25.62B or 2562B.' })
  nafCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of employees, 0 to 5,000,000.' })
  headcount?: number | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 5,000 characters; HTML is taken out.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'A whole http or https address, at most 500 characters.' })
  website?: string | null;
}

@InputType('CompanyChanges', {
  description: 'What is to change: a field left out stays, null empties it where it may be empty.',
})
export class CompanyChangesInput extends PartialType(OmitType(RegisterCompanyInput, ['siret'] as const)) {}
