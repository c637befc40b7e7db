import { ObjectType } from '@nestjs/graphql';
import { InputProblem, InvalidInput, NotAllowed, Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';

@ObjectType('NothingToReport', {
  implements: () => Refusal,
  description:
    'There is no such offer, company, invitation or message, the territory says nothing of itself, or the caller cannot see it; nothing was stored.',
})
export class NothingToReport extends Refusal {
  constructor() {
    super({
      fr: 'Ce que vous signalez n’existe pas, n’est plus en ligne ou ne peut pas être signalé.',
      en: 'What you report does not exist, is not online any more, or cannot be reported.',
    });
  }
}

@ObjectType('AlreadySuspended', {
  implements: () => Refusal,
  description: 'It is suspended already; nothing was changed.',
})
export class AlreadySuspended extends Refusal {
  constructor() {
    super({ fr: 'C’est déjà suspendu : rien n’a changé.', en: 'It is suspended already: nothing was changed.' });
  }
}

@ObjectType('NotSuspended', {
  implements: () => Refusal,
  description: 'It is not suspended; nothing was changed.',
})
export class NotSuspended extends Refusal {
  constructor() {
    super({ fr: 'Ce n’est pas suspendu : rien n’a changé.', en: 'It is not suspended: nothing was changed.' });
  }
}

@ObjectType('CaseAlreadyDecided', {
  implements: () => Refusal,
  description: 'Someone decided the case already; nothing was changed.',
})
export class CaseAlreadyDecided extends Refusal {
  constructor() {
    super({ fr: 'Ce dossier a déjà été tranché.', en: 'This case has been decided already.' });
  }
}

export const mostWords = 2_000;

/** What is wrong with words that are shown to others; `shortest` 0 for those that may be left out. */
export function wordsProblem(words: string, shortest: number): InputProblem[] {
  const length = Array.from(words).length;
  if (length >= shortest && length <= mostWords) return [];
  const text: Text =
    length > mostWords
      ? {
          fr: `Le texte compte au plus ${mostWords.toLocaleString('fr-FR')} caractères.`,
          en: `The text has at most ${mostWords.toLocaleString('en-GB')} characters.`,
        }
      : {
          fr: `Dites-le en quelques mots : ${shortest} caractères au moins.`,
          en: `Say it in a few words: ${shortest} characters at least.`,
        };
  return [new InputProblem(['words'], text)];
}

export const invalidWords = (words: string, shortest: number): InvalidInput | null => {
  const problems = wordsProblem(words, shortest);
  return problems.length > 0 ? new InvalidInput(problems) : null;
};

export const nothingThere = (): NotAllowed =>
  new NotAllowed({ fr: 'Il n’y a rien sous cet identifiant.', en: 'There is nothing by this id.' });

export const notYourself = (): NotAllowed =>
  new NotAllowed({
    fr: 'Personne ne suspend son propre compte ni ne change son propre rôle.',
    en: 'Nobody suspends their own account or changes their own role.',
  });

export const notAnAdministrator = (): NotAllowed =>
  new NotAllowed({
    fr: 'Le compte d’un administrateur ne se suspend pas et ne change pas de rôle ici : c’est à l’exploitant de le faire.',
    en: 'The account of an administrator is neither suspended nor given another role here: the operator does that.',
  });
