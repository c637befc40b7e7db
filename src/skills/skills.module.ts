import { Module } from '@nestjs/common';
import { SkillCompletion } from './completion.js';
import { Lexicon } from './lexicon.js';
import { OccupationSkillsLoader, OccupationsLoader } from './occupations.loader.js';
import { OccupationsResolver } from './occupations.resolver.js';
import { SkillWords } from './skill-words.js';
import { SkillsLoader } from './skills.loader.js';
import { SkillsResolver } from './skills.resolver.js';

@Module({
  providers: [
    SkillCompletion,
    Lexicon,
    SkillWords,
    SkillsLoader,
    OccupationsLoader,
    OccupationSkillsLoader,
    SkillsResolver,
    OccupationsResolver,
  ],
  exports: [SkillCompletion, Lexicon, SkillWords, SkillsLoader, OccupationsLoader],
})
export class SkillsModule {}
