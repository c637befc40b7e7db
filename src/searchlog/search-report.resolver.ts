import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import { SearchReports } from './search-report.js';
import { ReportLinesArgs, SearchReport, SearchReportArgs, SearchReportLine } from './search-report.type.js';

@Resolver(() => SearchReport)
export class SearchReportResolver {
  constructor(
    private readonly reports: SearchReports,
    private readonly viewers: Viewers,
  ) {}

  @Asks('search.report')
  @Query(() => SearchReport, {
    description:
      'What was searched for and not found, for administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others. ' +
      'Throws BAD_USER_INPUT for days that are not kept.',
  })
  async searchReport(@Args() { days }: SearchReportArgs, @Context() context: RequestContext): Promise<SearchReport> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, 'search.report')) throw forbidden();
    return this.reports.of(days);
  }

  @ResolveField(() => [SearchReportLine], {
    complexity: 100,
    description: 'What most often found nothing, that first.',
  })
  topZeroResults(@Parent() report: SearchReport, @Args() { first }: ReportLinesArgs): Promise<SearchReportLine[]> {
    return this.reports.lines(report, 'empty', first);
  }

  @ResolveField(() => [SearchReportLine], { complexity: 100, description: 'What is searched for most, that first.' })
  topSearches(@Parent() report: SearchReport, @Args() { first }: ReportLinesArgs): Promise<SearchReportLine[]> {
    return this.reports.lines(report, 'searches', first);
  }
}
