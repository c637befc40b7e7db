import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { AssigningService } from './assigning.service.js';
import { ManagedTerritories } from './managed-territories.js';
import { ManagersResolver, ViewerTerritoriesResolver } from './managers.resolver.js';

/** Who manages which territories. */
@Module({
  imports: [AccountsModule, TerritoriesModule],
  providers: [AssigningService, ManagedTerritories, ManagersResolver, ViewerTerritoriesResolver],
  exports: [ManagedTerritories],
})
export class ManagersModule {}
