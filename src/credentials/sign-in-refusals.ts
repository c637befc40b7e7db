import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../common/refusal.js';

@ObjectType('EmailAlreadyUsed', {
  implements: () => Refusal,
  description: 'An account with this address exists already; none was made and none was changed.',
})
export class EmailAlreadyUsed extends Refusal {
  constructor() {
    super({
      fr: 'Un compte existe déjà avec cette adresse e-mail : connectez-vous, ou choisissez une autre adresse.',
      en: 'An account with this e-mail address exists already: sign in, or choose another address.',
    });
  }
}

@ObjectType('EmailToConfirm', {
  implements: () => Refusal,
  description:
    'No account was made yet: a letter is on its way to the address, with a link to confirm it. The same is answered when the address has an account; its letter says so.',
})
export class EmailToConfirm extends Refusal {
  constructor() {
    super({
      fr: 'Un message vient de vous être envoyé : ouvrez-le et suivez le lien, valable 48 heures, pour terminer votre inscription.',
      en: 'A message is on its way to you: open it and follow its link within 48 hours to finish signing up.',
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

@ObjectType('LinkNotValid', {
  implements: () => Refusal,
  description: 'The token is unknown, was used, was replaced by another or is too old: which of them is not told.',
})
export class LinkNotValid extends Refusal {
  constructor() {
    super({
      fr: 'Ce lien ne fonctionne pas ou plus : recommencez pour en recevoir un nouveau.',
      en: 'This link does not work, or no longer: start again to get a new one.',
    });
  }
}

@ObjectType('WrongCode', {
  implements: () => Refusal,
  description: 'The code is not right, was used already or belongs to another moment. Attempts are counted.',
})
export class WrongCode extends Refusal {
  constructor() {
    super({
      fr: 'Ce code ne convient pas : donnez celui qui est affiché en ce moment.',
      en: 'This code is not right: give the one that is shown at this moment.',
    });
  }
}

@ObjectType('SignInAgain', {
  implements: () => Refusal,
  description: 'The ticket is unknown, too old, or had too many wrong codes: sign in from the start.',
})
export class SignInAgain extends Refusal {
  constructor() {
    super({
      fr: 'Cette connexion a pris trop de temps ou trop d’essais : recommencez depuis le début.',
      en: 'This sign-in took too long or too many attempts: start again.',
    });
  }
}

@ObjectType('SecondFactorNeeded', {
  implements: () => Refusal,
  description: 'So far all is right, and the account has a second factor: go on with signInWithCode.',
})
export class SecondFactorNeeded extends Refusal {
  @Field(() => String, { description: 'For signInWithCode; five wrong codes end it.' })
  readonly ticket: string;

  @Field(() => Date, { description: 'Until when the ticket works.' })
  readonly expiresAt: Date;

  constructor(ticket: string, expiresAt: Date) {
    super({
      fr: 'Donnez le code que votre application d’authentification affiche, ou un code de secours.',
      en: 'Give the code that your authenticator application shows, or a recovery code.',
    });
    this.ticket = ticket;
    this.expiresAt = expiresAt;
  }
}

/** What an authenticator application is to be told, once. */
export interface NewSecret {
  secret: string;
  uri: string;
  qrSvg: string;
}

@ObjectType('SecondFactorToEnrol', {
  implements: () => Refusal,
  description:
    'So far all is right, and an account of this role must have a second factor: enter the secret into an authenticator application and go on with signInWithCode.',
})
export class SecondFactorToEnrol extends Refusal implements NewSecret {
  @Field(() => String, { description: 'For signInWithCode; five wrong codes end it.' })
  readonly ticket: string;

  @Field(() => Date, { description: 'Until when the ticket works.' })
  readonly expiresAt: Date;

  @Field(() => String, { description: 'The secret in base 32, to be typed in. Another is made at every sign-in.' })
  readonly secret: string;

  @Field(() => String, { description: 'The same as an otpauth: address.' })
  readonly uri: string;

  @Field(() => String, { description: 'The address as a QR code, in SVG.' })
  readonly qrSvg: string;

  constructor(ticket: string, expiresAt: Date, { secret, uri, qrSvg }: NewSecret) {
    super({
      fr: 'Ce compte demande une application d’authentification : enregistrez-y ce code QR, puis donnez le code qu’elle affiche.',
      en: 'This account asks for an authenticator application: scan this QR code with it, then give the code that it shows.',
    });
    this.ticket = ticket;
    this.expiresAt = expiresAt;
    this.secret = secret;
    this.uri = uri;
    this.qrSvg = qrSvg;
  }
}
