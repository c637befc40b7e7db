import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../common/refusal.js';
import { MatchGateType } from '../matching/gate.type.js';
import type { GateJudged } from '../scoring/explain-gates.js';

@ObjectType('OwnOffer', {
  implements: () => Refusal,
  description: 'The caller acts for the company of the offer; nothing was sent.',
})
export class OwnOffer extends Refusal {
  constructor() {
    super({
      fr: 'Vous faites partie de l’entreprise qui publie cette offre : vous ne pouvez pas y candidater.',
      en: 'You belong to the company that posted this offer: you cannot apply to it.',
    });
  }
}

@ObjectType('NotEligibleForOffer', {
  implements: () => Refusal,
  description:
    'What the profile says rules out a VTE in this position; nothing was sent. What the profile does not say rules out nothing.',
})
export class NotEligibleForOffer extends Refusal {
  @Field(() => [MatchGateType], { description: 'The conditions that are not met, each with its reason.' })
  readonly gates: GateJudged[];

  constructor(gates: GateJudged[]) {
    super({
      fr: gates.map(({ explanation }) => explanation.fr).join(' '),
      en: gates.map(({ explanation }) => explanation.en).join(' '),
    });
    this.gates = gates;
  }
}

/** Applications that one candidate may send in a civil day of metropolitan France. */
export const mostADay = 20;

@ObjectType('DailyCapReached', {
  implements: () => Refusal,
  description: `The candidate has sent ${mostADay} applications today, withdrawn ones included; nothing was sent.`,
})
export class DailyCapReached extends Refusal {
  @Field(() => Int, { description: 'How many may be sent in a day.' })
  readonly cap = mostADay;

  @Field(() => Date, { description: 'When the next can be sent: midnight in metropolitan France.' })
  readonly resetsAt: Date;

  constructor(resetsAt: Date) {
    super({
      fr: `Vous avez envoyé ${mostADay} candidatures aujourd’hui, le maximum par jour : réessayez demain.`,
      en: `You have sent ${mostADay} applications today, the most a day: try again tomorrow.`,
    });
    this.resetsAt = resetsAt;
  }
}
