import { Context, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { Skill } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { MatchPartType, MatchType, RelatedSkillType } from './match.type.js';
import { MatchWords } from './match-words.js';
import type { Related, Scored } from '../scoring/score-facts.js';
import { SkillKnowledge } from '../scoring/skill-knowledge.js';
import type { ExplainedMatch } from './explained-match.js';

@Resolver(() => MatchType)
export class MatchFieldsResolver {
  constructor(
    private readonly words: MatchWords,
    private readonly skills: SkillsLoader,
  ) {}

  @ResolveField(() => String, { nullable: true })
  explanation(@Parent() scored: Scored, @Context() context: RequestContext): string | null {
    return this.words.unscored(scored, context);
  }

  @ResolveField(() => [MatchPartType])
  parts(@Parent() match: ExplainedMatch, @Context() context: RequestContext): MatchPartType[] {
    return this.words.parts(match, context);
  }

  @ResolveField(() => [SkillType])
  matchedSkills(@Parent() scored: Scored, @Context() context: RequestContext): Promise<Skill[]> {
    return this.named(scored.matchedSkills, context);
  }

  @ResolveField(() => [SkillType])
  missingSkills(@Parent() scored: Scored, @Context() context: RequestContext): Promise<Skill[]> {
    return this.named(scored.missingSkills, context);
  }

  private named(codes: string[], context: RequestContext): Promise<Skill[]> {
    return Promise.all(codes.map((code) => this.skills.load(context, code)));
  }
}

@Resolver(() => RelatedSkillType)
export class RelatedSkillResolver {
  constructor(
    private readonly skills: SkillsLoader,
    private readonly knowledge: SkillKnowledge,
  ) {}

  @ResolveField(() => SkillType)
  asked(@Parent() { asked }: Related, @Context() context: RequestContext): Promise<Skill> {
    return this.skills.load(context, asked);
  }

  @ResolveField(() => SkillType)
  has(@Parent() { has }: Related, @Context() context: RequestContext): Promise<Skill> {
    return this.skills.load(context, has);
  }

  @ResolveField(() => Float)
  closeness(@Parent() { closeness }: Related): number {
    return closeness / 100;
  }

  @ResolveField(() => String, { nullable: true })
  reason(@Parent() { asked, has }: Related, @Context() { language }: RequestContext): string | null {
    return this.knowledge.reason(asked, has)?.[language] ?? null;
  }
}
