import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditKeeper } from './audit-keeper.js';
import { Audit } from './audit.js';

/** Who did what to which object; for every later room. */
@Global()
@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature([AuditEntry])],
  providers: [Audit, AuditKeeper],
  exports: [Audit, AuditKeeper],
})
export class AuditModule {}
