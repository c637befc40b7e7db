import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInput, Refusal, refusalOr } from '../common/refusal.js';
import type { Language } from '../common/text.js';
import { AccountRole } from '../permissions/account-role.js';
import type { Viewer } from './viewer.js';

/** Languages as clients write them. */
export const LanguageType = { FR: 'fr', EN: 'en' } as const satisfies Record<string, Language>;

registerEnumType(LanguageType, {
  name: 'Language',
  description: 'A language of the platform.',
  valuesMap: { FR: { description: 'French.' }, EN: { description: 'English.' } },
});

@ObjectType('Viewer', { description: 'The account that is signed in. Seen by itself only.' })
export class ViewerType implements Pick<Viewer, 'id' | 'email' | 'role'> {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { description: 'The address it signs in with, in lower case.' })
  email!: string;

  @Field(() => AccountRole, { description: 'What the account is for.' })
  role!: AccountRole;
}

@ObjectType('Erased', { description: 'The account and everything personal that hung on it no longer exist.' })
export class Erased {
  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;
}

@ObjectType('AccountSuspended', {
  implements: () => Refusal,
  description: 'Address and password are right, but an administrator suspended the account.',
})
export class AccountSuspended extends Refusal {
  constructor() {
    super({
      fr: 'Ce compte est suspendu : écrivez à l’équipe de la plateforme pour en connaître la raison.',
      en: 'This account is suspended: write to the team of the platform to know why.',
    });
  }
}

export const EraseMyAccountResult = createUnionType({
  name: 'EraseMyAccountResult',
  description: 'When the account was erased, or why it was not.',
  types: () => [Erased, InvalidInput] as const,
  resolveType: refusalOr(Erased),
});
