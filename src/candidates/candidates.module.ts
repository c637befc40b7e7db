import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { CandidateAccess } from './candidate-access.js';
import { Candidate } from './candidate.entity.js';
import { CandidatesLoader } from './candidates.loader.js';
import { CandidatesRepository } from './candidates.repository.js';
import {
  CandidateProfileResolver,
  CandidateSkillResolver,
  CandidatesResolver,
  ViewerCandidateResolver,
} from './candidates.resolver.js';
import { CandidatesService } from './candidates.service.js';
import { CandidateConsentsResolver, ConsentsResolver } from './consents.resolver.js';
import { IdentityGrounds } from './identity-grounds.js';
import { SchoolsResolver } from './schools.resolver.js';
import { ContactEmails, IdentityLoader } from './identity.loader.js';

@Module({
  imports: [TypeOrmModule.forFeature([Candidate]), AccountsModule, CompaniesModule, SkillsModule, TerritoriesModule],
  providers: [
    CandidateAccess,
    CandidatesLoader,
    CandidatesRepository,
    CandidatesService,
    ContactEmails,
    IdentityGrounds,
    IdentityLoader,
    CandidatesResolver,
    CandidateSkillResolver,
    CandidateProfileResolver,
    CandidateConsentsResolver,
    ConsentsResolver,
    SchoolsResolver,
    ViewerCandidateResolver,
  ],
  exports: [CandidateAccess, CandidatesLoader, CandidatesRepository, CandidatesService, IdentityGrounds],
})
export class CandidatesModule {}
