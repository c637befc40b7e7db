import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { AdminDoor } from '../audit/admin-door.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { Refusal } from '../common/refusal.js';
import { ManagedTerritories } from '../managers/managed-territories.js';
import { SuspensionReason } from '../moderation/moderation-words.js';
import { Asks } from '../permissions/act.decorator.js';
import { ContactNotices } from './contact-notices.js';
import { shownDraft } from './shown-draft.js';
import {
  type ContactRemoved,
  HideWelcomeResult,
  RemoveContactResult,
  SaveWelcomeResult,
  WelcomeDraftType,
} from './welcome-draft.type.js';
import { WelcomeHiding } from './welcome-hiding.js';
import { WelcomeInput } from './welcome.input.js';
import { WelcomeRepository, type Written } from './welcome.repository.js';
import { WelcomeService } from './welcome.service.js';

const territoryId = { type: () => ID, description: 'The territory.' };

@Resolver(() => WelcomeDraftType)
export class WelcomeActsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly door: AdminDoor,
    private readonly managed: ManagedTerritories,
    private readonly service: WelcomeService,
    private readonly hiding: WelcomeHiding,
    private readonly notices: ContactNotices,
    private readonly repository: WelcomeRepository,
  ) {}

  @Asks('territory.write')
  @Mutation(() => SaveWelcomeResult, {
    description:
      'Saves the draft of what a territory says of itself, all of it at once; nobody else reads it before it is published. ' +
      'For its managers and administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async saveTerritoryWelcome(
    @Args('input', { description: 'The draft as it is to read.' }) input: WelcomeInput,
    @Context() context: RequestContext,
  ): Promise<WelcomeDraftType | Refusal> {
    const by = await this.writer(input.territoryId, context);
    return drafted(input.territoryId, await this.service.save(by, input));
  }

  @Asks('territory.write')
  @Mutation(() => SaveWelcomeResult, {
    description:
      'Everyone reads the draft from now on. Those whose address is among its contacts are told once, with a link to be removed. ' +
      'For its managers and administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async publishTerritoryWelcome(
    @Args('territoryId', territoryId) id: string,
    @Args('version', { type: () => Int, description: 'The version that was looked at; another one is not published.' })
    version: number,
    @Context() context: RequestContext,
  ): Promise<WelcomeDraftType | Refusal> {
    const by = await this.writer(id, context);
    return drafted(id, await this.service.publish(by, id, version));
  }

  @Asks('territory.hide')
  @Mutation(() => HideWelcomeResult, {
    description:
      'Takes what a territory says of itself offline; its managers are told why. For administrators: FORBIDDEN to others.',
  })
  async hideTerritoryWelcome(
    @Args('territoryId', territoryId) id: string,
    @Args('reason', { type: () => SuspensionReason, description: 'Why.' }) reason: SuspensionReason,
    @Args('words', {
      type: () => String,
      nullable: true,
      description: 'Words to the managers, up to 2,000 characters of plain text; needed for OTHER.',
    })
    words: string | null,
    @Context() context: RequestContext,
  ): Promise<WelcomeDraftType | Refusal> {
    const by = await this.door.enter(context, 'territory.hide', 'Territory');
    return this.after(id, await this.hiding.hide(by, id, reason, words ?? null));
  }

  @Asks('territory.hide')
  @Mutation(() => HideWelcomeResult, {
    description: 'Lets it be read again; its managers are told. For administrators: FORBIDDEN to others.',
  })
  async showTerritoryWelcome(
    @Args('territoryId', territoryId) id: string,
    @Context() context: RequestContext,
  ): Promise<WelcomeDraftType | Refusal> {
    const by = await this.door.enter(context, 'territory.hide', 'Territory');
    return this.after(id, await this.hiding.show(by, id));
  }

  @Asks('territory.leaveContacts')
  @Mutation(() => RemoveContactResult, {
    description: 'With the token of the letter that told of it: one is a contact of the territory no more, at once.',
  })
  removeTerritoryContact(
    @Args('token', { description: 'The token of the letter.' }) token: string,
  ): Promise<ContactRemoved | Refusal> {
    return this.notices.remove(token);
  }

  private async writer(id: string, context: RequestContext): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    if (!(await this.managed.may(viewer, 'territory.write', [id]))) throw forbidden();
    return viewer;
  }

  private async after(id: string, refusal: Refusal | null): Promise<WelcomeDraftType | Refusal> {
    return refusal ?? shownDraft(id, await this.repository.ofTerritory(id, 'DRAFT'));
  }
}

const drafted = (id: string, written: Written | Refusal): WelcomeDraftType | Refusal =>
  written instanceof Refusal ? written : shownDraft(id, written);
