import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { ManagedTerritories } from '../managers/managed-territories.js';
import { Asks } from '../permissions/act.decorator.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { shownDraft } from './shown-draft.js';
import { previewOf, type Shown, shownOf } from './shown-welcome.js';
import { WelcomeChangeConnection, WelcomeDraftType } from './welcome-draft.type.js';
import { WelcomeRepository } from './welcome.repository.js';
import { WelcomeType } from './welcome.type.js';

@Resolver(() => TerritoryType)
export class TerritoryDraftResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly managed: ManagedTerritories,
    private readonly repository: WelcomeRepository,
    private readonly clock: Clock,
  ) {}

  @Asks('territory.write')
  @ResolveField(() => WelcomeDraftType, {
    complexity: 100,
    description:
      'What its managers write before they publish it, for them and for administrators. UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async welcomeDraft(@Parent() { id }: TerritoryFacts, @Context() context: RequestContext): Promise<WelcomeDraftType> {
    await this.enter(id, context);
    return shownDraft(id, await this.repository.ofTerritory(id, 'DRAFT'));
  }

  @Asks('territory.write')
  @ResolveField(() => WelcomeChangeConnection, {
    complexity: 50,
    description:
      'Who changed what of it, the latest first, for its managers and administrators. UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async welcomeChanges(@Parent() { id }: TerritoryFacts, @Args() page: PageArgs, @Context() context: RequestContext) {
    await this.enter(id, context);
    const after = momentAfter(page);
    return momentPage(await this.repository.changes(id, page.first, after), page, ({ at }) => at);
  }

  @Asks('territory.write')
  @ResolveField(() => WelcomeType, {
    complexity: 100,
    description:
      'The draft as everyone would read it, in the language of the request; for its managers and administrators. ' +
      'UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async welcomePreview(@Parent() territory: TerritoryFacts, @Context() context: RequestContext): Promise<Shown> {
    await this.enter(territory.id, context);
    const written = await this.repository.ofTerritory(territory.id, 'DRAFT');
    return written ? previewOf(territory, written) : shownOf(territory, null, this.clock.today());
  }

  private async enter(id: string, context: RequestContext): Promise<void> {
    const viewer = await this.viewers.required(context);
    if (!(await this.managed.may(viewer, 'territory.write', [id]))) throw forbidden();
  }
}
