import type { Text } from '../common/text.js';
import type { Change } from './insights.repository.js';

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

/** In French 0 is singular. */
export function changeSentence(change: Change, current: number, previous: number): Text {
  const { fr, en } = nouns[change];
  const more = current - previous;
  const than: Text =
    more === 0
      ? { fr: 'autant qu’à la même date du mois dernier', en: 'as many as by the same day of last month' }
      : {
          fr: `${Math.abs(more)} de ${more > 0 ? 'plus' : 'moins'} qu’à la même date du mois dernier`,
          en: `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than by the same day of last month`,
        };
  return {
    fr: `${current} ${fr[current > 1 ? 1 : 0]} depuis le début du mois, ${than.fr}.`,
    en: `${current} ${en[current === 1 ? 0 : 1]} since the month began, ${than.en}.`,
  };
}
