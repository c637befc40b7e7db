import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NotAllowed, Refusal } from '../common/refusal.js';

@ObjectType('LastOwner', {
  implements: () => Refusal,
  description: 'The company would be left without an owner; nothing was changed. Make someone else an owner first.',
})
export class LastOwner extends Refusal {
  constructor() {
    super({
      fr: 'Une entreprise garde toujours au moins une personne propriétaire : nommez-en d’abord une autre.',
      en: 'A company always keeps at least one owner: make someone else an owner first.',
    });
  }
}

@ObjectType('AlreadyMember', {
  implements: () => Refusal,
  description: 'The account is a member of the company already; nothing was sent.',
})
export class AlreadyMember extends Refusal {
  constructor() {
    super({
      fr: 'Cette personne fait déjà partie des membres de l’entreprise.',
      en: 'This person is a member of the company already.',
    });
  }
}

@ObjectType('MemberInvitationNotValid', {
  implements: () => Refusal,
  description:
    'The link was used or withdrawn, is too old, or was sent to another address than that of the account; nothing was changed.',
})
export class MemberInvitationNotValid extends Refusal {
  constructor() {
    super({
      fr: 'Ce lien ne fonctionne plus, ou il a été envoyé à une autre adresse que celle de votre compte : demandez une nouvelle invitation.',
      en: 'This link works no longer, or was sent to another address than that of your account: ask for a new invitation.',
    });
  }
}

@ObjectType('TooManyMemberInvitations', {
  implements: () => Refusal,
  description: 'The company wrote to as many addresses as it may within 7 days; nothing was sent.',
})
export class TooManyMemberInvitations extends Refusal {
  @Field(() => Int, {
    description: 'How many invitations of the last 7 days a company may have, withdrawn ones among them.',
  })
  readonly most: number;

  constructor(most: number) {
    super({
      fr: `Une entreprise peut inviter au plus ${most} personnes en sept jours : attendez que des invitations soient acceptées ou prennent fin.`,
      en: `A company can invite ${most} people within seven days at the most: wait until some accept or the invitations end.`,
    });
    this.most = most;
  }
}

@ObjectType('CompanyNotRegistered', {
  implements: () => Refusal,
  description: 'No company is registered under this SIRET; nothing was sent. Register it instead.',
})
export class CompanyNotRegistered extends Refusal {
  constructor() {
    super({
      fr: 'Aucune entreprise n’est inscrite avec ce SIRET : vous pouvez l’inscrire vous-même.',
      en: 'No company is registered under this SIRET: you can register it yourself.',
    });
  }
}

export const notYourMembers = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise ou ce membre n’existe pas, ou votre compte ne gère pas ses membres.',
    en: 'There is no such company or member, or your account does not manage its members.',
  });

export const onlyCompanyAccounts = (): NotAllowed =>
  new NotAllowed({
    fr: 'Votre compte n’est pas un compte de membre d’entreprise : créez-en un avec une autre adresse et demandez à y être invité.',
    en: 'Your account is not that of a company member: make one with another address and ask to be invited there.',
  });

export const notAskedOfYou = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette demande n’existe pas ou plus, ou votre compte ne gère pas les membres de l’entreprise.',
    en: 'There is no such request any more, or your account does not manage the members of the company.',
  });
