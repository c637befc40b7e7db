import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { Administrators } from './administrators.js';
import { ConfirmEmailService } from './confirm-email.service.js';
import { CredentialLinks } from './credential-links.js';
import { CredentialsKeeper } from './credentials-keeper.js';
import { EmailChangesResolver } from './email-changes.resolver.js';
import { EmailChanges } from './email-changes.service.js';
import { FederatedSignIn } from './federated-sign-in.service.js';
import { FederatedIdentity, IdentityProof } from './federated.entity.js';
import { IdentityProofs } from './identity-proofs.js';
import { OidcController } from './oidc.controller.js';
import { OidcProviders } from './oidc-providers.js';
import { OwnSecondFactor } from './own-second-factor.service.js';
import { PasswordChanges } from './password-changes.service.js';
import { PasswordResets } from './password-resets.js';
import { LetterOnItsWayResolver, PasswordsResolver } from './passwords.resolver.js';
import { EmailChange, PasswordReset, PendingSignUp } from './pending.entity.js';
import { RecoveryCode, SecondFactor, SignInTicket } from './second-factor.entity.js';
import { SecondFactorResolver } from './second-factor.resolver.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';
import { SignUpLetters } from './sign-up-letters.js';
import { SignUpService } from './sign-up.service.js';
import { ViewerCredentialsResolver } from './viewer-credentials.resolver.js';

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
  controllers: [OidcController],
  providers: [
    Administrators,
    ConfirmEmailService,
    CredentialLinks,
    CredentialsKeeper,
    EmailChanges,
    EmailChangesResolver,
    FederatedSignIn,
    IdentityProofs,
    LetterOnItsWayResolver,
    OidcProviders,
    OwnSecondFactor,
    PasswordChanges,
    PasswordResets,
    PasswordsResolver,
    SecondFactorResolver,
    SecondFactors,
    SessionsResolver,
    SignInResolver,
    SignInService,
    SignUpLetters,
    SignUpService,
    ViewerCredentialsResolver,
  ],
  exports: [Administrators, SignInService],
})
export class CredentialsModule {}
