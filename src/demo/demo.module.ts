import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { DemoData } from './demo-data.js';
import { DemoFactsReader } from './demo-facts.reader.js';
import { DemoWriter } from './demo-writer.js';

/** An invented world to try the platform with. */
@Module({
  imports: [AccountsModule, OutboxModule, TerritoriesModule],
  providers: [DemoData, DemoFactsReader, DemoWriter],
  exports: [DemoData],
})
export class DemoModule {}
