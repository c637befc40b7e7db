import { Injectable } from '@nestjs/common';
import type { Hit } from '../indexing/search-engine.js';
import type { Offer } from '../offers/offer.entity.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { markedText, markedWords, snippet, writtenWords } from './matched-words.js';

/** Why an offer was found, as the client reads it; worked out when it is asked for. */
export interface ShownWords {
  readonly matchedWords: string[];
  readonly snippet: string;
  readonly highlightedTitle: string;
}

/** The engine tells which words matched, in their normal form; here they are found again in what people read. */
@Injectable()
export class FoundWords {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly gazetteer: Gazetteer,
  ) {}

  of(offer: Offer, hit: Hit): ShownWords {
    const normal = markedWords(hit._formatted);
    const texts = (): Iterable<string> => this.texts(offer, hit);
    return {
      get matchedWords() {
        return writtenWords(normal, texts());
      },
      get snippet() {
        return snippet(offer.description, normal);
      },
      get highlightedTitle() {
        return markedText(offer.title, normal);
      },
    };
  }

  /** From what tells most to what tells least: a word is told as it is written where it stands first. */
  private *texts(offer: Offer, { companyName }: Hit): Generator<string> {
    yield offer.title;
    if (companyName) yield companyName;
    for (const { communeCode } of offer.sites) yield* this.places(communeCode);
    const skills = [...offer.requiredSkillCodes, ...offer.desiredSkillCodes];
    for (const words of this.lexicon.skillWords(skills).values()) yield* words;
    yield offer.description;
    const occupation = offer.occupationCode ?? '';
    yield* this.lexicon.occupationWords([occupation]).get(occupation) ?? [];
  }

  private *places(communeCode: string): Generator<string> {
    const commune = this.gazetteer.commune(communeCode);
    if (!commune) return;
    yield commune.name;
    yield* commune.postalCodes;
    yield this.gazetteer.department(commune.departmentCode)?.name ?? '';
    yield this.gazetteer.region(commune.regionCode)?.name ?? '';
  }
}
