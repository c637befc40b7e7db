import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { NotAllowed, Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { type CapScope, caps } from './invitation-caps.js';
import type { Invitation } from './invitation.entity.js';
import { InvitationStatus } from './invitation-status.js';
import { InvitationType } from './invitation.type.js';
import { leastScore } from './suits-at-all.js';

@ObjectType('AlreadyInvited', {
  implements: () => Refusal,
  description: 'This candidate was invited to this offer before, once and for all; nothing was sent again.',
})
export class AlreadyInvited extends Refusal {
  @Field(() => InvitationType, { description: 'The invitation that stands.' })
  readonly invitation: Invitation;

  constructor(invitation: Invitation) {
    super({
      fr: 'Cette personne a déjà été invitée pour cette offre.',
      en: 'This person has already been invited to this offer.',
    });
    this.invitation = invitation;
  }
}

@ObjectType('CandidateHasApplied', {
  implements: () => Refusal,
  description: 'This candidate applied to this offer by themselves; nothing was sent.',
})
export class CandidateHasApplied extends Refusal {
  constructor() {
    super({
      fr: 'Cette personne a déjà candidaté à cette offre : répondez à sa candidature.',
      en: 'This person has already applied to this offer: answer the application.',
    });
  }
}

@ObjectType('CandidateNotAvailable', {
  implements: () => Refusal,
  description:
    'Nobody of this id can be invited to this offer; nothing was sent. The same is said whether there is no such candidate, ' +
    'they do not want to be found, want no invitation of the company, or do not match the offer.',
})
export class CandidateNotAvailable extends Refusal {
  constructor() {
    super({
      fr: 'Cette personne ne peut pas être invitée à candidater à cette offre.',
      en: 'This person cannot be invited to apply to this offer.',
    });
  }
}

@ObjectType('CandidateSuitsTooLittle', {
  implements: () => Refusal,
  description:
    'This candidate has none of the skills that the offer asks for, nor a related one, and scores too low for it; nothing was sent.',
})
export class CandidateSuitsTooLittle extends Refusal {
  @Field(() => Int, { description: 'The score, out of 100, from which they could be invited all the same.' })
  readonly leastScore: number = leastScore;

  constructor() {
    super({
      fr: `Cette personne n’a aucune des compétences demandées, ni une compétence voisine, et son score est inférieur à ${leastScore} : elle ne correspond pas assez à cette offre pour y être invitée.`,
      en: `This person has none of the skills asked for, nor a related one, and scores below ${leastScore}: they do not suit this offer enough to be invited to it.`,
    });
  }
}

@ObjectType('OfferClosedToInvitations', {
  implements: () => Refusal,
  description: 'One is invited to apply only while the offer is open to applications; nothing was sent.',
})
export class OfferClosedToInvitations extends Refusal {
  constructor() {
    super({
      fr: 'Cette offre n’est pas ouverte aux candidatures : publiez-la avant d’inviter.',
      en: 'This offer is not open to applications: publish it before inviting anyone.',
    });
  }
}

const CapScopeEnum = enumOf(['OFFER', 'COMPANY'] as const satisfies CapScope[]);

registerEnumType(CapScopeEnum, {
  name: 'InvitationCapScope',
  description: 'What a cap on invitations counts.',
  valuesMap: {
    OFFER: { description: 'Invitations to one offer that wait for an answer.' },
    COMPANY: { description: 'Invitations sent by one company in a number of days.' },
  },
});

@ObjectType('InvitationCapReached', {
  implements: () => Refusal,
  description: 'As many invitations as are allowed were sent; this one was not.',
})
export class InvitationCapReached extends Refusal {
  @Field(() => CapScopeEnum, { description: 'Which cap it is.' })
  readonly scope: CapScope;

  @Field(() => Int, { description: 'How many are allowed.' })
  readonly cap: number;

  @Field(() => Date, {
    nullable: true,
    description:
      'From when on the company can invite again; null for the cap of an offer, which gives way with each answer and each invitation taken back.',
  })
  readonly againAt: Date | null;

  constructor(scope: CapScope, againAt: Date | null) {
    super(capWords[scope]);
    this.scope = scope;
    this.cap = caps[scope].most;
    this.againAt = againAt;
  }
}

const capWords: Record<CapScope, Text> = {
  OFFER: {
    fr: `${caps.OFFER.most} invitations attendent déjà une réponse pour cette offre : attendez une réponse, ou retirez une invitation.`,
    en: `${caps.OFFER.most} invitations to this offer already wait for an answer: wait for one, or take an invitation back.`,
  },
  COMPANY: {
    fr: `Une entreprise envoie au plus ${caps.COMPANY.most} invitations en ${caps.COMPANY.days} jours.`,
    en: `A company sends at most ${caps.COMPANY.most} invitations in ${caps.COMPANY.days} days.`,
  },
};

@ObjectType('InvitationNotWaiting', {
  implements: () => Refusal,
  description: 'The invitation does not wait for an answer any more; nothing was changed.',
})
export class InvitationNotWaiting extends Refusal {
  @Field(() => InvitationStatus, { description: 'Where it stands.' })
  readonly status: InvitationStatus;

  constructor(status: InvitationStatus) {
    super(standsAs[status]);
    this.status = status;
  }
}

const standsAs: Record<InvitationStatus, Text> = {
  SENT: { fr: 'Cette invitation attend une réponse.', en: 'This invitation waits for an answer.' },
  ACCEPTED: { fr: 'Cette invitation a été acceptée.', en: 'This invitation has been accepted.' },
  DECLINED: { fr: 'Cette invitation a été déclinée.', en: 'This invitation has been declined.' },
  WITHDRAWN: { fr: 'L’entreprise a retiré cette invitation.', en: 'The company has taken this invitation back.' },
  LAPSED: {
    fr: 'L’offre n’est plus ouverte aux candidatures : cette invitation est caduque.',
    en: 'The offer is not open to applications any more: this invitation has lapsed.',
  },
};

/** Says the same of an invitation that does not exist and of one that is not the caller's to touch. */
export const notYourInvitation = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette invitation n’existe pas, ou n’est pas la vôtre.',
    en: 'There is no such invitation, or it is not yours.',
  });
