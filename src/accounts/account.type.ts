import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInput, Refusal, refusalOr } from '../common/refusal.js';
import { AccountRole } from '../permissions/account-role.js';
import type { Viewer } from './viewer.js';

@ObjectType('Viewer', { description: 'The account that is signed in. Seen by itself only.' })
export class ViewerType implements Pick<Viewer, 'id' | 'email' | 'role'> {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { description: 'The address it signs in with, in lower case.' })
  email!: string;

  @Field(() => AccountRole, { description: 'What the account is for.' })
  role!: AccountRole;
}

@ObjectType('Session', { description: 'A client that has just been signed in.' })
export class SessionType {
  @Field(() => String, {
    description:
      'To be sent as "Authorization: Bearer …"; a browser also got it as a cookie. It works until signOut, or until it has not been used for 30 days, and is never shown again.',
  })
  token!: string;

  @Field(() => ViewerType, { description: 'The account that is signed in.' })
  viewer!: ViewerType;
}

@ObjectType('Erased', { description: 'The account and everything personal that hung on it no longer exist.' })
export class Erased {
  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;
}

@ObjectType('EmailAlreadyUsed', {
  implements: () => Refusal,
  description: 'An account with this address exists already; none was made.',
})
export class EmailAlreadyUsed extends Refusal {
  constructor() {
    super({
      fr: 'Un compte existe déjà avec cette adresse e-mail : connectez-vous, ou choisissez une autre adresse.',
      en: 'An account with this e-mail address exists already: sign in, or choose another address.',
    });
  }
}

@ObjectType('WrongCredentials', {
  implements: () => Refusal,
  description: 'No account has this address and password together; which of the two is wrong is not told.',
})
export class WrongCredentials extends Refusal {
  constructor() {
    super({
      fr: 'L’adresse e-mail ou le mot de passe ne convient pas.',
      en: 'The e-mail address or the password is not right.',
    });
  }
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

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'The session of the new account, or why there is none.',
  types: () => [SessionType, InvalidInput, EmailAlreadyUsed] as const,
  resolveType: refusalOr(SessionType),
});

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'A new session, or why there is none.',
  types: () => [SessionType, InvalidInput, WrongCredentials, AccountSuspended] as const,
  resolveType: refusalOr(SessionType),
});

export const EraseMyAccountResult = createUnionType({
  name: 'EraseMyAccountResult',
  description: 'When the account was erased, or why it was not.',
  types: () => [Erased, InvalidInput] as const,
  resolveType: refusalOr(Erased),
});
