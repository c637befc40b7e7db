import { Module } from '@nestjs/common';

/** The programme of the Territoires d’industrie: challenges, priorities, measures, and what the platform does for each. */
@Module({})
export class ProgrammeModule {}
