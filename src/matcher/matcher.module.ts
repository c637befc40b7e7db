import { Module } from '@nestjs/common';
import { Matcher } from './matcher.js';

@Module({ providers: [Matcher], exports: [Matcher] })
export class MatcherModule {}
