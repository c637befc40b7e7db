import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { type ContractType, contractTypeLabels } from '../offers/offer-words.js';
import { Lexicon } from '../skills/lexicon.js';
import { type StudyLevel, studyLevelLabels, studyRank } from '../skills/study-level.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Place } from '../territories/place.js';
import type { ConceptKind } from '../understanding/concept-kind.js';
import { contractMentions } from './contracts.js';
import { levelMentions } from './levels.js';
import type { Mention } from './mention.js';
import { numberMentions } from './numbers.js';
import { PlaceNames } from './place-names.js';
import { PlaceReader } from './places.js';
import { restOf } from './rest.js';
import { readPlaces } from './union.js';
import { lengthOf, overlap, saidWords, type SaidWord, wordsIn } from './said-words.js';

/** Something of this platform that the words of a search name. */
export interface RecognisedConcept {
  kind: ConceptKind;
  code: string;
  label: Text;
  /** The words it was recognised in, folded. */
  words: string;
  /** Whether it acts as a filter; skills and occupations only inform. */
  applied: boolean;
}

export interface Understanding {
  /** In the order of their words. */
  concepts: RecognisedConcept[];
  /** What is left of the words without those of the applied concepts and what led to them ("à", "niveau"), as written. */
  rest: string;
  /** A union; a commune alone has no radius. */
  places: Place[];
  contractTypes: ContractType[];
  /** The highest of those named. */
  studyLevel: StudyLevel | null;
}

/** Says which things of this platform the words of a search name. */
@Injectable()
export class Understood {
  private names: { from: object; on: string; book: PlaceNames } | null = null;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** The longest names first, whatever they name: in "scrum master" no diploma, in "Cap-d’Ail" none either. */
  read(said: string): Understanding {
    const words = saidWords(said);
    const recognised = this.lexicon.recognise(wordsIn(words, { from: 0, until: words.length }));
    const book = this.placeNames();
    const possible = [
      ...[...contractMentions(words), ...levelMentions(words)].filter(
        (mention) => !recognised.some((one) => overlap(one, mention) && lengthOf(one) > lengthOf(mention)),
      ),
      ...numberMentions(said, words, book, (code) => this.gazetteer.department(code)).filter(
        (mention) => !recognised.some((one) => overlap(one, mention)),
      ),
      ...new PlaceReader(words, recognised, book, this.lexicon).mentions(),
    ];
    const mentions = longestFirst(possible);
    const { concepts, places } = readPlaces(
      mentions.filter((mention) => mention.kind === 'PLACE'),
      words,
    );
    const informing = recognised
      .filter((one) => !mentions.some((mention) => overlap(one, mention)))
      .map(({ from, kind, code, label, words }) => ({
        from,
        concepts: [{ kind, code, label, words, applied: false }],
      }));
    const applied = mentions.map((mention) => ({
      from: mention.from,
      concepts: concepts.get(mention) ?? closedConcepts(mention, words),
    }));
    const inOrder = [...informing, ...applied].sort((one, other) => one.from - other.from);
    return {
      concepts: once(inOrder.flatMap(({ concepts }) => concepts)),
      rest: restOf(said, words, mentions),
      places,
      contractTypes: [...new Set(mentions.flatMap((one) => (one.kind === 'CONTRACT' ? one.contractTypes : [])))],
      studyLevel: highest(mentions.flatMap((one) => (one.kind === 'LEVEL' ? one.level : []))),
    };
  }

  private placeNames(): PlaceNames {
    const [from, on] = [this.gazetteer.edition, this.clock.today()];
    if (this.names?.from !== from || this.names.on !== on) {
      this.names = { from, on, book: new PlaceNames(this.gazetteer, on) };
    }
    return this.names.book;
  }
}

/** Those that do not overlap a longer one, nor are what leads to another: in "ville de Lyon" there is no Villé. */
function longestFirst(possible: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of [...possible].sort((one, other) => lengthOf(other) - lengthOf(one))) {
    if (!kept.some((one) => overlap(one, mention))) kept.push(mention);
  }
  return kept
    .filter((one) => !kept.some((other) => other !== one && other.firm && overlap(one, other.around)))
    .sort((one, other) => one.from - other.from);
}

function closedConcepts(mention: Mention, words: readonly SaidWord[]): RecognisedConcept[] {
  const said = { words: wordsIn(words, mention), applied: true };
  if (mention.kind === 'LEVEL') {
    return [{ kind: 'STUDY_LEVEL', code: mention.level, label: studyLevelLabels[mention.level], ...said }];
  }
  return mention.kind === 'CONTRACT'
    ? mention.contractTypes.map((code) => ({ kind: 'CONTRACT_TYPE', code, label: contractTypeLabels[code], ...said }))
    : [];
}

const once = (concepts: readonly RecognisedConcept[]): RecognisedConcept[] =>
  [
    ...new Map([...concepts].reverse().map((concept) => [`${concept.kind} ${concept.code}`, concept])).values(),
  ].reverse();

const highest = (levels: readonly StudyLevel[]): StudyLevel | null =>
  levels.reduce<StudyLevel | null>(
    (best, level) => (best === null || studyRank(level) > studyRank(best) ? level : best),
    null,
  );
