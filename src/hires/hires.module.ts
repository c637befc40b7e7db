import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import { Hire, HireInvitation } from './hire.entity.js';
import { HiresRepository } from './hires.repository.js';

/** Who was hired for which post, and the charter that both sign. */
@Module({
  imports: [TypeOrmModule.forFeature([Hire, HireInvitation, CharterVersion, CharterSignature])],
  providers: [HiresRepository],
  exports: [HiresRepository],
})
export class HiresModule {}
