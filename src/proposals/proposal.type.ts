import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SkillLevel } from '../candidates/skill-level.js';
import { enumOf } from '../common/enum-of.js';
import { CivilDate } from '../common/scalars.js';
import { ContractType } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';
import type { Place } from '../territories/place.js';

export const SkillWish = enumOf(['REQUIRED', 'DESIRED']);
export type SkillWish = keyof typeof SkillWish;

registerEnumType(SkillWish, {
  name: 'SkillWish',
  description: 'How much the text of an offer wants a skill or a language.',
  valuesMap: {
    REQUIRED: { description: 'The text asks for it.' },
    DESIRED: { description: 'The text calls it welcome: "serait un plus".' },
  },
});

const code = 'Its code, to be sent back when it is confirmed.';
const label = 'Its name in the language of the request.';

@ObjectType('FoundWords', { description: 'Words of the text that something was recognised in.' })
export class FoundWordsType {
  @Field(() => String, { description: 'The words, exactly as they are written.' })
  words!: string;

  @Field(() => Int, { description: 'Where they begin in `text`, in UTF-16 units from 0, as JavaScript counts.' })
  start!: number;

  @Field(() => Int, { description: 'Where they end in `text`: the first unit that is no longer theirs.' })
  end!: number;
}

@InterfaceType('Proposed', {
  description: 'Something that a text seems to say, for a person to confirm or to leave out.',
})
export abstract class ProposedType {
  @Field(() => Float, {
    description: 'From 0 to 1, how surely the words say it: an estimate by rules, to sort and to tick boxes by.',
  })
  confidence!: number;

  @Field(() => [FoundWordsType], { description: 'The words it comes from.' })
  found!: FoundWordsType[];
}

@ObjectType('ProposedSkill', { implements: () => ProposedType, description: 'A skill that the text names.' })
export class ProposedSkillType extends ProposedType {
  @Field(() => String, { description: code })
  code!: string;

  @Field(() => String, { description: label })
  label!: string;

  @Field(() => SkillLevel, { nullable: true, description: 'Where the words say it ("notions de"); null elsewhere.' })
  level!: SkillLevel | null;

  @Field(() => SkillWish, { nullable: true, description: 'Of an offer: required or desired. Null in a CV.' })
  wish!: SkillWish | null;
}

@ObjectType('ProposedOccupation', { implements: () => ProposedType, description: 'An occupation that the text names.' })
export class ProposedOccupationType extends ProposedType {
  @Field(() => String, { description: 'Its ROME code, to be sent back when it is confirmed.' })
  code!: string;

  @Field(() => String, { description: label })
  label!: string;
}

@ObjectType('ProposedLanguage', {
  implements: () => ProposedType,
  description: 'A language that the text names. It is a skill like others: confirm it by its code among the skills.',
})
export class ProposedLanguageType extends ProposedType {
  @Field(() => String, { description: code })
  code!: string;

  @Field(() => String, { description: label })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Level of the European framework, A1 to C2, where the text gives it or a test score that tells it.',
  })
  level!: string | null;

  @Field(() => SkillLevel, { nullable: true, description: 'The same as the level of a skill; null when not said.' })
  mastery!: SkillLevel | null;

  @Field(() => SkillWish, { nullable: true, description: 'Of an offer: required or desired. Null in a CV.' })
  wish!: SkillWish | null;
}

@ObjectType('ProposedCommune', { description: 'A commune, with what lies around it when the text says so.' })
export class ProposedCommuneType {
  @Field(() => String, { description: 'INSEE code of the commune.' })
  code!: string;

  @Field(() => Float, { nullable: true, description: 'Kilometres around it; null for the commune alone.' })
  radiusKm?: number | null;
}

@ObjectType('ProposedPlaceCodes', {
  description: 'A place in the shape of PlaceInput: to confirm it, send the one field that is not null.',
})
export class ProposedPlaceCodesType implements Omit<Place, 'point'> {
  @Field(() => ProposedCommuneType, { nullable: true, description: 'A commune.' })
  commune?: { code: string; radiusKm?: number | null };

  @Field(() => String, { nullable: true, description: 'A department, by its INSEE code.' })
  departmentCode?: string;

  @Field(() => String, { nullable: true, description: 'A region, by its INSEE code.' })
  regionCode?: string;

  @Field(() => String, { nullable: true, description: 'An EPCI, by its SIREN.' })
  epciSiren?: string;

  @Field(() => String, { nullable: true, description: 'A Territoire d’industrie, by its id.' })
  territoryId?: string;
}

@ObjectType('ProposedPlace', {
  implements: () => ProposedType,
  description: 'A place where someone lives or wishes to work; not those of employers and schools.',
})
export class ProposedPlaceType extends ProposedType {
  @Field(() => ProposedPlaceCodesType, { description: 'What to send to confirm it.' })
  place!: ProposedPlaceCodesType;

  @Field(() => String, { description: label })
  label!: string;
}

@ObjectType('ProposedStudyLevel', {
  implements: () => ProposedType,
  description: 'A level of study that the text names.',
})
export class ProposedStudyLevelType extends ProposedType {
  @Field(() => StudyLevel, { description: 'The level.' })
  value!: StudyLevel;
}

@ObjectType('ProposedContractType', {
  implements: () => ProposedType,
  description: 'A kind of contract the text names.',
})
export class ProposedContractTypeType extends ProposedType {
  @Field(() => ContractType, { description: 'The kind of contract.' })
  value!: ContractType;
}

@ObjectType('ProposedDay', { implements: () => ProposedType, description: 'A day that the text names.' })
export class ProposedDayType extends ProposedType {
  @Field(() => CivilDate, { description: 'The day; the first of the month where the text names a month.' })
  value!: string;
}

@ObjectType('ProposedLicence', {
  implements: () => ProposedType,
  description: 'A driving licence that the text names.',
})
export class ProposedLicenceType extends ProposedType {
  @Field(() => String, { description: 'Its letters: B, C1E.' })
  value!: string;
}
