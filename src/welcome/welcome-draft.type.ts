import { createUnionType, Extensions, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { InvalidInput, NotAllowed, Refusal, refusalOr } from '../common/refusal.js';
import { CivilDate } from '../common/scalars.js';
import { SuspensionReason } from '../moderation/moderation-words.js';
import { AlreadySuspended, NotSuspended } from '../moderation/moderation-refusals.js';
import { most } from './welcome-content.js';
import type { TerritoryWelcomeChange } from './welcome.entity.js';
import { WelcomeAct, WelcomeSection } from './welcome-words.js';

@ObjectType('TerritoryWords', { description: 'A text as it was written, in both languages.' })
export class WordsType {
  @Field(() => String, { description: 'In French.' })
  fr!: string;

  @Field(() => String, { nullable: true, description: 'In English; null where there is none.' })
  en!: string | null;
}

@ObjectType('TerritoryContactDraft', { description: 'A contact as it stands in the draft.' })
export class ContactDraft {
  @Field(() => ID, { description: 'To be sent back with it.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The person’s name; null for a service.' })
  name!: string | null;

  @Field(() => WordsType, { description: 'What they do.' })
  role!: WordsType;

  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  phone!: string | null;
}

@ObjectType('TerritoryHelpDraft', { description: 'A help as it stands in the draft.' })
export class HelpDraft {
  @Field(() => WordsType, { description: 'What it is called.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What it is.' })
  text!: WordsType;

  @Field(() => String, { nullable: true, description: 'Who offers it.' })
  by!: string | null;

  @Field(() => WordsType, { nullable: true, description: 'How much, in words.' })
  amount!: WordsType | null;

  @Field(() => String, { nullable: true, description: 'Where to read more.' })
  url!: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day on which it is shown.' })
  validUntil!: string | null;
}

@ObjectType('TerritoryEventDraft', { description: 'An event as it stands in the draft, those that are over included.' })
export class EventDraft {
  @Field(() => ID, { description: 'To be sent back with it.' })
  id!: string;

  @Field(() => WordsType, { description: 'What it is called.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What it is about.' })
  text!: WordsType;

  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: string;

  @Field(() => Date, { description: 'When it ends.' })
  endsAt!: string;

  @Field(() => String, { nullable: true, description: 'The commune, by its INSEE code.' })
  communeCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Where, in words.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to read more.' })
  url!: string | null;

  @Field(() => Boolean, { description: 'That it was called off.' })
  cancelled!: boolean;
}

@ObjectType('TerritoryLinkDraft', { description: 'A link as it stands in the draft.' })
export class LinkDraft {
  @Field(() => WordsType, { description: 'What it leads to.' })
  title!: WordsType;

  @Field(() => String, { description: 'Where it leads.' })
  url!: string;
}

@ObjectType('TerritoryWelcomeDraft', {
  description: 'What managers of a territory write before they publish it. Seen by them and by administrators.',
})
export class WelcomeDraftType {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => Int, { description: 'To be sent back when it is saved or published; 0 before anything was written.' })
  version!: number;

  @Field(() => Date, { nullable: true, description: 'When it was saved last; null before anything was written.' })
  savedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that everyone reads; null when nothing was published.',
  })
  publishedVersion!: number | null;

  @Field(() => Date, { nullable: true, description: 'When that was published; null when nothing was.' })
  publishedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when an administrator hides it; null when nobody does.' })
  hiddenAt!: Date | null;

  @Field(() => SuspensionReason, { nullable: true, description: 'Why it is hidden.' })
  hiddenReason!: SuspensionReason | null;

  @Field(() => String, { nullable: true, description: 'What the administrator wrote to the managers.' })
  hiddenWords!: string | null;

  @Field(() => WordsType, { nullable: true, description: 'The text about the territory.' })
  presentation!: WordsType | null;

  @Extensions({ mostItems: most.contacts })
  @Field(() => [ContactDraft], { description: 'People and services to write to.' })
  contacts!: ContactDraft[];

  @Extensions({ mostItems: most.housing })
  @Field(() => [HelpDraft], { description: 'Help with housing.' })
  housing!: HelpDraft[];

  @Extensions({ mostItems: most.transport })
  @Field(() => [HelpDraft], { description: 'Help with getting about.' })
  transport!: HelpDraft[];

  @Extensions({ mostItems: most.events })
  @Field(() => [EventDraft], { description: 'Events.' })
  events!: EventDraft[];

  @Extensions({ mostItems: most.links })
  @Field(() => [LinkDraft], { description: 'Links.' })
  links!: LinkDraft[];
}

@ObjectType('TerritoryWelcomeChange', {
  description: 'Who changed what a territory says of itself; not what stood there, which may name people who are gone.',
})
export class WelcomeChangeType implements Partial<TerritoryWelcomeChange> {
  @Field(() => ID, { description: 'The id of the change.' })
  id!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => WelcomeAct, { description: 'What was done.' })
  act!: WelcomeAct;

  @Field(() => Int, { description: 'The version of the draft from then on.' })
  version!: number;

  @Field(() => [WelcomeSection], { description: 'The parts that were changed; none for what concerns all of it.' })
  sections!: WelcomeSection[];

  @Field(() => ID, {
    nullable: true,
    description: 'The account that did it; null for a contact who removed themselves, and for accounts that are gone.',
  })
  accountId!: string | null;
}

export const { EdgeType: WelcomeChangeEdge, ConnectionType: WelcomeChangeConnection } =
  connectionTypes<WelcomeChangeType>('TerritoryWelcomeChange', () => WelcomeChangeType);

@ObjectType('TerritoryWelcomeChangedMeanwhile', {
  implements: () => Refusal,
  description: 'Someone else saved the draft since it was read; nothing was changed. Read it again.',
})
export class WelcomeChangedMeanwhile extends Refusal {
  @Field(() => Int, { description: 'The version of the draft now.' })
  readonly version: number;

  constructor(version: number) {
    super({
      fr: 'Quelqu’un d’autre a enregistré ce brouillon entre-temps : relisez-le avant de le changer.',
      en: 'Someone else has saved this draft meanwhile: read it again before you change it.',
    });
    this.version = version;
  }
}

@ObjectType('TerritoryContactRemoved', {
  description: 'The contact is shown no more, neither published nor in the draft.',
})
export class ContactRemoved {
  @Field(() => Date, { description: 'When it was done.' })
  readonly at: Date;

  constructor(at: Date) {
    this.at = at;
  }
}

export const SaveWelcomeResult = createUnionType({
  name: 'SaveTerritoryWelcomeResult',
  description: 'The draft as it reads now, or why it was not changed.',
  types: () => [WelcomeDraftType, InvalidInput, NotAllowed, WelcomeChangedMeanwhile] as const,
  resolveType: refusalOr(WelcomeDraftType),
});

export const HideWelcomeResult = createUnionType({
  name: 'HideTerritoryWelcomeResult',
  description: 'The draft with how it stands now, or why nothing was changed.',
  types: () => [WelcomeDraftType, InvalidInput, NotAllowed, AlreadySuspended, NotSuspended] as const,
  resolveType: refusalOr(WelcomeDraftType),
});

export const RemoveContactResult = createUnionType({
  name: 'RemoveTerritoryContactResult',
  description: 'That the contact is gone, or why not.',
  types: () => [ContactRemoved, NotAllowed] as const,
  resolveType: refusalOr(ContactRemoved),
});
