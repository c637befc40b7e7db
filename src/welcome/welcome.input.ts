import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { longest, most } from './welcome-content.js';

const upTo = (length: number): string => `at most ${length.toLocaleString('en-GB')} characters of plain text`;

@InputType('TerritoryWordsInput', { description: 'A text of a territory: French, and English where there is one.' })
export class WordsInput {
  @Field(() => String, { description: 'In French; plain text, markup is taken away.' })
  fr!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In English; readers of English read the French where it is left out.',
  })
  en?: string | null;
}

@InputType('TerritoryContactInput', { description: 'Someone, or a service, to write to or to call.' })
export class ContactInput {
  @Field(() => ID, { nullable: true, description: 'The id it had; a new contact when left out.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The person’s name, ${upTo(longest.name)}; left out for a service.`,
  })
  name?: string | null;

  @Field(() => WordsInput, { description: `What they do, or what the service is called; ${upTo(longest.role)}.` })
  role!: WordsInput;

  @Field(() => String, { nullable: true, description: 'An e-mail address; this or a telephone number.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number, as it is dialled from France or with +.' })
  phone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'That the person named agreed to be shown to everyone with this address; needed for a person.',
  })
  agreed?: boolean | null;
}

@InputType('TerritoryHelpInput', { description: 'A help with housing or with getting about.' })
export class HelpInput {
  @Field(() => WordsInput, { description: `What it is called; ${upTo(longest.title)}.` })
  title!: WordsInput;

  @Field(() => WordsInput, { description: `What it is and whom it is for; ${upTo(longest.text)}.` })
  text!: WordsInput;

  @Field(() => String, { nullable: true, description: `Who offers it; ${upTo(longest.by)}.` })
  by?: string | null;

  @Field(() => WordsInput, { nullable: true, description: `How much, in words; ${upTo(longest.amount)}.` })
  amount?: WordsInput | null;

  @Field(() => String, { nullable: true, description: 'Where to read more; https only.' })
  url?: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day on which it is shown, in Paris; none when left out.',
  })
  validUntil?: string | null;
}

@InputType('TerritoryEventInput', { description: 'Something that takes place in the territory or near it.' })
export class EventInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The id it had, so that it stays the same entry in calendars; a new event when left out.',
  })
  id?: string | null;

  @Field(() => WordsInput, { description: `What it is called; ${upTo(longest.title)}.` })
  title!: WordsInput;

  @Field(() => WordsInput, { description: `What it is about; ${upTo(longest.text)}.` })
  text!: WordsInput;

  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends, after it began and within 31 days.' })
  endsAt!: Date;

  @Field(() => String, { nullable: true, description: 'The commune it takes place in, by its INSEE code.' })
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: `Where, in words; ${upTo(longest.place)}.` })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to read more or to sign up; https only.' })
  url?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'That it does not take place; it is shown as called off.' })
  cancelled?: boolean | null;
}

@InputType('TerritoryLinkInput', { description: 'A link to another site.' })
export class LinkInput {
  @Field(() => WordsInput, { description: `What it leads to; ${upTo(longest.title)}.` })
  title!: WordsInput;

  @Field(() => String, { description: 'Where it leads; https only.' })
  url!: string;
}

@InputType('TerritoryWelcomeInput', {
  description:
    'Everything that a territory says of itself, in the order in which it is shown: what is left out is gone.',
})
export class WelcomeInput {
  @Field(() => ID, { description: 'The territory; one that is on the list in force.' })
  territoryId!: string;

  @Field(() => Int, {
    description:
      'The version of the draft that was read before it was changed; 0 for the first. Of two who write at once the second is told.',
  })
  version!: number;

  @Field(() => WordsInput, {
    nullable: true,
    description: `A text about the territory; ${upTo(longest.presentation)}.`,
  })
  presentation?: WordsInput | null;

  @Field(() => [ContactInput], { nullable: true, description: `At most ${most.contacts}.` })
  contacts?: ContactInput[] | null;

  @Field(() => [HelpInput], { nullable: true, description: `Help with housing, at most ${most.housing}.` })
  housing?: HelpInput[] | null;

  @Field(() => [HelpInput], { nullable: true, description: `Help with getting about, at most ${most.transport}.` })
  transport?: HelpInput[] | null;

  @Field(() => [EventInput], { nullable: true, description: `At most ${most.events}, those that are over included.` })
  events?: EventInput[] | null;

  @Field(() => [LinkInput], { nullable: true, description: `At most ${most.links}.` })
  links?: LinkInput[] | null;
}
