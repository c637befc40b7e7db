import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../common/refusal.js';

/** Offers that one candidate may keep. */
export const mostFavourites = 200;

@ObjectType('TooManyFavourites', {
  implements: () => Refusal,
  description: 'The candidate keeps as many offers as is allowed; nothing was kept. Those that ended count too.',
})
export class TooManyFavourites extends Refusal {
  @Field(() => Int, { description: 'How many may be kept.' })
  readonly most = mostFavourites;

  constructor() {
    super({
      fr: `Vous gardez déjà ${mostFavourites} offres en favoris, le maximum : retirez celles qui ne vous servent plus.`,
      en: `You already keep ${mostFavourites} offers, which is the most: remove those you do not need any more.`,
    });
  }
}
