import type { CriterionName } from '../scoring/score-facts.js';
import type { Lift } from './compare-causes.js';
import type { ListChange } from './compare-lists.js';

export interface CandidateChange extends ListChange {
  candidateId: string;
  /** The criteria that made the difference, the greatest first. */
  lifts: Lift[];
}

export interface Comparison {
  /** Lists of candidates for whom some offer passes every gate. */
  compared: number;
  /** Candidates for whom none does. */
  withoutOffers: number;
  equal: number;
  reordered: number;
  changed: number;
  /** The mean share of a list that is in both, 0 to 1. */
  meanOverlap: number;
  /** Of the offers in both lists. */
  meanMove: number;
  largestMove: number;
  /** In points, of the offers in both lists. */
  meanScoreChange: number;
  /** In how many of the lists that differ a criterion is the one that made most of the difference. */
  causes: { criterion: CriterionName; lists: number }[];
  mostChanged: Pick<CandidateChange, 'candidateId' | 'overlap' | 'entered' | 'left' | 'lifts'>[];
}

const shown = 10;

/** Adds up lists one by one, keeping only the ten most changed of them. */
export class Tally {
  private readonly counts = { EQUAL: 0, REORDERED: 0, CHANGED: 0 };
  private readonly causes = new Map<CriterionName, number>();
  private withoutOffers = 0;
  private overlap = 0;
  private stayed = 0;
  private moves = 0;
  private largestMove = 0;
  private tenths = 0;
  private most: CandidateChange[] = [];

  add(change: CandidateChange): void {
    if (change.stayed.length + change.entered.length + change.left.length === 0) {
      this.withoutOffers += 1;
      return;
    }
    this.counts[change.kind] += 1;
    this.overlap += change.overlap;
    this.stayed += change.stayed.length;
    for (const { places, tenths } of change.stayed) {
      this.moves += Math.abs(places);
      this.largestMove = Math.max(this.largestMove, Math.abs(places));
      this.tenths += tenths;
    }
    const [cause] = change.lifts;
    if (cause) this.causes.set(cause.criterion, (this.causes.get(cause.criterion) ?? 0) + 1);
    if (change.kind !== 'EQUAL') this.most = [...this.most, change].sort(mostChangedFirst).slice(0, shown);
  }

  report(): Comparison {
    const { EQUAL: equal, REORDERED: reordered, CHANGED: changed } = this.counts;
    const compared = equal + reordered + changed;
    return {
      compared,
      withoutOffers: this.withoutOffers,
      equal,
      reordered,
      changed,
      meanOverlap: compared > 0 ? this.overlap / compared : 1,
      meanMove: this.stayed > 0 ? this.moves / this.stayed : 0,
      largestMove: this.largestMove,
      meanScoreChange: this.stayed > 0 ? this.tenths / 10 / this.stayed : 0,
      causes: [...this.causes]
        .map(([criterion, lists]) => ({ criterion, lists }))
        .sort((one, other) => other.lists - one.lists || (one.criterion < other.criterion ? -1 : 1)),
      mostChanged: this.most.map(({ candidateId, overlap, entered, left, lifts }) => ({
        candidateId,
        overlap,
        entered,
        left,
        lifts,
      })),
    };
  }
}

const movedIn = ({ stayed }: ListChange): number => stayed.reduce((sum, { places }) => sum + Math.abs(places), 0);

const mostChangedFirst = (one: CandidateChange, other: CandidateChange): number =>
  one.overlap - other.overlap ||
  movedIn(other) - movedIn(one) ||
  (one.candidateId < other.candidateId ? -1 : one.candidateId > other.candidateId ? 1 : 0);
