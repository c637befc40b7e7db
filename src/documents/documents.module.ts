import { Module } from '@nestjs/common';
import { FileReader } from './file-reader.js';

/** Files into text. */
@Module({ providers: [FileReader], exports: [FileReader] })
export class DocumentsModule {}
