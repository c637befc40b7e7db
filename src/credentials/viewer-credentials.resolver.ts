import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { LanguageType, ViewerType } from '../accounts/account.type.js';
import { ownAccount } from '../accounts/locked-account.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import type { Language } from '../common/text.js';
import { Asks } from '../permissions/act.decorator.js';
import { SecondFactors } from './second-factors.service.js';

/** What the viewer may know and set of their own account. */
@Resolver(() => ViewerType)
export class ViewerCredentialsResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly factors: SecondFactors,
  ) {}

  @Asks('account.readSelf')
  @ResolveField(() => LanguageType, { description: 'The language of letters to the account.' })
  language(@Parent() { id }: Viewer): Promise<Language> {
    return this.account(id).then(({ language }) => language);
  }

  @Asks('account.readSelf')
  @ResolveField(() => Date, { description: 'Since when there is the account.' })
  createdAt(@Parent() { id }: Viewer): Promise<Date> {
    return this.account(id).then(({ createdAt }) => createdAt);
  }

  @Asks('account.readSelf')
  @ResolveField(() => Boolean, { description: 'Whether signing in asks for a code of an application, too.' })
  secondFactor(@Parent() { id }: Viewer): Promise<boolean> {
    return this.factors.has(this.db.manager, id);
  }

  @Asks('account.act')
  @Mutation(() => ViewerType, { description: 'From now on letters to the viewer are in this language.' })
  async setLanguage(
    @Args('language', { type: () => LanguageType, description: 'Of letters.' }) language: Language,
    @Context() context: RequestContext,
  ): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    await this.db.transaction(async (tx) => {
      await ownAccount(tx, viewer.id);
      await tx.update(Account, { id: viewer.id }, { language });
    });
    return viewer;
  }

  private account(id: string): Promise<Account> {
    return this.db.manager.findOneByOrFail(Account, { id });
  }
}
