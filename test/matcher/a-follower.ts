import { DataSource } from 'typeorm';
import { Announcements } from '../../src/common/announcements.js';
import { silent } from '../../src/common/progress.js';
import { Follower } from '../../src/matcher/follower.js';
import type { MatcherMemory } from '../../src/matcher/matcher-memory.js';
import { SkillKnowledge } from '../../src/scoring/skill-knowledge.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';

/** A follower with what it needs, as the thread of the matcher makes it, but driven by the test. */
export class AFollower {
  private constructor(
    readonly db: DataSource,
    readonly gazetteer: Gazetteer,
    readonly knowledge: SkillKnowledge,
    private readonly follower: Follower,
    private readonly announcements: Announcements,
  ) {}

  static async of(url: string): Promise<AFollower> {
    const db = await new DataSource({ type: 'postgres', url, poolSize: 2 }).initialize();
    const announcements = new Announcements(db);
    const gazetteer = new Gazetteer(db, announcements);
    const knowledge = new SkillKnowledge(db, announcements);
    await Promise.all([gazetteer.onModuleInit(), knowledge.onModuleInit()]);
    return new AFollower(db, gazetteer, knowledge, new Follower(db, gazetteer, knowledge), announcements);
  }

  get memory(): MatcherMemory {
    return this.follower.memory;
  }

  async refresh(progress = silent): Promise<MatcherMemory> {
    await this.follower.refresh(progress);
    return this.memory;
  }

  holdsOffer(id: string): boolean {
    return this.memory.offers.ids.slotOf(id) >= 0;
  }

  async stop(): Promise<void> {
    await this.announcements.beforeApplicationShutdown();
    await this.db.destroy();
  }
}
