import { Field, ObjectType } from '@nestjs/graphql';
import { NotAllowed, Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import type { Missing } from './hire-missing.js';
import { HireStatus } from './hire-status.js';
import { HireType, MissingOfHireType } from './hire.type.js';
import type { Hire } from './hire.entity.js';

@ObjectType('ApplicationNotAccepted', {
  implements: () => Refusal,
  description: 'Only an application that the company accepted becomes a hire; nothing was declared.',
})
export class ApplicationNotAccepted extends Refusal {
  constructor() {
    super({
      fr: 'Seule une candidature acceptée devient une embauche : acceptez-la d’abord.',
      en: 'Only an application that was accepted becomes a hire: accept it first.',
    });
  }
}

const declaredAlready: Text = {
  fr: 'L’embauche de cette candidature est déjà déclarée.',
  en: 'The hire of this application was declared already.',
};
const declaredElsewhere: Text = {
  fr: 'Une embauche est déjà déclarée à cette adresse pour ce jour.',
  en: 'A hire was declared already with this address for this day.',
};
const calledOffByThem: Text = {
  fr: 'La personne a annulé l’embauche de cette candidature. Si elle a lieu malgré tout, déclarez-la comme faite ailleurs : la personne dira si c’est bien elle.',
  en: 'The person called the hire of this application off. If it takes place after all, declare it as made elsewhere: they will say whether it is them.',
};

@ObjectType('HireAlreadyDeclared', {
  implements: () => Refusal,
  description:
    'The application has its hire already, or the address its hire for this day; or the candidate called it off: then it is ' +
    'declared as one made elsewhere, and they say whether it is them. Nothing was declared.',
})
export class HireAlreadyDeclared extends Refusal {
  @Field(() => HireType, { description: 'The one that stands, or that was called off.' })
  readonly hire: Hire;

  constructor(hire: Hire) {
    const stands = hire.applicationId === null ? declaredElsewhere : declaredAlready;
    super(hire.status === 'CANCELLED' ? calledOffByThem : stands);
    this.hire = hire;
  }
}

@ObjectType('CompanyNotVerified', {
  implements: () => Refusal,
  description:
    'The company was not found yet to be the one it says it is: it signs no charter and writes to nobody outside. ' +
    'Company.verification tells what to do.',
})
export class CompanyNotVerified extends Refusal {
  constructor() {
    super({
      fr: 'L’entreprise n’est pas encore vérifiée : ce sera possible dès qu’elle le sera.',
      en: 'The company is not verified yet: this is possible as soon as it is.',
    });
  }
}

@ObjectType('IllegalHireMove', {
  implements: () => Refusal,
  description: 'The hire is in a state from which this is not possible; nothing was changed.',
})
export class IllegalHireMove extends Refusal {
  @Field(() => HireStatus, { description: 'The state the hire is in.' })
  readonly from: HireStatus;

  @Field(() => HireStatus, { description: 'The state that was asked for.' })
  readonly to: HireStatus;

  constructor(from: HireStatus, to: HireStatus) {
    super({
      fr: `C’est impossible pour une embauche ${statusWords[from].fr}.`,
      en: `This is not possible for a hire ${statusWords[from].en}.`,
    });
    this.from = from;
    this.to = to;
  }
}

@ObjectType('HireIncomplete', {
  implements: () => Refusal,
  description: 'Something that the charter needs is missing; nothing was changed.',
})
export class HireIncomplete extends Refusal {
  @Field(() => [MissingOfHireType], { description: 'All that is missing, each with whose it is to do.' })
  readonly missing: Missing[];

  constructor(missing: Missing[]) {
    super({
      fr: missing.map(({ text }) => text.fr).join(' '),
      en: missing.map(({ text }) => text.en).join(' '),
    });
    this.missing = missing;
  }
}

@ObjectType('CharterChanged', {
  implements: () => Refusal,
  description:
    'The charter is not the one that was read: read the one that stands now, then sign it. Nothing was signed.',
})
export class CharterChanged extends Refusal {
  @Field(() => String, { description: 'The SHA-256 of the charter that stands now, 64 hexadecimal digits.' })
  readonly sha256: string;

  constructor(sha256: string) {
    super({
      fr: 'La charte a changé depuis que vous l’avez lue : relisez-la, puis signez.',
      en: 'The charter has changed since you read it: read it again, then sign.',
    });
    this.sha256 = sha256;
  }
}

@ObjectType('HireLinkNotValid', {
  implements: () => Refusal,
  description:
    'The link is unknown, used or too old, or was sent to another address than that of the account; nothing was changed.',
})
export class HireLinkNotValid extends Refusal {
  constructor() {
    super({
      fr: 'Ce lien ne fonctionne pas avec ce compte : il a déjà servi, il est trop ancien, ou il a été envoyé à une autre adresse.',
      en: 'This link does not work with this account: it was used, it is too old, or it was sent to another address.',
    });
  }
}

export const statusWords: Record<HireStatus, Text> = {
  AWAITING_PERSON: { fr: 'qui attend la réponse de la personne', en: 'that waits for the person to answer' },
  DRAFT: { fr: 'dont la charte n’est pas ouverte', en: 'whose charter is not open' },
  CHARTER_OPEN: { fr: 'dont la charte est ouverte à la signature', en: 'whose charter is open for signature' },
  SIGNED: { fr: 'dont la charte est signée', en: 'whose charter is signed' },
  CANCELLED: { fr: 'annulée', en: 'that was called off' },
  ENDED_EARLY: { fr: 'qui a pris fin', en: 'that has ended' },
};

export const onlyCandidates = (): NotAllowed =>
  new NotAllowed({
    fr: 'Seul un compte de candidat peut dire qu’il est la personne embauchée.',
    en: 'Only the account of a candidate can say that it is the person hired.',
  });

/** The same for an application that does not exist and for one of others. */
export const noSuchApplication = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette candidature n’existe pas, ou n’est pas pour vous.',
    en: 'There is no such application, or it is not for you.',
  });

/** The same for a company that does not exist and for one of others. */
export const noSuchCompany = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise n’existe pas, ou votre compte ne peut pas déclarer d’embauche pour elle.',
    en: 'There is no such company, or your account may not declare hires for it.',
  });

/** The same for what does not exist and for what the caller may not touch. */
export const noSuchHire = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette embauche n’existe pas, ou votre compte ne peut pas faire cela.',
    en: 'There is no such hire, or your account may not do this.',
  });
