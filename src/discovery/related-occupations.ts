import { Injectable } from '@nestjs/common';
import { SkillWords } from '../skills/skill-words.js';
import { Gazetteer } from '../territories/gazetteer.js';

/** Occupations close to another one, nearest first; read once as long as the reference data stay the same. */
@Injectable()
export class RelatedOccupations {
  private known = new Map<string, Promise<string[]>>();
  private edition: object | null = null;

  constructor(
    private readonly skillWords: SkillWords,
    private readonly gazetteer: Gazetteer,
  ) {}

  of(code: string): Promise<string[]> {
    if (this.edition !== this.gazetteer.edition) this.known = new Map();
    this.edition = this.gazetteer.edition;
    const { known } = this;
    const related = known.get(code) ?? this.skillWords.relatedOccupations(code);
    // An unknown code that a client made up is not kept, nor is a failure.
    related.then(
      (codes) => codes.length > 0 && known.set(code, related),
      () => undefined,
    );
    return related;
  }
}
