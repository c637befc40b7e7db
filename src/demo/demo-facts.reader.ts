import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { DemoFacts, DemoPlace, DemoSkill, SkillsOfOccupation } from './demo-facts.js';
import { readVocabulary } from './vocabulary.js';

/** What the platform knows and the demo is made from: places, and the skills of the seed by occupation. */
@Injectable()
export class DemoFactsReader {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<DemoFacts> {
    const vocabulary = readVocabulary();
    const today = this.clock.today();
    const { skills, occupations } = await this.readSkills();
    return {
      today,
      now: this.clock.now(),
      vocabulary,
      placeOf: (communeCode) => this.placeOf(communeCode, today),
      skillsOf: (occupationCode) => occupations.get(occupationCode) ?? { core: [], other: [] },
      skill: (code) => skills.get(code),
    };
  }

  private placeOf(communeCode: string, today: string): DemoPlace {
    const commune = this.gazetteer.commune(communeCode);
    if (!commune) throw new Error(`The demo names ${communeCode}, which is no commune.`);
    const { code, name, departmentCode, regionCode } = commune;
    const territoryId = this.gazetteer.territoriesOf(code, today)[0]?.id ?? null;
    return { code, name, departmentCode, regionCode, territoryId };
  }

  /** The seed's links only, so that an import of the ROME does not change the demo. */
  private async readSkills(): Promise<{
    skills: Map<string, DemoSkill>;
    occupations: Map<string, SkillsOfOccupation>;
  }> {
    const rows = await this.db.query<(DemoSkill & { occupation: string | null; core: boolean | null })[]>(
      `SELECT code, label_fr AS label, kind, occupation_code AS occupation, core
       FROM skill LEFT JOIN occupation_skill link ON skill_code = code AND link.source = 'seed'
       WHERE domain IS NOT NULL AND retired_on IS NULL ORDER BY occupation_code, core DESC, code`,
    );
    const skills = new Map<string, DemoSkill>();
    const occupations = new Map<string, SkillsOfOccupation>();
    for (const { occupation, core, ...skill } of rows) {
      skills.set(skill.code, skill);
      if (occupation === null) continue;
      const links = occupations.get(occupation) ?? { core: [], other: [] };
      links[core ? 'core' : 'other'].push(skill);
      occupations.set(occupation, links);
    }
    return { skills, occupations };
  }
}
