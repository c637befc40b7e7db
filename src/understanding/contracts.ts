import type { ContractType } from '../offers/offer-words.js';
import { type Mention, spanAround } from './mention.js';
import { countWords, Phrases, type SaidWord } from './said-words.js';

const workStudy: readonly ContractType[] = ['APPRENTICESHIP', 'PROFESSIONALISATION'];

/** How candidates write contracts. "VTE" is true of every offer, so it says nothing. */
const contractPhrases = new Phrases<readonly ContractType[]>(
  new Map<string, readonly ContractType[]>([
    ['cdi', ['CDI']],
    ['contrat a duree indeterminee', ['CDI']],
    ['duree indeterminee', ['CDI']],
    ['cdd', ['CDD']],
    ['contrat a duree determinee', ['CDD']],
    ['duree determinee', ['CDD']],
    ['alternance', workStudy],
    ['alternances', workStudy],
    ['alternant', workStudy],
    ['alternante', workStudy],
    ['alternant e', workStudy],
    ['alternants', workStudy],
    ['alternantes', workStudy],
    ['apprentissage', ['APPRENTICESHIP']],
    ['contrat d apprentissage', ['APPRENTICESHIP']],
    ['apprenti', ['APPRENTICESHIP']],
    ['apprentie', ['APPRENTICESHIP']],
    ['apprenti e', ['APPRENTICESHIP']],
    ['apprentis', ['APPRENTICESHIP']],
    ['contrat pro', ['PROFESSIONALISATION']],
    ['contrat de pro', ['PROFESSIONALISATION']],
    ['contrat professionnalisation', ['PROFESSIONALISATION']],
    ['contrat de professionnalisation', ['PROFESSIONALISATION']],
    ['professionnalisation', ['PROFESSIONALISATION']],
  ]),
);

const before = Phrases.of(
  ['en', 'en contrat', 'contrat', 'contrats', 'contrat en', 'contrat de', 'contrat d', 'sous contrat', 'de', 'd', 'un']
    .concat(['poste en', 'en poste', 'un contrat en', 'un contrat', 'par', 'pour un', 'type de contrat'])
    .concat(['embauche en', 'par la voie de l', 'formation en', 'en formation']),
);

/** What a machine does, not an apprentice: "apprentissage automatique". */
const machines = Phrases.of(['automatique', 'profond', 'supervise', 'statistique', 'par renforcement']);

export function contractMentions(words: readonly SaidWord[]): Mention[] {
  return words.flatMap((_, from): Mention[] => {
    const phrase = contractPhrases.at(words, from);
    if (phrase === '') return [];
    const until = from + countWords(phrase);
    const around = spanAround(words, { from, until }, before);
    if (!around || (phrase === 'apprentissage' && machines.at(words, until) !== '')) return [];
    return [{ kind: 'CONTRACT', from, until, around, contractTypes: contractPhrases.get(phrase)! }];
  });
}
