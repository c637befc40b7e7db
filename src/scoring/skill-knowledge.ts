import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import type { Text } from '../common/text.js';
import { ReferenceFollower } from '../territories/reference-follower.js';
import { type Knowledge, nothingKnown, readKnowledge } from './closeness-knowledge.js';
import type { Close } from './occupation-closeness.js';

const ordinary = 100;
const none: ReadonlyMap<string, number> = new Map();

/**
 * How rare skills are, how close to each other, and how close occupations are, in memory and as the database has it. All
 * come from the reference data alone, so that the two sides of a match always weigh alike.
 */
@Injectable()
export class SkillKnowledge implements OnModuleInit {
  private readonly logger = new Logger(SkillKnowledge.name);
  private readonly follower: ReferenceFollower;
  private knowledge: Knowledge = nothingKnown();

  constructor(
    @InjectDataSource() db: DataSource,
    private readonly announcements: Announcements,
  ) {
    this.follower = new ReferenceFollower(db, async (tx) => {
      this.knowledge = await readKnowledge(tx);
    });
  }

  onModuleInit(): Promise<void> {
    return this.follower.start(this.announcements, (error) => {
      this.logger.error('what is known of skills could not be read again; the earlier knowledge stays', error);
    });
  }

  /** Once it is done, nothing older is answered than what was committed when it was called. */
  refresh(): Promise<void> {
    return this.follower.refresh();
  }

  /** Another object after each reading: what was worked out from this knowledge holds as long as it is the same. */
  get edition(): object {
    return this.knowledge;
  }

  /** From 50, called for everywhere, to 150, called for by one occupation; 100 for a skill nothing is known of. */
  readonly rarity = (code: string): number => this.knowledge.rarity.get(code) ?? ordinary;

  /** How much of `asked` who has `has` covers, 0 to 100. A skill is not told to be close to itself. */
  readonly closeness = (asked: string, has: string): number => this.knowledge.closeness.get(asked)?.get(has) ?? 0;

  /** The skills of which who has this one covers a part; not the skill itself. */
  readonly closeTo = (has: string): readonly Close[] => this.knowledge.closeTo.get(has) ?? [];

  /** The skills that cover a part of one asked for, with their closeness; the other way round than `closeTo`. */
  readonly near = (asked: string): ReadonlyMap<string, number> => this.knowledge.closeness.get(asked) ?? none;

  /** Why the two are close; null when they are not. */
  readonly reason = (asked: string, has: string): Text | null => this.knowledge.reasons.get(asked)?.get(has) ?? null;

  /** How close an occupation wished for is to the one of the offer, 0 to 10000; the same both ways. */
  readonly occupations = (asked: string, has: string): number => this.knowledge.occupations.between(asked, has);

  /** The occupations close to one wished for; not the one itself. */
  readonly closeOccupations = (wished: string): readonly Close[] => this.knowledge.occupations.closeTo(wished);
}
