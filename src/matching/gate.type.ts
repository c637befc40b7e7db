import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { type AnyGateName, allGateNames } from '../scoring/explain-gates.js';
import { MatchType } from './match.type.js';

export const MatchGateName = enumOf(allGateNames);

registerEnumType(MatchGateName, {
  name: 'MatchGateName',
  description: 'A condition without which an offer and a candidate are no match, whatever else suits.',
  valuesMap: {
    OPEN: { description: 'The offer is open to applications.' },
    CONTRACT: { description: 'The contract is among those accepted.' },
    PLACE: {
      description: 'A workplace lies in the places wished for, or the work is fully remote and that is accepted.',
    },
    STUDY_LEVEL: { description: 'The level of study is at least the one asked for.' },
    VTE: { description: 'Work-study, or a diploma recent enough at the start of the work for a VTE.' },
    AVAILABILITY: { description: 'The work does not start long before the first available day.' },
  },
});

@ObjectType('MatchGate', {
  description: 'One condition that is indispensable: it lets through or not, and never scores.',
})
export class MatchGateType {
  @Field(() => MatchGateName, { description: 'Which condition.' })
  gate!: AnyGateName;

  @Field(() => Boolean, { description: 'Whether it lets through; what one side does not say never keeps them apart.' })
  passed!: boolean;

  @Field(() => String, {
    description:
      'A plain sentence that says why, in the language of the request; for companies without the candidate’s own figures.',
  })
  explanation!: string;
}

@ObjectType('WhyNot', { description: 'Why an offer is, or is not, among the matches of the candidate who asks.' })
export class WhyNotType {
  @Field(() => Boolean, { description: 'Whether every condition lets through: the offer is among the matches then.' })
  passes!: boolean;

  @Field(() => [MatchGateType], {
    description:
      'Every condition, passed or failed, in a fixed order. OPEN alone for an offer that is not open any more: what it says now is not public.',
  })
  gates!: MatchGateType[];

  @Field(() => MatchType, { nullable: true, description: 'The score and its reasons; null when a condition fails.' })
  match!: MatchType | null;
}

@ObjectType('MatchBetween', { description: 'How one offer and one candidate suit each other.' })
export class MatchBetweenType {
  @Field(() => Boolean, {
    description: 'Whether every condition lets through.',
  })
  passes!: boolean;

  @Field(() => [MatchGateType], { description: 'Every condition, passed or failed, in a fixed order.' })
  gates!: MatchGateType[];

  @Field(() => MatchType, {
    description:
      'The score and its reasons, told even where a condition fails; such a pair stands in no list of matches.',
  })
  match!: MatchType;
}
