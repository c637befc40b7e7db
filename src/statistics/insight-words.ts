import type { Text } from '../common/text.js';
import type { Change } from './insights.repository.js';
import { fewestTold, isTold } from './safe-split.js';

const nouns: Record<Change, { fr: [one: string, many: string]; en: [one: string, many: string] }> = {
  OFFERS_OPENED: {
    fr: ['offre mise en ligne', 'offres mises en ligne'],
    en: ['offer went online', 'offers went online'],
  },
  OFFERS_ENDED: { fr: ['offre terminée', 'offres terminées'], en: ['offer ended', 'offers ended'] },
  OFFERS_FILLED: { fr: ['offre pourvue', 'offres pourvues'], en: ['offer was filled', 'offers were filled'] },
  APPLICATIONS: { fr: ['candidature', 'candidatures'], en: ['application', 'applications'] },
  ANSWERS: { fr: ['réponse donnée', 'réponses données'], en: ['answer', 'answers'] },
  HIRES: { fr: ['embauche', 'embauches'], en: ['hire', 'hires'] },
  LABELS: { fr: ['label accordé', 'labels accordés'], en: ['label granted', 'labels granted'] },
};

/** What people did is masked where it is too little; offers are public. */
const ofOffers: readonly Change[] = ['OFFERS_OPENED', 'OFFERS_ENDED', 'OFFERS_FILLED'];

export function maskedChange(
  change: Change,
  { current, previous }: Record<'current' | 'previous', number>,
): Record<'current' | 'previous', number | null> {
  const told = (count: number): number | null => (ofOffers.includes(change) || isTold(count) ? count : null);
  return { current: told(current), previous: told(previous) };
}

/** In French 0 is singular. A number that is masked is null. */
export function changeSentence(change: Change, current: number | null, previous: number | null): Text {
  const { fr, en } = nouns[change];
  const now: Text =
    current === null
      ? { fr: `Moins de ${fewestTold} ${fr[1]}`, en: `Fewer than ${fewestTold} ${en[1]}` }
      : { fr: `${current} ${fr[current > 1 ? 1 : 0]}`, en: `${current} ${en[current === 1 ? 0 : 1]}` };
  const than = current === null || previous === null ? besideMasked(current, previous) : besides(current - previous);
  return { fr: `${now.fr} depuis le début du mois, ${than.fr}.`, en: `${now.en} since the month began, ${than.en}.` };
}

function besides(more: number): Text {
  if (more === 0) {
    return { fr: 'autant qu’à la même date du mois dernier', en: 'as many as by the same day of last month' };
  }
  return {
    fr: `${Math.abs(more)} de ${more > 0 ? 'plus' : 'moins'} qu’à la même date du mois dernier`,
    en: `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than by the same day of last month`,
  };
}

function besideMasked(current: number | null, previous: number | null): Text {
  if (current === previous)
    return { fr: 'comme à la même date du mois dernier', en: 'as by the same day of last month' };
  const then: Text =
    previous === null
      ? { fr: `moins de ${fewestTold}`, en: `fewer than ${fewestTold}` }
      : { fr: String(previous), en: String(previous) };
  return {
    fr: `contre ${then.fr} à la même date du mois dernier`,
    en: `against ${then.en} by the same day of last month`,
  };
}
