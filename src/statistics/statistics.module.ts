import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { ManagersModule } from '../managers/managers.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Advice } from './advice.js';
import { DelaysLoader } from './delays.loader.js';
import { InsightListsResolver, InsightsResolver, LateCompanyResolver } from './insights.resolver.js';
import { InsightsRepository } from './insights.repository.js';
import { SheetsLoader } from './sheets.loader.js';
import { OccupationAskedResolver, SkillTensionResolver, StatisticsListsResolver } from './statistics-lists.resolver.js';
import { StatisticsReader } from './statistics-reader.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsRefresh } from './statistics-refresh.js';
import {
  DepartmentStatisticsResolver,
  RegionStatisticsResolver,
  StatisticsResolver,
  TerritoryStatisticsResolver,
} from './statistics.resolver.js';

/** Figures per territory, region and nation, counted beforehand and masked. */
@Module({
  imports: [AccountsModule, CompaniesModule, ManagersModule, OffersModule, SkillsModule, TerritoriesModule],
  controllers: [StatisticsController],
  providers: [
    Advice,
    DelaysLoader,
    DepartmentStatisticsResolver,
    InsightListsResolver,
    InsightsRepository,
    InsightsResolver,
    LateCompanyResolver,
    OccupationAskedResolver,
    RegionStatisticsResolver,
    SheetsLoader,
    SkillTensionResolver,
    StatisticsListsResolver,
    StatisticsReader,
    StatisticsRefresh,
    StatisticsResolver,
    TerritoryStatisticsResolver,
  ],
})
export class StatisticsModule {}
