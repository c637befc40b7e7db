import { Module } from '@nestjs/common';

/** Figures per territory, region and nation, counted beforehand and masked. */
@Module({})
export class StatisticsModule {}
