import { Field, ObjectType } from '@nestjs/graphql';
import { NotAllowed, Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { ApplicationStatus } from './application-status.js';

@ObjectType('IllegalApplicationMove', {
  implements: () => Refusal,
  description: 'The application is in a state from which this is not possible; nothing was changed.',
})
export class IllegalApplicationMove extends Refusal {
  @Field(() => ApplicationStatus, { description: 'The state the application is in.' })
  readonly from: ApplicationStatus;

  @Field(() => ApplicationStatus, { description: 'The state that was asked for.' })
  readonly to: ApplicationStatus;

  constructor(from: ApplicationStatus, to: ApplicationStatus) {
    super({
      fr: `Une candidature ${statusWords[from].fr} ne peut pas devenir une candidature ${statusWords[to].fr}.`,
      en: `An application that is ${statusWords[from].en} cannot become one that is ${statusWords[to].en}.`,
    });
    this.from = from;
    this.to = to;
  }
}

const statusWords: Record<ApplicationStatus, Text> = {
  SENT: { fr: 'envoyée', en: 'sent' },
  SEEN: { fr: 'lue', en: 'seen' },
  INTERVIEW: { fr: 'en entretien', en: 'in interview' },
  ACCEPTED: { fr: 'acceptée', en: 'accepted' },
  DECLINED: { fr: 'refusée', en: 'declined' },
  WITHDRAWN: { fr: 'retirée', en: 'withdrawn' },
  CLOSED_UNANSWERED: { fr: 'close sans réponse', en: 'closed unanswered' },
};

/** The same for what does not exist and for what the caller may not touch. */
export const noSuchApplication = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette candidature n’existe pas, ou votre compte ne peut pas faire cela.',
    en: 'There is no such application, or your account may not do this.',
  });
