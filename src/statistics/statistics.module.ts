import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ManagersModule } from '../managers/managers.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Advice } from './advice.js';
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
  imports: [AccountsModule, ManagersModule, SkillsModule, TerritoriesModule],
  controllers: [StatisticsController],
  providers: [
    Advice,
    DepartmentStatisticsResolver,
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
