import { Module } from '@nestjs/common';

/** Tables of dated facts that administrators change without a release: versions, who changed what and why. */
@Module({})
export class RulebooksModule {}
