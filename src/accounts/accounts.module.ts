import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.service.js';
import { AccountsResolver } from './accounts.resolver.js';
import { Attempts } from './attempts.js';
import { Counters } from './counters.js';
import { EraseAccountService } from './erase-account.service.js';
import { Passwords } from './passwords.js';
import { PersonalData } from './personal-data.js';
import { Reauthentication } from './reauthentication.js';
import { SessionList } from './session-list.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.js';
import { Suspensions } from './suspensions.js';
import { Viewers } from './viewers.js';

const forLaterRooms = [
  Accounts,
  Attempts,
  Counters,
  EraseAccountService,
  Passwords,
  PersonalData,
  Reauthentication,
  SessionList,
  Sessions,
  Suspensions,
  Viewers,
];

/** Who is calling, and the registry of what is kept about people. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, Session])],
  providers: [AccountsResolver, ...forLaterRooms],
  exports: forLaterRooms,
})
export class AccountsModule {}
