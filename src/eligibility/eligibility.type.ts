import { Extensions, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import { type VteRuleName, vteRuleNames } from '../offers/vte-rules.js';
import {
  type EligibilitySubjectName,
  eligibilitySubjects,
  type EligibilityVerdictName,
  eligibilityVerdicts,
} from './eligibility-check.js';
import { ruleTitles } from './rule-titles.js';

export const EligibilityVerdict = enumOf(eligibilityVerdicts);
registerEnumType(EligibilityVerdict, {
  name: 'EligibilityVerdict',
  description: 'What the conditions of the VTE come to, for what is known. Never a decision of the administration.',
  valuesMap: {
    ELIGIBLE: { description: 'Every condition that decides is met.' },
    NOT_ELIGIBLE: { description: 'At least one condition that decides is not met: its item tells what can be done.' },
    UNKNOWN: { description: 'None fails, but one or more are not known: their items tell what to complete.' },
  },
});

export const EligibilitySubject = enumOf(eligibilitySubjects);
registerEnumType(EligibilitySubject, {
  name: 'EligibilitySubject',
  description: 'What a check-list is about.',
  valuesMap: {
    CANDIDATE: { description: 'Who would be hired.' },
    COMPANY: { description: 'Who would hire.' },
    POST: { description: 'The position.' },
    WHOLE: { description: 'All three together.' },
  },
});

export const EligibilityKey = enumOf(vteRuleNames);
registerEnumType(EligibilityKey, {
  name: 'EligibilityKey',
  description: 'A condition of the VTE, of one of its aids, or a step that is due.',
  valuesMap: Object.fromEntries(vteRuleNames.map((name) => [name, { description: `${ruleTitles[name].en}.` }])),
});

@ObjectType('EligibilityItem', { description: 'One line of a check-list of the VTE.' })
export class EligibilityItemType {
  @Field(() => EligibilityKey, { description: 'Which condition.' })
  key!: VteRuleName;

  @Field(() => String, { description: 'The condition in a word or two, in the language of the request.' })
  title!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is met; null when that is not known.' })
  met!: boolean | null;

  @Field(() => Boolean, {
    description: 'Whether the verdict looks at it: not at what is about one aid alone, nor at reminders.',
  })
  decides!: boolean;

  @Field(() => String, { description: 'The condition and why it is met or not, in the language of the request.' })
  explanation!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How to meet or complete it, in the language of the request; null when it is met or nothing can be done.',
  })
  whatToDo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The input field it is about, of the profile, the company or the offer: "durationMonths".',
  })
  field!: string | null;

  @Field(() => Aid, {
    nullable: true,
    description: 'The aid that it is a condition of; null for a condition of the VTE itself.',
  })
  aid!: Aid | null;

  @Field(() => String, { description: 'Where the rule was published or presented, in French.' })
  source!: string;

  @Field(() => CivilDate, { description: 'The first day of the rule.' })
  since!: string;

  @Field(() => CivilDate, { nullable: true, description: 'The last day of the rule; null when no end was published.' })
  until!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day on which the rule is known to have held; null when nothing says that it ended.',
  })
  knownUntil!: string | null;

  @Field(() => CivilDate, { description: 'The day on which the rule was last checked against its source.' })
  checkedOn!: string;
}

@ObjectType('EligibilityCheck', {
  description: 'The conditions of the VTE, one by one, for what is known; by the rules in force on a day.',
})
export class EligibilityCheckType {
  @Field(() => EligibilitySubject, { description: 'What it is about.' })
  subject!: EligibilitySubjectName;

  @Field(() => CivilDate, { description: 'The day by which rules and territories were chosen: that of the start.' })
  on!: string;

  @Field(() => EligibilityVerdict, { description: 'The outcome of all conditions that decide.' })
  verdict!: EligibilityVerdictName;

  @Field(() => String, {
    description: 'What it comes to, and what stays possible, in the language of the request.',
  })
  summary!: string;

  @Extensions({ mostItems: vteRuleNames.length })
  @Field(() => [EligibilityItemType], { description: 'Every condition that was looked at, each once.' })
  items!: EligibilityItemType[];
}
