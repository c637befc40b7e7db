import { ObjectType } from '@nestjs/graphql';
import { Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';

@ObjectType('CompanySuspended', {
  implements: () => Refusal,
  description:
    'Administrators suspended the company: until that ends it can decline applications and call interviews off, both without ' +
    'words of its own, and do nothing else that reaches candidates. Its members got a letter that says why, with a link to ' +
    'contest it. Nothing was changed.',
})
export class CompanySuspended extends Refusal {
  constructor(text: Text = toMembers) {
    super(text);
  }
}

const toMembers: Text = {
  fr: 'Votre entreprise est suspendue\u00a0: tant que cela dure, elle peut seulement refuser des candidatures et annuler des entretiens, sans texte personnel. Ses membres ont reçu un message qui en donne le motif, avec un lien pour contester la suspension.',
  en: 'Your company is suspended: as long as that lasts it can only decline applications and call interviews off, without words of its own. Its members got a message that says why, with a link to contest the suspension.',
};
