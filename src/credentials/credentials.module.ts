import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ConfirmEmailService } from './confirm-email.service.js';
import { FederatedIdentity, IdentityProof } from './federated.entity.js';
import { PasswordResets } from './password-resets.js';
import { EmailChange, PasswordReset, PendingSignUp } from './pending.entity.js';
import { RecoveryCode, SecondFactor, SignInTicket } from './second-factor.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';
import { SignUpLetters } from './sign-up-letters.js';
import { SignUpService } from './sign-up.service.js';

const entities = [
  EmailChange,
  FederatedIdentity,
  IdentityProof,
  PasswordReset,
  PendingSignUp,
  RecoveryCode,
  SecondFactor,
  SignInTicket,
];

/** How people prove who they are: passwords, letters, second factors, providers of identity. */
@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature(entities)],
  providers: [
    ConfirmEmailService,
    PasswordResets,
    SecondFactors,
    SessionsResolver,
    SignInResolver,
    SignInService,
    SignUpLetters,
    SignUpService,
  ],
  exports: [SignInService],
})
export class CredentialsModule {}
