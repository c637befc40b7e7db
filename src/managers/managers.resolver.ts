import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { AdminDoor } from '../audit/admin-door.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { TerritoryType } from '../territories/territory.type.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { type Assigned, AssigningService } from './assigning.service.js';
import { ManagedTerritories } from './managed-territories.js';
import { AssignTerritoriesResult, TerritoryManagerType } from './territory-manager.type.js';

@Resolver(() => TerritoryType)
export class ManagersResolver {
  constructor(
    private readonly door: AdminDoor,
    private readonly viewers: Viewers,
    private readonly managed: ManagedTerritories,
    private readonly assigning: AssigningService,
  ) {}

  @Asks('territory.assign')
  @Mutation(() => AssignTerritoriesResult, {
    description:
      'Makes an account the manager of these territories and of no others, of any generation; with none it is a territory ' +
      'manager no more. For administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async assignTerritories(
    @Args('accountId', { type: () => ID, description: 'The account, of a company member or territory manager.' })
    accountId: string,
    @Args('territoryIds', { type: () => [ID], description: 'The territories, at most 50.' }) territoryIds: string[],
    @Context() context: RequestContext,
  ): Promise<Assigned | Refusal> {
    const by = await this.door.enter(context, 'territory.assign', 'Account', accountId);
    return this.assigning.assign(by, accountId, territoryIds);
  }

  @Asks('territory.manage')
  @ResolveField(() => [TerritoryManagerType], {
    complexity: 20,
    description: 'Who manages the territory, for its managers and administrators. FORBIDDEN to others.',
  })
  async managers(@Parent() { id }: TerritoryFacts, @Context() context: RequestContext) {
    const viewer = await this.viewers.required(context);
    if (!(await this.managed.may(viewer, 'territory.manage', [id]))) throw forbidden();
    return this.managed.managersOf(id);
  }
}

@Resolver(() => ViewerType)
export class ViewerTerritoriesResolver {
  constructor(
    private readonly managed: ManagedTerritories,
    private readonly gazetteer: Gazetteer,
  ) {}

  @Asks('account.act')
  @ResolveField(() => [TerritoryType], { description: 'The territories that the account manages.' })
  async territories(@Parent() { id }: Viewer): Promise<TerritoryFacts[]> {
    const ids = await this.managed.ofAccount(id);
    return ids.map((each) => this.gazetteer.territory(each)).filter((found) => found !== undefined);
  }
}
