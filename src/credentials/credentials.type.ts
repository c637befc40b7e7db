import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { InvalidInput, Refusal, refusalOr } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { EmailAlreadyUsed, LinkNotValid, type NewSecret, WrongCode } from './sign-in-refusals.js';

@ObjectType('LetterOnItsWay', {
  description: 'What was asked for is done by letter. The same is said whoever has the address, if anyone.',
})
export class LetterOnItsWay {
  readonly text: Text;

  @Field(() => String, { description: 'What to do now, in the language of the request.' })
  readonly message!: string;

  constructor(text: Text) {
    this.text = text;
  }
}

@ObjectType('PasswordChanged', { description: 'The account has another password, and was told so by letter.' })
export class PasswordChanged {
  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;
}

@ObjectType('EmailChangeAgreed', { description: 'One of both addresses agreed to a change of address.' })
export class EmailChangeAgreed {
  @Field(() => Boolean, {
    description: 'Whether both have agreed, so that the account has the new address; else the other letter waits.',
  })
  done!: boolean;
}

@ObjectType('SecondFactorStarted', { description: 'What an authenticator application is to be told; not told again.' })
export class SecondFactorStarted implements NewSecret {
  @Field(() => String, { description: 'The secret in base 32, to be typed in.' })
  secret!: string;

  @Field(() => String, { description: 'The same as an otpauth: address.' })
  uri!: string;

  @Field(() => String, { description: 'The address as a QR code, in SVG.' })
  qrSvg!: string;
}

@ObjectType('SecondFactorOn', {
  description: 'From now on signing in asks for a code, too. Other sessions were ended.',
})
export class SecondFactorOn {
  @Field(() => [String], {
    description: 'Ten codes, each of which works once in place of one from the application. Never shown again.',
  })
  recoveryCodes!: string[];
}

@ObjectType('SecondFactorOff', { description: 'Signing in asks for no code any more.' })
export class SecondFactorOff {
  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;
}

@ObjectType('SecondFactorAlreadyOn', {
  implements: () => Refusal,
  description: 'The account has a second factor; it is to be removed before another is set up.',
})
export class SecondFactorAlreadyOn extends Refusal {
  constructor() {
    super({
      fr: 'La connexion en deux étapes est déjà activée : retirez-la d’abord pour changer d’application.',
      en: 'A second factor is set up already: remove it first to change to another application.',
    });
  }
}

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  description: 'What is said to everyone, or what is wrong with the address as it was written.',
  types: () => [LetterOnItsWay, InvalidInput] as const,
  resolveType: refusalOr(LetterOnItsWay),
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'That the password was changed, or why it was not.',
  types: () => [PasswordChanged, InvalidInput, LinkNotValid] as const,
  resolveType: refusalOr(PasswordChanged),
});

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'That the password was changed, or why it was not.',
  types: () => [PasswordChanged, InvalidInput] as const,
  resolveType: refusalOr(PasswordChanged),
});

export const ChangeEmailResult = createUnionType({
  name: 'ChangeEmailResult',
  description: 'What is said to everyone, or what is wrong with what was given.',
  types: () => [LetterOnItsWay, InvalidInput] as const,
  resolveType: refusalOr(LetterOnItsWay),
});

export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  description: 'How far the change is, or why it does not take place.',
  types: () => [EmailChangeAgreed, LinkNotValid, EmailAlreadyUsed] as const,
  resolveType: refusalOr(EmailChangeAgreed),
});

export const StartSecondFactorResult = createUnionType({
  name: 'StartSecondFactorResult',
  description: 'What the application is to be told, or why nothing was set up.',
  types: () => [SecondFactorStarted, InvalidInput, SecondFactorAlreadyOn] as const,
  resolveType: refusalOr(SecondFactorStarted),
});

export const ConfirmSecondFactorResult = createUnionType({
  name: 'ConfirmSecondFactorResult',
  description: 'The recovery codes, or why the second factor does not count yet.',
  types: () => [SecondFactorOn, WrongCode] as const,
  resolveType: refusalOr(SecondFactorOn),
});

export const RemoveSecondFactorResult = createUnionType({
  name: 'RemoveSecondFactorResult',
  description: 'That it was removed, or why it was not.',
  types: () => [SecondFactorOff, InvalidInput, WrongCode] as const,
  resolveType: refusalOr(SecondFactorOff),
});
