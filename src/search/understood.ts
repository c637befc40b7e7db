import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { fold } from '../common/fold.js';
import type { Language } from '../common/text.js';
import { type ContractType, contractTypeLabels } from '../offers/offer-words.js';
import { Lexicon } from '../skills/lexicon.js';
import { type StudyLevel, studyLevelLabels } from '../skills/study-level.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import type { Concept } from './offer-search.type.js';

/** How candidates write contracts and levels; a word may stand for two contracts. */
const contractWords: Record<string, readonly ContractType[]> = {
  cdi: ['CDI'],
  cdd: ['CDD'],
  alternance: ['APPRENTICESHIP', 'PROFESSIONALISATION'],
  alternant: ['APPRENTICESHIP', 'PROFESSIONALISATION'],
  alternante: ['APPRENTICESHIP', 'PROFESSIONALISATION'],
  apprentissage: ['APPRENTICESHIP'],
  apprenti: ['APPRENTICESHIP'],
  apprentie: ['APPRENTICESHIP'],
  'contrat pro': ['PROFESSIONALISATION'],
  professionnalisation: ['PROFESSIONALISATION'],
};

const levelWords: Record<string, StudyLevel> = {
  'bac+2': 'BAC_2',
  'bac +2': 'BAC_2',
  'bac + 2': 'BAC_2',
  bts: 'BAC_2',
  dut: 'BAC_2',
  'bac+3': 'BAC_3',
  'bac +3': 'BAC_3',
  'bac + 3': 'BAC_3',
  licence: 'BAC_3',
  but: 'BAC_3',
  'bac+5': 'BAC_5',
  'bac +5': 'BAC_5',
  'bac + 5': 'BAC_5',
  master: 'BAC_5',
  doctorat: 'DOCTORATE',
};

const longestPlace = 6;

/** Says which things of this platform the words of a search name. It informs: it neither finds nor hides offers. */
@Injectable()
export class Understood {
  private readonly foldedNames = new Map<string, string>();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  in(words: string, language: Language): Promise<Concept[]> {
    return Promise.resolve(this.conceptsIn(words, language));
  }

  private conceptsIn(words: string, language: Language): Concept[] {
    const folded = fold(words);
    if (folded === '') return [];
    const skills = this.lexicon
      .recognise(folded)
      .map(({ kind, code, label, words }) => ({ kind, code, label: label[language], words }));
    const taken = new Set(skills.flatMap(({ words }) => words.split(' ')));
    return [...skills, ...closedWords(folded, language), ...this.places(folded, taken)];
  }

  /**
   * The longest names first; among communes of one name, the most populated. Words that name a job or a skill name no
   * place: there are communes called Chargé and Contes.
   */
  private places(folded: string, taken: ReadonlySet<string>): Concept[] {
    const words = folded.split(' ');
    const found: Concept[] = [];
    for (let from = 0; from < words.length;) {
      const [name] = namesFrom(words, from).flatMap(({ words: said, length }) => {
        const concepts = said.split(' ').every((word) => taken.has(word)) ? [] : this.named(said);
        return concepts.length > 0 ? { concepts, length } : [];
      });
      if (name) found.push(...name.concepts);
      from += name?.length ?? 1;
    }
    return found;
  }

  private named(words: string): Concept[] {
    if (words.length < 3) return [];
    const concept = (kind: Concept['kind'], code: string, label: string): Concept => ({ kind, code, label, words });
    const called = ({ name }: { name: string }): boolean => this.folded(name) === words;
    const [commune] = this.gazetteer.communesStartingWith(words, 1);
    const generation = generationOn(this.clock.today());
    return [
      ...(commune?.foldedName === words ? [concept('COMMUNE', commune.code, commune.name)] : []),
      ...this.gazetteer
        .departments()
        .filter(called)
        .map(({ code, name }) => concept('DEPARTMENT', code, name)),
      ...this.gazetteer
        .regions()
        .filter(called)
        .map(({ code, name }) => concept('REGION', code, name)),
      ...(generation ? this.gazetteer.territoriesOfGeneration(generation) : [])
        .filter(called)
        .map(({ id, name }) => concept('TERRITORY', id, name)),
    ];
  }

  /** Each of the few hundred names is folded once: a query of fifty words looks at all of them hundreds of times. */
  private folded(name: string): string {
    const known = this.foldedNames.get(name) ?? fold(name);
    this.foldedNames.set(name, known);
    return known;
  }
}

/** What may be a name from this word on, the longest first. */
const namesFrom = (words: string[], from: number): { words: string; length: number }[] => {
  const most = Math.min(longestPlace, words.length - from);
  return Array.from({ length: most }, (_, index) => most - index).map((length) => ({
    words: words.slice(from, from + length).join(' '),
    length,
  }));
};

function closedWords(folded: string, language: Language): Concept[] {
  const said = (words: string): boolean => ` ${folded} `.includes(` ${words} `);
  const contracts = Object.entries(contractWords).flatMap(([words, codes]) =>
    said(words)
      ? codes.map((code): Concept => ({
          kind: 'CONTRACT_TYPE',
          code,
          label: contractTypeLabels[code][language],
          words,
        }))
      : [],
  );
  const levels = Object.entries(levelWords).flatMap(([words, code]) =>
    said(words) ? [{ kind: 'STUDY_LEVEL' as const, code, label: studyLevelLabels[code][language], words }] : [],
  );
  return [...contracts, ...levels];
}
