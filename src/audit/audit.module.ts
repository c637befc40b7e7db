import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AdminDoor } from './admin-door.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditKeeper } from './audit-keeper.js';
import { AuditLogResolver } from './audit-log.resolver.js';
import { Audit } from './audit.js';
import { AuditPlugin } from './audit.plugin.js';
import { Reads } from './reads.js';
import { SeeingResolver, ViewerSeenByResolver } from './seeing.resolver.js';
import { SeeingService } from './seeing.service.js';

/** Who did what to which object; for every later room. */
@Global()
@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature([AuditEntry])],
  providers: [
    AdminDoor,
    Audit,
    AuditKeeper,
    AuditLogResolver,
    AuditPlugin,
    Reads,
    SeeingResolver,
    SeeingService,
    ViewerSeenByResolver,
  ],
  exports: [AdminDoor, Audit, AuditKeeper, Reads],
})
export class AuditModule {}
