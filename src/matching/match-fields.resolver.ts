import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { Scored } from '../scoring/score-facts.js';
import { SkillKnowledge } from '../scoring/skill-knowledge.js';
import type { Skill } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import type { ExplainedMatch } from './explained-match.js';
import { MatchAdviceType, MatchPartType, MatchType, RelatedSkillType } from './match.type.js';
import { MatchWords } from './match-words.js';
import { PairScores } from './pair-scores.js';

/** Answers whole lists: a resolver for every field of every entry would cost a page more than the scores do. */
@Resolver(() => MatchType)
export class MatchFieldsResolver {
  constructor(
    private readonly words: MatchWords,
    private readonly skills: SkillsLoader,
    private readonly scores: PairScores,
    private readonly knowledge: SkillKnowledge,
  ) {}

  @ResolveField(() => String, { nullable: true })
  explanation(@Parent() scored: Scored, @Context() context: RequestContext): string | null {
    return this.words.unscored(scored, context);
  }

  @ResolveField(() => [MatchPartType])
  parts(@Parent() match: ExplainedMatch, @Context() context: RequestContext): MatchPartType[] {
    return this.words.parts(match, context);
  }

  @ResolveField(() => [MatchAdviceType])
  advice(@Parent() { sides }: ExplainedMatch, @Context() context: RequestContext): Promise<MatchAdviceType[]> {
    const advice = sides ? this.scores.advice(sides) : [];
    return Promise.all(
      advice.map(async (one) => ({
        ...one,
        skill: await this.skills.load(context, one.skill),
        explanation: this.words.advice(one, context),
      })),
    );
  }

  @ResolveField(() => [SkillType])
  matchedSkills(@Parent() scored: Scored, @Context() context: RequestContext): Promise<Skill[]> {
    return this.named(scored.matchedSkills, context);
  }

  @ResolveField(() => [SkillType])
  missingSkills(@Parent() scored: Scored, @Context() context: RequestContext): Promise<Skill[]> {
    return this.named(scored.missingSkills, context);
  }

  @ResolveField(() => [RelatedSkillType])
  relatedSkills(@Parent() { relatedSkills }: Scored, @Context() context: RequestContext): Promise<RelatedSkillType[]> {
    return Promise.all(
      relatedSkills.map(async ({ asked, has, closeness }) => {
        const [askedSkill, hasSkill] = await this.named([asked, has], context);
        return {
          asked: askedSkill!,
          has: hasSkill!,
          closeness: closeness / 100,
          reason: this.knowledge.reason(asked, has)?.[context.language] ?? null,
        };
      }),
    );
  }

  private named(codes: string[], context: RequestContext): Promise<Skill[]> {
    return Promise.all(codes.map((code) => this.skills.load(context, code)));
  }
}
