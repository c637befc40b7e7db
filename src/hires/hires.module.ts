import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { CharterCopies } from './charter-copies.js';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import { ChartersController } from './charters.controller.js';
import { Charters } from './charters.service.js';
import { DeclaringService } from './declaring.service.js';
import {
  ApplicationHireResolver,
  CandidateHiresResolver,
  CompanyHiresResolver,
  HireChartersResolver,
  HireFieldsResolver,
  MissingOfHireResolver,
} from './hire-fields.resolver.js';
import { HireInvitationLetter } from './hire-invitation-letter.js';
import { HireLetters } from './hire-letters.js';
import { HireLinkPages } from './hire-link-pages.js';
import { HirePartiesReader } from './hire-parties.js';
import { HireSchedules } from './hire-schedules.js';
import { Hire, HireInvitation } from './hire.entity.js';
import { HiresOfErased } from './hires-of-erased.js';
import { CharterVersionsLoader, HirePartiesLoader, HiresOfApplications, InvitedAddresses } from './hires.loader.js';
import { HiresRepository } from './hires.repository.js';
import { HiresResolver } from './hires.resolver.js';
import { HiresService } from './hires.service.js';
import { Hires } from './hires.js';
import { OutsideHiresService } from './outside-hires.service.js';
import { SigningService } from './signing.service.js';

/** Who was hired for which post, and the charter that both sign. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Hire, HireInvitation, CharterVersion, CharterSignature]),
    AccountsModule,
    ApplicationsModule,
    CandidatesModule,
    CompaniesModule,
    EligibilityModule,
    OffersModule,
    TerritoriesModule,
  ],
  controllers: [ChartersController],
  providers: [
    ApplicationHireResolver,
    CandidateHiresResolver,
    CharterCopies,
    CharterVersionsLoader,
    Charters,
    CompanyHiresResolver,
    DeclaringService,
    HireChartersResolver,
    HireFieldsResolver,
    HireInvitationLetter,
    HireLetters,
    HireLinkPages,
    HirePartiesLoader,
    HirePartiesReader,
    HireSchedules,
    Hires,
    HiresOfApplications,
    HiresOfErased,
    HiresRepository,
    HiresResolver,
    HiresService,
    InvitedAddresses,
    MissingOfHireResolver,
    OutsideHiresService,
    SigningService,
  ],
  exports: [HireLetters, HirePartiesLoader, HirePartiesReader, Hires, HiresRepository, HiresService],
})
export class HiresModule {}
