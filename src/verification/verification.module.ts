import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { AutomaticVerification } from './automatic-verification.js';
import { CompanyRegister } from './company-register.js';
import { CompanyVerifiedResolver, VerificationFieldsResolver } from './company-verification.resolver.js';
import { DecidingResolver } from './deciding.resolver.js';
import { DecidingService } from './deciding.service.js';
import { CompanyVerification, VerificationStep } from './verification.entity.js';
import { VerificationLetters } from './verification-letters.js';
import { VerificationLoader } from './verification.loader.js';
import { VerificationOfChanges } from './verification-of-changes.js';
import { VerificationRepository } from './verification.repository.js';
import { VerificationSteps } from './verification-steps.js';
import { WordsOfErased } from './words-of-erased.js';

/** Whether a company is the one it says it is: by the public register where that is enough, else by an administrator. */
@Module({
  imports: [AccountsModule, CompaniesModule, TypeOrmModule.forFeature([CompanyVerification, VerificationStep])],
  providers: [
    AutomaticVerification,
    CompanyRegister,
    CompanyVerifiedResolver,
    DecidingResolver,
    DecidingService,
    VerificationFieldsResolver,
    VerificationLetters,
    VerificationLoader,
    VerificationOfChanges,
    VerificationRepository,
    VerificationSteps,
    WordsOfErased,
  ],
  exports: [VerificationLoader],
})
export class VerificationModule {}
