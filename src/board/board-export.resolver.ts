import {
  Args,
  ArgsType,
  Context,
  createUnionType,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { Asks } from '../permissions/act.decorator.js';
import { BoardExport, type Exported } from './board-export.js';
import { BoardFilter } from './board.input.js';

@ObjectType('ApplicationsCsv', { description: 'Applications as a file for spreadsheets.' })
class ApplicationsCsv implements Exported {
  @Field(() => String, { description: 'What to call the file.' })
  name!: string;

  @Field(() => String, {
    description:
      'Its content, to be saved as UTF-8: semicolons between cells, a byte order mark first, dates as YYYY-MM-DD HH:MM by ' +
      'the clocks of metropolitan France, titles in the language of the request. Cells that a spreadsheet would compute ' +
      'begin with an apostrophe. Messages are cut after 1,000 characters; no addresses and no notes are in it.',
  })
  content!: string;

  @Field(() => Int, { description: 'How many applications it holds.' })
  rows!: number;
}

const ExportApplicationsResult = createUnionType({
  name: 'ExportApplicationsResult',
  description: 'The file, or why there is none.',
  types: () => [ApplicationsCsv, InvalidInput, NotAllowed, CompanySuspended] as const,
  resolveType: refusalOr(ApplicationsCsv),
});

@ArgsType()
class ExportApplicationsArgs {
  @Field(() => ID, { description: 'The company.' })
  companyId!: string;

  @Field(() => BoardFilter, { nullable: true, description: 'Which applications; all when left out.' })
  filter?: BoardFilter | null;
}

@Resolver()
export class BoardExportResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly exports: BoardExport,
  ) {}

  @Asks('application.export')
  @Mutation(() => ExportApplicationsResult, {
    complexity: 500,
    description:
      'The applications that a filter of the board lets through as CSV, at most 5,000, for owners and recruiters of the ' +
      'company and administrators; while it is suspended, for administrators alone. Noted in the audit log.',
  })
  async exportApplications(
    @Args() { companyId, filter }: ExportApplicationsArgs,
    @Context() context: RequestContext,
  ): Promise<Exported | Refusal> {
    return this.exports.csv(await this.viewers.required(context), companyId, filter ?? {}, context.language);
  }
}
