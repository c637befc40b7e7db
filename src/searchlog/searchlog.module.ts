import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { QueryLog } from './query-log.js';
import { QueryLogKeeper } from './query-log-keeper.js';
import { SearchReports } from './search-report.js';
import { SearchReportResolver } from './search-report.resolver.js';

@Module({
  imports: [AccountsModule, SkillsModule, TerritoriesModule],
  providers: [QueryLog, QueryLogKeeper, SearchReports, SearchReportResolver],
  exports: [QueryLog, QueryLogKeeper],
})
export class SearchlogModule {}
