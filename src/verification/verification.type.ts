import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { Refusal } from '../common/refusal.js';
import { CivilDate } from '../common/scalars.js';
import { enumOf } from '../common/enum-of.js';
import { registerStates } from './company-register.js';
import { RefusalReason, VerificationStatus, VerifiedBy } from './verification-words.js';

const RegisterState = enumOf(registerStates);

registerEnumType(RegisterState, {
  name: 'CompanyRegisterState',
  description: 'What the public register says of an establishment.',
  valuesMap: {
    ACTIVE: { description: 'Establishment and company are active.' },
    CLOSED: { description: 'The establishment is closed, or the company ceased.' },
    UNKNOWN: { description: 'The register knows no such establishment.' },
  },
});

@ObjectType('CompanyRegisterAnswer', {
  description:
    'What the public register of companies said of an establishment. To compare with, and to propose: it never changes what the company says of itself.',
})
export class RegisterAnswerType {
  @Field(() => RegisterState, { description: 'Whether it is active.' })
  state!: (typeof registerStates)[number];

  @Field(() => String, { nullable: true, description: 'Its name; null when it is unknown or not published.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Its NAF code (INSEE, rev. 2), as 25.62B.' })
  nafCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Its band of employees (INSEE), in words.' })
  headcount!: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'When it was closed, where the register says so.' })
  closedOn!: string | null;

  @Field(() => Date, { description: 'When the register said so.' })
  askedAt!: Date;
}

@ObjectType('CompanyVerificationStep', {
  description: 'One step of how a company came to be verified, refused or looked at.',
})
export class VerificationStepType {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => VerificationStatus, { description: 'How the company stood from then on.' })
  status!: VerificationStatus;

  @Field(() => VerifiedBy, { description: 'By whom.' })
  by!: VerifiedBy;

  @Field(() => RefusalReason, { nullable: true, description: 'Why it was refused; null for other steps.' })
  reason!: RefusalReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the administrator said to the members, or the members to the administrators; plain text.',
  })
  words!: string | null;
}

@ObjectType('CompanyVerification', {
  description: 'Whether a company was found to be the one it says it is. Seen by its members and by administrators.',
})
export class CompanyVerificationType {
  @Field(() => VerificationStatus, { description: 'How it stands.' })
  status!: VerificationStatus;

  @Field(() => Date, { description: 'Since when.' })
  since!: Date;

  @Field(() => [String], {
    description: 'Why, in sentences in the language of the request: what is doubted, or why it was refused.',
  })
  reasons!: string[];

  @Field(() => String, { description: 'What its members can do, in the language of the request.' })
  whatToDo!: string;
}

@ObjectType('CompanyDecidedMeanwhile', {
  implements: () => Refusal,
  description: 'The company was decided upon since the administrator looked at it; nothing was changed.',
})
export class CompanyDecidedMeanwhile extends Refusal {
  constructor(since: Date) {
    super({
      fr: 'Une décision a été prise entre-temps sur cette entreprise : regardez-la à nouveau.',
      en: 'This company was decided upon meanwhile: look at it again.',
    });
    this.since = since;
  }

  @Field(() => Date, { description: 'Since when it stands as it does now.' })
  readonly since: Date;
}

@ObjectType('OwnerEmailDomain', { description: 'The domain of the e-mail address of an owner.' })
export class OwnerEmailDomainType {
  @Field(() => String, { description: 'What follows the @.' })
  domain!: string;

  @Field(() => Boolean, { description: 'Whether the owner confirmed the address.' })
  confirmed!: boolean;

  @Field(() => Boolean, { description: 'Whether anyone can have an address there, as at gmail.com; such never count.' })
  openToAll!: boolean;
}

@ObjectType('CompanyToVerify', { description: 'A company that waits for an administrator. Seen by administrators.' })
export class CompanyToVerifyType {
  @Field(() => ID, { description: 'The id of the company.' })
  id!: string;

  @Field(() => Date, { description: 'Since when it waits.' })
  queuedAt!: Date;
}

const { ConnectionType } = connectionTypes<CompanyToVerifyType>('CompanyToVerify', () => CompanyToVerifyType);
export const CompanyToVerifyConnection = ConnectionType;
