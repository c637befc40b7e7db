import { Field, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { SkillType } from '../skills/skill.type.js';
import { type AdviceKind, adviceKinds } from '../scoring/advice.js';
import { criteria, type CriterionName } from '../scoring/score-facts.js';

export const MatchCriterion = enumOf(criteria);

registerEnumType(MatchCriterion, {
  name: 'MatchCriterion',
  description: 'What a score is made of.',
  valuesMap: {
    SKILLS: {
      description:
        'Skills asked for: required before desired, rare ones more, by the level held; related ones count partly.',
    },
    DISTANCE: { description: 'From the nearest workplace to the places wished for.' },
    OCCUPATION: { description: 'The occupation of the offer among those wished for, or close to one.' },
    STUDY_LEVEL: { description: 'The level of study against the one asked for; far above fits a little less.' },
    CONTRACT: { description: 'The contract among those accepted.' },
    AVAILABILITY: { description: 'The start of the work against the first available day.' },
    MISSION: { description: 'The family of missions among those wished for.' },
    SALARY: { description: 'The pay offered against the pay wished for.' },
    REMOTE_WORK: { description: 'The kind of remote work among those accepted.' },
    RESPONSIVENESS: {
      description:
        'How reliably and soon the company answers applications, where enough is known: it decides three points of a hundred, never more.',
    },
  },
});

@ObjectType('MatchPart', { description: 'One criterion’s share of a score.' })
export class MatchPartType {
  @Field(() => MatchCriterion, { description: 'Which criterion.' })
  criterion!: CriterionName;

  @Field(() => Float, {
    description:
      'Points won, in tenths, of pointsPossible. A criterion that one side says nothing about is left out of both.',
  })
  points!: number;

  @Field(() => Float, { description: 'Points that a perfect fit would win, in tenths; over all parts they make 100.' })
  pointsPossible!: number;

  @Field(() => String, { description: 'A plain sentence with the facts, in the language of the request.' })
  explanation!: string;
}

@ObjectType('RelatedSkill', {
  description: 'A skill of the candidate close to one that is asked for and that they do not have.',
})
export class RelatedSkillType {
  @Field(() => SkillType, { description: 'The skill asked for.' })
  asked!: SkillType;

  @Field(() => SkillType, { description: 'The skill the candidate has.' })
  has!: SkillType;

  @Field(() => Float, { description: 'From 0, strangers, to 1, as good as the same.' })
  closeness!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the two are close, in the language of the request and by what is known today; null for a pair that is not close any more.',
  })
  reason!: string | null;
}

export const MatchAdviceKind = enumOf(adviceKinds);

registerEnumType(MatchAdviceKind, {
  name: 'MatchAdviceKind',
  description: 'What one could do to suit an offer better.',
  valuesMap: {
    LEARN: { description: 'Learn a skill asked for that one does not have.' },
    DEEPEN: {
      description:
        'Hold a skill asked for one level better: practise one of which one has notions, master one that one practises.',
    },
  },
});

@ObjectType('MatchAdvice', { description: 'What would raise a score.' })
export class MatchAdviceType {
  @Field(() => MatchAdviceKind, { description: 'What to do.' })
  kind!: AdviceKind;

  @Field(() => SkillType, { description: 'The skill it is about.' })
  skill!: SkillType;

  @Field(() => Float, { description: 'Points that the score would gain, in tenths: found by scoring again.' })
  gain!: number;

  @Field(() => String, { description: 'A plain sentence, in the language of the request.' })
  explanation!: string;
}

@ObjectType('Match', {
  description:
    'How well an offer and a candidate suit each other: the same number, points and reasons from both sides, save that ' +
    'companies read these without the candidate’s own days, pay, places and kinds of remote work.',
})
export class MatchType {
  @Field(() => Boolean, {
    description:
      'False when the profile names no skill, or has nothing that can be compared with the offer: there is no score then.',
  })
  scored!: boolean;

  @Field(() => Float, { description: 'From 0 to 100, in tenths; 0 when not scored.' })
  score!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no score, in the language of the request; null when there is one.',
  })
  explanation!: string | null;

  @Field(() => [MatchPartType], {
    description: 'In order of weight; the points add up to the score. Empty when not scored.',
  })
  parts!: MatchPartType[];

  @Field(() => [SkillType], { description: 'Skills asked for that the candidate has, the most telling first.' })
  matchedSkills!: SkillType[];

  @Field(() => [RelatedSkillType], {
    description: 'Skills of the candidate close to one that is asked for, with that one.',
  })
  relatedSkills!: RelatedSkillType[];

  @Field(() => [SkillType], {
    description: 'Skills asked for that the candidate does not have, the most telling first.',
  })
  missingSkills!: SkillType[];

  @Field(() => [MatchAdviceType], {
    complexity: 10,
    description:
      'What would raise the score most, at most three, that first; worked out when asked for. Empty when not scored, and for what was shown in the past.',
  })
  advice!: MatchAdviceType[];

  @Field(() => Float, {
    nullable: true,
    description:
      'Kilometres from the nearest workplace to the nearest place wished for; null when no such place has a point. Companies ' +
      'read the next of 10, 25, 50 and 100 above, and null beyond.',
  })
  distanceKm!: number | null;

  @Field(() => String, { description: 'Which set of weights gave the score.' })
  scoringVersion!: string;
}
