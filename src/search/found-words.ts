import { Injectable } from '@nestjs/common';
import type { Hit } from '../indexing/search-engine.js';
import { occupationTitles } from '../indexing/occupation-titles.js';
import type { Offer } from '../offers/offer.entity.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { markedText, markedWords, Matched, snippet, writtenWords } from './matched-words.js';

/** The engine tells which words matched, in their normal form; here they are found again in what people read. */
@Injectable()
export class FoundWords {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly gazetteer: Gazetteer,
  ) {}

  of(offer: Offer, hit: Hit): FoundOffer {
    return new FoundOffer(offer, new Matched(markedWords(hit._formatted)), () => this.texts(offer, hit));
  }

  /** From what tells most to what tells least: a word is told as it is written where it stands first. */
  private *texts(offer: Offer, { companyName }: Hit): Generator<string> {
    yield offer.title;
    if (companyName) yield companyName;
    for (const { communeCode } of offer.sites) yield* this.places(communeCode);
    const skills = [...offer.requiredSkillCodes, ...offer.desiredSkillCodes];
    for (const words of this.lexicon.skillWords(skills).values()) yield* words;
    yield offer.description;
    yield* occupationTitles(this.lexicon, offer);
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

/** An offer found; why is worked out when it is asked for. */
export class FoundOffer {
  constructor(
    readonly node: Offer,
    private readonly matched: Matched,
    private readonly texts: () => Iterable<string>,
  ) {}

  get matchedWords(): string[] {
    return writtenWords(this.matched, this.texts());
  }

  get snippet(): string {
    return snippet(this.node.description, this.matched);
  }

  get highlightedTitle(): string {
    return markedText(this.node.title, this.matched);
  }
}
