import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LanguageType } from '../accounts/account.type.js';
import { connectionTypes } from '../common/connection.js';
import { CivilDate } from '../common/scalars.js';
import type { Language } from '../common/text.js';
import { TerritoryType } from '../territories/territory.type.js';
import { WelcomeSection, WelcomeState } from './welcome-words.js';

const writtenIn =
  'The language all of it is written in: the one of the request, or French where it was not written in that one.';

@ObjectType('TerritoryPresentation', { description: 'The text by which a territory presents itself.' })
export class PresentationType {
  @Field(() => String, { description: 'Plain text with line breaks; never HTML.' })
  text!: string;

  @Field(() => LanguageType, { description: writtenIn })
  language!: Language;
}

@ObjectType('TerritoryContact', {
  description: 'Someone who agreed to be shown, or a service, to write to or to call about the territory.',
})
export class ContactType {
  @Field(() => ID, { description: 'The id of the contact.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The person’s name; null for a service.' })
  name!: string | null;

  @Field(() => String, { description: 'What they do, or what the service is called.' })
  role!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The address to write to; null when only a telephone was given.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The number to call; null when only an address was given.' })
  phone!: string | null;

  @Field(() => LanguageType, { description: writtenIn })
  language!: Language;
}

@ObjectType('TerritoryHelp', {
  description: 'A help with housing or with getting about, as the territory tells of it.',
})
export class HelpType {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is and whom it is for; plain text with line breaks.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Who offers it; null when not said.' })
  by!: string | null;

  @Field(() => String, { nullable: true, description: 'How much, in words; null when not said.' })
  amount!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to read more, an https address; null when not said.' })
  url!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day on which it is shown, in Paris; null when it has none.',
  })
  validUntil!: string | null;

  @Field(() => LanguageType, { description: writtenIn })
  language!: Language;
}

@ObjectType('TerritoryLink', { description: 'A link to another site.' })
export class LinkType {
  @Field(() => String, { description: 'What it leads to.' })
  title!: string;

  @Field(() => String, { description: 'Where it leads, an https address.' })
  url!: string;

  @Field(() => LanguageType, { description: writtenIn })
  language!: Language;
}

@ObjectType('TerritoryEvent', { description: 'Something that takes place in a territory or near it.' })
export class EventType {
  @Field(() => ID, { description: 'The id of the event.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is about; plain text with line breaks.' })
  text!: string;

  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => String, {
    description: 'When, in words, by the clocks of its commune: of Paris as a rule, overseas of the department.',
  })
  when!: string;

  @Field(() => String, { nullable: true, description: 'Where, in words; null when not said.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to read more, an https address; null when not said.' })
  url!: string | null;

  @Field(() => Boolean, { description: 'That it was called off; it stays in the list until its time has passed.' })
  cancelled!: boolean;

  @Field(() => String, {
    description:
      'The entry for a calendar (iCalendar, text/calendar), to be saved as a file; its cancellation once it was called off.',
  })
  ics!: string;

  @Field(() => LanguageType, { description: writtenIn })
  language!: Language;
}

export const { EdgeType: EventEdge, ConnectionType: EventConnection } = connectionTypes<EventType>(
  'TerritoryEvent',
  () => EventType,
);

@ObjectType('TerritoryWelcomeGap', { description: 'A part in which there is nothing to read now.' })
export class GapType {
  @Field(() => WelcomeSection, { description: 'The part.' })
  section!: WelcomeSection;

  @Field(() => String, { description: 'That there is nothing, and what one can do instead.' })
  message!: string;
}

@ObjectType('TerritoryWelcome', {
  description:
    'What a territory says of itself, written by its managers. Whoever finds something wrong reports it with the id of the territory.',
})
export class WelcomeType {
  @Field(() => WelcomeState, { description: 'Whether there is something to read.' })
  state!: WelcomeState;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is nothing to read and what to do; null when there is.',
  })
  message!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was published last; null when there is nothing.' })
  updatedAt!: Date | null;

  @Field(() => PresentationType, { nullable: true, description: 'How it presents itself; null when it does not.' })
  presentation!: PresentationType | null;

  @Field(() => [GapType], {
    description: 'The parts in which there is nothing; all of them when there is nothing at all.',
  })
  gaps!: GapType[];

  @Field(() => [TerritoryType], {
    description: 'Of a territory that is not on the list in force any more: those that came after it. Else none.',
  })
  successors!: TerritoryType[];
}
