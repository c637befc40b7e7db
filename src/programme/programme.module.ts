import { Module } from '@nestjs/common';
import { AidsModule } from '../aids/aids.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { ProgrammeBook } from './programme-book.js';
import { ProgrammeFigures } from './programme-figures.js';
import { ProgrammeAidsResolver, ProgrammeResolver, TerritoryProgrammeResolver } from './programme.resolver.js';

/** The programme of the Territoires d’industrie: challenges, priorities, measures, and what the platform does for each. */
@Module({
  imports: [AidsModule, TerritoriesModule],
  providers: [ProgrammeAidsResolver, ProgrammeBook, ProgrammeFigures, ProgrammeResolver, TerritoryProgrammeResolver],
})
export class ProgrammeModule {}
