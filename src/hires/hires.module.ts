import { Module } from '@nestjs/common';

/** Who was hired for which post, and the charter that both sign. */
@Module({})
export class HiresModule {}
