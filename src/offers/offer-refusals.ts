import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../common/refusal.js';
import { ContractType, contractTypeLabels } from './offer-words.js';
import { OfferStatus } from './offer-status.js';

@ObjectType('DurationTooShort', {
  implements: () => Refusal,
  description: 'The contract is shorter than a VTE allows; nothing was stored.',
})
export class DurationTooShort extends Refusal {
  @Field(() => [String], { description: 'The way to the field from the root of the input.' })
  readonly path = ['durationMonths'];

  @Field(() => ContractType, { description: 'The kind of contract that was asked for.' })
  readonly contractType: ContractType;

  @Field(() => Int, { description: 'The shortest duration accepted for it, in months.' })
  readonly minimumMonths: number;

  constructor(contractType: ContractType, minimumMonths: number) {
    super(durationTooShort(contractType, minimumMonths));
    this.contractType = contractType;
    this.minimumMonths = minimumMonths;
  }
}

export const durationTooShort = (contractType: ContractType, months: number) => ({
  fr: `${contractTypeLabels[contractType].fr} : un VTE dure au moins ${months} mois sous ce contrat.`,
  en: `${contractTypeLabels[contractType].en}: a VTE lasts at least ${months} months under this contract.`,
});

@ObjectType('IllegalOfferMove', {
  implements: () => Refusal,
  description: 'The offer is in a state from which this act is not possible; nothing was changed.',
})
export class IllegalOfferMove extends Refusal {
  @Field(() => OfferStatus, { description: 'The state the offer is in.' })
  readonly from: OfferStatus;

  constructor(from: OfferStatus, act: { fr: string; en: string }) {
    super({
      fr: `Une offre ${statusWords[from].fr} ne peut pas être ${act.fr}.`,
      en: `An offer that is ${statusWords[from].en} cannot be ${act.en}.`,
    });
    this.from = from;
  }
}

const statusWords: Record<OfferStatus, { fr: string; en: string }> = {
  DRAFT: { fr: 'en brouillon', en: 'a draft' },
  OPEN: { fr: 'en ligne', en: 'open' },
  PAUSED: { fr: 'en pause', en: 'paused' },
  FILLED: { fr: 'pourvue', en: 'filled' },
  CLOSED: { fr: 'clôturée', en: 'closed' },
  EXPIRED: { fr: 'expirée', en: 'expired' },
};

@ObjectType('TooManyUnanswered', {
  implements: () => Refusal,
  description:
    'The company left too many applications without an answer; its offers stay offline until it answered enough of them.',
})
export class TooManyUnanswered extends Refusal {
  @Field(() => Int, { description: 'Applications whose day of answer passed without one, of the last 90 days.' })
  readonly unanswered: number;

  @Field(() => Int, { description: 'All applications whose day of answer fell in the last 90 days.' })
  readonly due: number;

  constructor(unanswered: number, due: number) {
    super({
      fr: `${unanswered} candidatures sur ${due} sont restées sans réponse : répondez-y pour remettre vos offres en ligne.`,
      en: `${unanswered} of ${due} applications were left without an answer: answer them to put your offers online again.`,
    });
    this.unanswered = unanswered;
    this.due = due;
  }
}

@ObjectType('TooManyWaiting', {
  implements: () => Refusal,
  description:
    'As many applications as the company allows wait for this offer; it stays offline until some are answered.',
})
export class TooManyWaiting extends Refusal {
  @Field(() => Int, { description: 'Applications that wait for an answer.' })
  readonly waiting: number;

  @Field(() => Int, { description: 'How many may wait before the offer pauses.' })
  readonly pauseAtWaiting: number;

  constructor(waiting: number, pauseAtWaiting: number) {
    super({
      fr: `Candidatures en attente d’une réponse : ${waiting}, pour un plafond de ${pauseAtWaiting} : répondez-y, ou relevez le plafond.`,
      en: `Applications that wait for an answer: ${waiting}, of ${pauseAtWaiting} allowed. Answer some, or allow more.`,
    });
    this.waiting = waiting;
    this.pauseAtWaiting = pauseAtWaiting;
  }
}
