import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import { HirePartiesReader } from './hire-parties.js';
import { Hire, HireInvitation } from './hire.entity.js';
import { Hires } from './hires.js';
import { HiresRepository } from './hires.repository.js';

/** Who was hired for which post, and the charter that both sign. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Hire, HireInvitation, CharterVersion, CharterSignature]),
    AccountsModule,
    ApplicationsModule,
    CandidatesModule,
    CompaniesModule,
  ],
  providers: [HirePartiesReader, Hires, HiresRepository],
  exports: [HirePartiesReader, Hires, HiresRepository],
})
export class HiresModule {}
