import { Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import type { DataExport } from './data-export.entity.js';
import { DataExportType, ExportMyDataResult } from './data-export.type.js';
import { DataExports } from './data-exports.js';

/** Having all that is kept about oneself. */
@Resolver(() => ViewerType)
export class PrivacyResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly exports: DataExports,
  ) {}

  @Mutation(() => ExportMyDataResult, {
    description:
      'Begins a zip of all that is kept about the caller, made in the background: an e-mail brings a link that works once, for seven days. One at a time, three within 24 hours.',
  })
  @Asks('account.act')
  async exportMyData(@Context() context: RequestContext): Promise<DataExport | Refusal> {
    return this.exports.ask((await this.viewers.required(context)).id);
  }

  @ResolveField(() => DataExportType, {
    nullable: true,
    description: 'The latest export that the caller asked for; null when there was none.',
  })
  @Asks('account.act')
  dataExport(@Parent() viewer: Viewer): Promise<DataExport | null> {
    return this.exports.latest(viewer.id);
  }
}
