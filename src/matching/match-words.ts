import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import type { Text } from '../common/text.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { explain, explainUnscored, type Names } from '../scoring/explain.js';
import type { MatchPartType } from './match.type.js';
import type { Part, Scored } from '../scoring/score-facts.js';

/** Puts a score into words, with the names of what its codes stand for. */
@Injectable()
export class MatchWords {
  constructor(
    private readonly skills: SkillsLoader,
    private readonly occupations: OccupationsLoader,
    private readonly gazetteer: Gazetteer,
  ) {}

  async parts(scored: Scored, context: RequestContext): Promise<MatchPartType[]> {
    const names = await this.names(scored.parts, context);
    return scored.parts.map((part) => ({
      criterion: part.criterion,
      points: part.points,
      pointsPossible: part.pointsPossible,
      explanation: explain(part, names)[context.language],
    }));
  }

  unscored(scored: Scored, { language }: RequestContext): string | null {
    return explainUnscored(scored)?.[language] ?? null;
  }

  private async names(parts: Part[], context: RequestContext): Promise<Names> {
    const skillCodes = parts.flatMap((part) =>
      part.criterion === 'SKILLS'
        ? [
            ...part.facts.missing,
            ...part.facts.notions,
            ...part.facts.related.flatMap(({ asked, has }) => [asked, has]),
          ]
        : [],
    );
    const occupationCodes = parts.flatMap((part) => (part.criterion === 'OCCUPATION' ? [part.facts.code] : []));
    const [skills, occupations] = await Promise.all([
      Promise.all(skillCodes.map((code) => this.skills.load(context, code))),
      Promise.all(occupationCodes.map((code) => this.occupations.load(context, code))),
    ]);
    const skillTexts = new Map(skills.map((skill) => [skill.code, textOf(skill)]));
    const occupationTexts = new Map(occupations.map((occupation) => [occupation.code, textOf(occupation)]));
    return {
      skill: (code) => skillTexts.get(code)!,
      occupation: (code) => occupationTexts.get(code)!,
      commune: (code) => this.gazetteer.commune(code)?.name ?? code,
    };
  }
}

const textOf = ({ labelFr, labelEn }: { labelFr: string; labelEn: string | null }): Text => ({
  fr: labelFr,
  en: labelEn ?? labelFr,
});
