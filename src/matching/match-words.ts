import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { same } from '../common/text.js';
import type { Advice } from '../scoring/advice.js';
import { explainAdvice } from '../scoring/explain-advice.js';
import { explainDiscreetly } from '../scoring/explain-discreet.js';
import { explain, explainUnscored, explainUnscoredOffers, type Names } from '../scoring/explain.js';
import type { Scored } from '../scoring/score-facts.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { ExplainedMatch } from './explained-match.js';
import type { MatchPartType } from './match.type.js';

/** Puts a score into words. The names of what its codes stand for are in memory: no database is asked. */
@Injectable()
export class MatchWords {
  /** What codes are called today; a code that nothing is known of is called by itself. */
  readonly names: Names = {
    skill: (code) => this.lexicon.labelOf('SKILL', code) ?? same(code),
    occupation: (code) => this.lexicon.labelOf('OCCUPATION', code) ?? same(code),
    commune: (code) => this.gazetteer.commune(code)?.name ?? code,
  };

  constructor(
    private readonly lexicon: Lexicon,
    private readonly gazetteer: Gazetteer,
  ) {}

  parts({ parts, names = this.names, discreet }: ExplainedMatch, { language }: RequestContext): MatchPartType[] {
    const told = discreet ? explainDiscreetly : explain;
    return parts.map((part) => ({
      criterion: part.criterion,
      points: part.points,
      pointsPossible: part.pointsPossible,
      explanation: told(part, names)[language],
    }));
  }

  advice(advice: Advice, { language }: RequestContext): string {
    return explainAdvice(advice, this.names.skill)[language];
  }

  unscored(scored: Pick<Scored, 'unscoredBecause'>, { language }: RequestContext): string | null {
    return explainUnscored(scored)?.[language] ?? null;
  }

  unscoredOffers(nearestFirst: boolean, { language }: RequestContext): string {
    return explainUnscoredOffers(nearestFirst)[language];
  }
}
