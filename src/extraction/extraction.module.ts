import { Module } from '@nestjs/common';
import { ExtractionThread } from './extraction-thread.js';

/** What a text says of a profile or an offer. */
@Module({ providers: [ExtractionThread], exports: [ExtractionThread] })
export class ExtractionModule {}
