import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { AskersLoader } from './askers.loader.js';
import { InvitationPage } from './invitation-page.js';
import { InvitingMembersService } from './inviting-members.service.js';
import { JoinRequest } from './join-request.entity.js';
import { JoinRequestsResolver } from './join-requests.resolver.js';
import { JoinRequestsService } from './join-requests.service.js';
import { JoiningService } from './joining.service.js';
import { MemberInvitation } from './member-invitation.entity.js';
import { MemberLetters } from './member-letters.js';
import { MemberListsResolver } from './member-lists.resolver.js';
import { MembersRepository } from './members.repository.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { SuccessorsOfErased } from './successors-of-erased.js';

/** Who acts for a company: invited by its owners, or let in when they ask. */
@Module({
  imports: [
    AccountsModule,
    CompaniesModule,
    CredentialsModule,
    TypeOrmModule.forFeature([JoinRequest, MemberInvitation]),
  ],
  providers: [
    AskersLoader,
    InvitationPage,
    InvitingMembersService,
    JoinRequestsResolver,
    JoinRequestsService,
    JoiningService,
    MemberLetters,
    MemberListsResolver,
    MembersRepository,
    MembersResolver,
    MembersService,
    SuccessorsOfErased,
  ],
  exports: [MembersRepository],
})
export class MembersModule {}
