import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { referenceChannel } from '../territories/reference-load.js';

/** A skill that more than this share of the occupations call for says nothing about closeness: a language, a spreadsheet. */
const commonShare = 0.12;
const fewestShared = 2;
const closeFrom = 0.4;

/**
 * How rare skills are and how close to each other, read from the occupations that call for them. Both come from the
 * reference data alone, so that the two sides of a match always weigh alike.
 */
@Injectable()
export class SkillKnowledge implements OnModuleInit {
  private readonly logger = new Logger(SkillKnowledge.name);
  private occupationsOf = new Map<string, Set<string>>();
  private occupationCount = 1;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly announcements: Announcements,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.announcements.listen(referenceChannel, () => {
      this.reload().catch((error: unknown) => {
        this.logger.error('what is known of skills could not be read again; the earlier knowledge stays', error);
      });
    });
    await this.reload();
  }

  async reload(): Promise<void> {
    const rows = await this.db.query<{ skill: string; occupations: string[] }[]>(
      `SELECT skill_code AS skill, array_agg(occupation_code) AS occupations FROM occupation_skill
       JOIN skill ON code = skill_code WHERE kind IN ('KNOW_HOW', 'KNOWLEDGE') GROUP BY skill_code`,
    );
    const [{ count }] = await this.db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM occupation');
    this.occupationCount = Math.max(1, count);
    this.occupationsOf = new Map(rows.map(({ skill, occupations }) => [skill, new Set(occupations)]));
  }

  /**
   * From 0.5, called for everywhere, to 1.5, called for by one occupation; 1 for a skill that the reference data do not
   * know.
   */
  readonly rarity = (code: string): number => {
    const known = this.occupationsOf.get(code)?.size;
    if (known === undefined || this.occupationCount === 1) return 1;
    return 0.5 + Math.log(this.occupationCount / known) / Math.log(this.occupationCount);
  };

  /**
   * The share of occupations that two skills have in common (cosine), 0 under 0.4 or when fewer than two occupations call
   * for both; common skills are close to none.
   */
  readonly closeness = (asked: string, has: string): number => {
    const [one, other] = [this.occupationsOf.get(asked), this.occupationsOf.get(has)];
    if (!one || !other || this.isCommon(one) || this.isCommon(other)) return 0;
    const shared = [...one].filter((occupation) => other.has(occupation)).length;
    const closeness = shared < fewestShared ? 0 : shared / Math.sqrt(one.size * other.size);
    return closeness < closeFrom ? 0 : Math.round(closeness * 100) / 100;
  };

  private isCommon(occupations: Set<string>): boolean {
    return occupations.size > Math.max(fewestShared, this.occupationCount * commonShare);
  }
}
