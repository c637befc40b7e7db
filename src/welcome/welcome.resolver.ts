import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Extensions, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, civilDate } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { CivilDate } from '../common/scalars.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { calendarOf } from './event-ics.js';
import {
  contactIn,
  emptySections,
  eventIn,
  helpIn,
  linkIn,
  presentationIn,
  type Shown,
  shownOf,
  stillValid,
} from './shown-welcome.js';
import { most, type WelcomeEvent } from './welcome-content.js';
import { WelcomeLoader } from './welcome.loader.js';
import {
  ContactType,
  EventConnection,
  EventType,
  GapType,
  HelpType,
  LinkType,
  PresentationType,
  WelcomeType,
} from './welcome.type.js';
import { former, nothingSaid, nothingYet } from './welcome-words.js';

@ArgsType()
class EventsArgs extends PageArgs {
  @Field(() => CivilDate, {
    nullable: true,
    description: 'Only those that end on this day in Paris or later. Those that are over never come.',
  })
  from?: string | null;
}

/** An event, with what its entry for calendars tells beside it. */
interface ShownEvent extends Omit<EventType, 'ics'> {
  event: WelcomeEvent;
  of: Shown;
}

@Resolver(() => TerritoryType)
export class TerritoryWelcomeResolver {
  constructor(
    private readonly loader: WelcomeLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => WelcomeType, {
    complexity: 5,
    description: 'What the territory says of itself; where it says nothing, that it does and what one can do.',
  })
  async welcome(@Parent() territory: TerritoryFacts, @Context() context: RequestContext): Promise<Shown> {
    return shownOf(territory, await this.loader.load(context, territory.id), this.clock.today());
  }
}

@Resolver(() => WelcomeType)
export class WelcomeResolver {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  message(@Parent() { state }: Shown, @Context() { language }: RequestContext): string | null {
    return state === 'PUBLISHED' ? null : (state === 'FORMER' ? former : nothingYet)[language];
  }

  @ResolveField(() => PresentationType, { nullable: true })
  presentation(@Parent() shown: Shown, @Context() { language }: RequestContext): PresentationType | null {
    return presentationIn(shown, language);
  }

  @ResolveField(() => [GapType])
  gaps(@Parent() shown: Shown, @Context() { language }: RequestContext): GapType[] {
    const empty = emptySections(shown, this.clock.today(), this.clock.now());
    return empty.map((section) => ({ section, message: nothingSaid[section][language] }));
  }

  @ResolveField(() => [TerritoryType])
  successors(@Parent() { territory, state }: Shown): TerritoryFacts[] {
    if (state !== 'FORMER') return [];
    const passages = this.gazetteer.crosswalk(territory.id)?.passages ?? [];
    return passages.filter(({ change }) => change !== 'MARGINAL').map(({ territory: other }) => other);
  }

  @Extensions({ mostItems: most.contacts })
  @ResolveField(() => [ContactType], {
    // Addresses are for whoever reads one page: nobody gathers those of all territories in one question.
    complexity: 300,
    description: 'People who agreed to be shown, and services, in the order of the territory.',
  })
  contacts(@Parent() { contacts }: Shown, @Context() { language }: RequestContext): ContactType[] {
    return contacts.map((contact) => contactIn(contact, language));
  }

  @Extensions({ mostItems: most.housing })
  @ResolveField(() => [HelpType], { description: 'Help with housing that holds today.' })
  housing(@Parent() { content }: Shown, @Context() { language }: RequestContext): HelpType[] {
    return stillValid(content.housing, this.clock.today()).map((help) => helpIn(help, language));
  }

  @Extensions({ mostItems: most.transport })
  @ResolveField(() => [HelpType], { description: 'Help with getting about that holds today.' })
  transport(@Parent() { content }: Shown, @Context() { language }: RequestContext): HelpType[] {
    return stillValid(content.transport, this.clock.today()).map((help) => helpIn(help, language));
  }

  @Extensions({ mostItems: most.links })
  @ResolveField(() => [LinkType], { description: 'Links to other sites.' })
  links(@Parent() { content }: Shown, @Context() { language }: RequestContext): LinkType[] {
    return content.links.map((link) => linkIn(link, language));
  }

  @ResolveField(() => EventConnection, { description: 'Events that are not over, the next one first.' })
  events(@Parent() of: Shown, @Args() page: EventsArgs, @Context() { language }: RequestContext) {
    const after = momentAfter(page);
    const now = this.clock.now();
    const rows = of.content.events
      .filter(({ endsAt }) => new Date(endsAt) > now && (!page.from || civilDate(new Date(endsAt)) >= page.from))
      .sort((one, other) => inOrder(placeOf(one), placeOf(other)))
      .filter((event) => !after || inOrder(placeOf(event), after) > 0)
      .slice(0, page.first + 1)
      .map((event): ShownEvent => ({ ...eventIn(event, language), event, of }));
    return momentPage(rows, page, ({ startsAt }) => startsAt);
  }
}

@Resolver(() => EventType)
export class EventResolver {
  private readonly domain: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly gazetteer: Gazetteer,
  ) {
    this.domain = new URL(config.PUBLIC_URL).hostname;
  }

  @ResolveField(() => String)
  ics(@Parent() { event, of }: ShownEvent, @Context() { language }: RequestContext): string {
    const { territory, version } = of;
    const commune = event.communeCode === null ? undefined : this.gazetteer.commune(event.communeCode);
    const entry = { event, version, territoryName: territory.name, communeName: commune?.name ?? null };
    return calendarOf({ ...entry, domain: this.domain }, language);
  }
}

const placeOf = ({ startsAt, id }: WelcomeEvent): readonly [string, string] => [startsAt, id];

const inOrder = ([at, id]: readonly [string, string], [otherAt, otherId]: readonly [string, string]): number =>
  at === otherAt ? (id < otherId ? -1 : id === otherId ? 0 : 1) : at < otherAt ? -1 : 1;
