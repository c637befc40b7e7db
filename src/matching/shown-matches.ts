import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Audience } from '../matchlog/match-log.entity.js';
import { MatchLog } from '../matchlog/match-log.js';
import type { Scored } from '../scoring/score-facts.js';
import { MatchWords } from './match-words.js';

/** Who is shown something, and on whose side they stand. */
export interface Onlooker {
  accountId: string;
  shownTo: Audience;
}

interface Pair {
  offerId: string;
  candidateId: string;
  scored: Scored;
}

/** Notes what is about to be answered. Previews come by nobody's account and are never noted. */
@Injectable()
export class ShownMatches {
  constructor(
    private readonly log: MatchLog,
    private readonly words: MatchWords,
    private readonly clock: Clock,
  ) {}

  note({ accountId, shownTo }: Onlooker, pairs: readonly Pair[]): void {
    const [at, { names }] = [this.clock.now(), this.words];
    this.log.note(pairs.map((pair) => ({ accountId, shownTo, names, at, ...pair })));
  }
}
