import { Module } from '@nestjs/common';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Understood } from './understood.js';

@Module({ imports: [SkillsModule, TerritoriesModule], providers: [Understood], exports: [Understood] })
export class UnderstandingModule {}
