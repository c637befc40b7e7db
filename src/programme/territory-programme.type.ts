import { Field, ObjectType } from '@nestjs/graphql';
import { AidVerdictType } from '../aids/aid.type.js';
import { CivilDate } from '../common/scalars.js';
import { CommuneType } from '../territories/commune.type.js';
import { ProgrammeType } from './programme.type.js';

@ObjectType('TerritoryProgramme', {
  description: 'The programme of the generation of a territory, with what there is of it in that territory now.',
})
export class TerritoryProgrammeType {
  @Field(() => ProgrammeType, { description: 'Its generation; the figures are those of this territory.' })
  programme!: ProgrammeType;

  @Field(() => CivilDate, { description: 'The day for which it was worked out: today in Paris.' })
  on!: string;

  @Field(() => CommuneType, {
    nullable: true,
    description: 'Its largest commune, for which the aids are judged; null for a territory without communes of today.',
  })
  aidsIn!: CommuneType | null;

  @Field(() => [AidVerdictType], {
    description:
      'Which aids a permanent contract (CDI) with a workplace in that commune gives right to on that day, when nothing else is known: what is left open is said. One answer per aid, never a promise; aidsFor answers for other contracts.',
  })
  aids!: AidVerdictType[];
}
