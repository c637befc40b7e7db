import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { Node } from '../common/node.js';
import { Refusal } from '../common/refusal.js';
import { CivilDate } from '../common/scalars.js';
import type { Application } from './application.entity.js';
import { ApplicationStatus } from './application-status.js';

@ObjectType('Application', {
  implements: () => Node,
  description: 'A candidate’s application to an offer, seen by the candidate and by members of the company.',
})
export class ApplicationType implements Partial<Application> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => ApplicationStatus, { description: 'Where it stands.' })
  status!: ApplicationStatus;

  @Field(() => Date, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => CivilDate, { description: 'The day by which the company has promised an answer.' })
  answerDueOn!: string;
}

const { EdgeType, ConnectionType } = connectionTypes<ApplicationType>('Application', () => ApplicationType);
export const ApplicationEdge = EdgeType;
export const ApplicationConnection = ConnectionType;

@ObjectType('AlreadyApplied', {
  implements: () => Refusal,
  description:
    'The candidate has applied to this offer before, withdrawn or not: one applies once. Nothing was sent again.',
})
export class AlreadyApplied extends Refusal {
  @Field(() => ApplicationType, { description: 'The application that stands.' })
  readonly application: Application;

  constructor(application: Application) {
    super(
      application.status === 'WITHDRAWN'
        ? {
            fr: 'Vous avez déjà candidaté à cette offre et retiré votre candidature : on ne candidate qu’une fois à une offre.',
            en: 'You have applied to this offer and withdrawn: one applies to an offer once only.',
          }
        : { fr: 'Vous avez déjà candidaté à cette offre.', en: 'You have already applied to this offer.' },
    );
    this.application = application;
  }
}

@ObjectType('OfferNotOpen', {
  implements: () => Refusal,
  description:
    'The offer is not open to applications, its company was suspended, or it does not exist; nothing was sent.',
})
export class OfferNotOpen extends Refusal {
  constructor() {
    super({
      fr: 'Cette offre n’est pas ouverte aux candidatures.',
      en: 'This offer is not open to applications.',
    });
  }
}
