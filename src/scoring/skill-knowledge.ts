import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { referenceChannel } from '../territories/reference-load.js';

/** A skill that more than this share of the occupations call for says nothing about closeness: a spreadsheet, a project. */
const commonShare = 0.12;
const fewestCommon = 2;

/**
 * Chosen by reading the neighbours of sixty skills of the seed and of the ROME: from here on they are those a recruiter
 * would accept (AMDEC and 8D, SolidWorks and CATIA, GMAO and preventive maintenance), about seven a skill.
 */
const closeFrom = 0.3;

interface Known {
  occupations: ReadonlySet<string>;
  /** The field of work it belongs to (quality, maintenance…), as far as the reference data say. */
  domain: string | null;
}

/**
 * How rare skills are and how close to each other, read from the occupations that call for them. Both come from the
 * reference data alone, so that the two sides of a match always weigh alike.
 */
@Injectable()
export class SkillKnowledge implements OnModuleInit {
  private readonly logger = new Logger(SkillKnowledge.name);
  private skills: ReadonlyMap<string, Known> = new Map();
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
    const rows = await this.db.query<{ code: string; domain: string | null; occupations: string[] }[]>(
      `SELECT code, domain, array_agg(occupation_code) AS occupations FROM occupation_skill
       JOIN skill ON code = skill_code WHERE kind IN ('KNOW_HOW', 'KNOWLEDGE') GROUP BY code`,
    );
    const [{ count }] = await this.db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM occupation');
    this.occupationCount = Math.max(1, count);
    this.skills = new Map(
      rows.map(({ code, domain, occupations }) => [code, { domain, occupations: new Set(occupations) }]),
    );
  }

  /**
   * From 0.5, called for everywhere, to 1.5, called for by one occupation; 1 for a skill that the reference data do not
   * know.
   */
  readonly rarity = (code: string): number => {
    const known = this.skills.get(code)?.occupations.size;
    if (known === undefined || this.occupationCount === 1) return 1;
    return 0.5 + Math.log(this.occupationCount / known) / Math.log(this.occupationCount);
  };

  /**
   * The share of occupations that two skills have in common (cosine), less when it rests on few of them. One domain
   * counts as one more occupation that calls for both, but alone makes nothing close; common skills are close to none.
   */
  readonly closeness = (asked: string, has: string): number => {
    const [one, other] = [this.skills.get(asked), this.skills.get(has)];
    if (!one || !other || this.isCommon(one) || this.isCommon(other)) return 0;
    let shared = 0;
    for (const occupation of one.occupations) if (other.occupations.has(occupation)) shared += 1;
    if (shared === 0) return 0;
    if (one.domain !== null && one.domain === other.domain) shared += 1;
    const closeness = (shared / Math.sqrt(placesOf(one) * placesOf(other))) * (shared / (shared + 1));
    return closeness < closeFrom ? 0 : Math.round(closeness * 100) / 100;
  };

  private isCommon({ occupations }: Known): boolean {
    return occupations.size > Math.max(fewestCommon, this.occupationCount * commonShare);
  }
}

const placesOf = ({ occupations, domain }: Known): number => occupations.size + (domain === null ? 0 : 1);
