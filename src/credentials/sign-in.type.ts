import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { AccountSuspended, ViewerType } from '../accounts/account.type.js';
import { InvalidInput, refusalOr } from '../common/refusal.js';
import {
  EmailAlreadyUsed,
  EmailToConfirm,
  LinkNotValid,
  SecondFactorNeeded,
  SecondFactorToEnrol,
  SignInAgain,
  WrongCode,
  WrongCredentials,
} from './sign-in-refusals.js';

@ObjectType('Session', { description: 'A client that has just been signed in.' })
export class SessionType {
  @Field(() => String, {
    description:
      'To be sent as "Authorization: Bearer …"; a browser also got it as a cookie. It works until signOut, or until it has not been used for 30 days, and is never shown again.',
  })
  token!: string;

  @Field(() => ViewerType, { description: 'The account that is signed in.' })
  viewer!: ViewerType;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only of a sign-in that set up a second factor: ten codes, each of which works once in place of one from the application. Never shown again.',
  })
  recoveryCodes?: string[] | null;
}

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description:
    'EmailToConfirm, whether the address has an account or not; where addresses are not confirmed, the session of the new account. Or why there is none.',
  types: () => [SessionType, InvalidInput, EmailAlreadyUsed, EmailToConfirm] as const,
  resolveType: refusalOr(SessionType),
});

export const ConfirmEmailResult = createUnionType({
  name: 'ConfirmEmailResult',
  description: 'The session of the new account, or why there is none.',
  types: () => [SessionType, LinkNotValid, WrongCredentials] as const,
  resolveType: refusalOr(SessionType),
});

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'A new session, what is needed beside the password, or why there is none.',
  types: () =>
    [SessionType, InvalidInput, WrongCredentials, AccountSuspended, SecondFactorNeeded, SecondFactorToEnrol] as const,
  resolveType: refusalOr(SessionType),
});

export const SignInWithCodeResult = createUnionType({
  name: 'SignInWithCodeResult',
  description: 'A new session, or why there is none.',
  types: () => [SessionType, WrongCode, SignInAgain, AccountSuspended] as const,
  resolveType: refusalOr(SessionType),
});

export const ConfirmIdentityResult = createUnionType({
  name: 'ConfirmIdentityResult',
  description: 'A new session, what is needed beside, or why there is none.',
  types: () =>
    [SessionType, WrongCode, LinkNotValid, AccountSuspended, SecondFactorNeeded, SecondFactorToEnrol] as const,
  resolveType: refusalOr(SessionType),
});
