import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../common/node.js';
import { type Skill, SkillKind } from './skill.entity.js';

@ObjectType('Skill', {
  implements: () => Node,
  description: 'Something a person can do, know or be: know-how, knowledge, a soft skill or a language.',
})
export class SkillType {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => String, {
    description: 'Its number in the ROME (code OGR), or a readable name such as `power-bi` where the ROME has none.',
  })
  code!: string;

  @Field(() => SkillKind, { description: 'What kind of skill it is.' })
  kind!: SkillKind;
}

type Covering<Type, Row extends Type> = Row;

/** The compiler holds row and type together. */
export type SkillRow = Covering<SkillType, Skill>;
