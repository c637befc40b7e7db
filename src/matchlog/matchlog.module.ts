import { Module } from '@nestjs/common';
import { MatchLog } from './match-log.js';
import { MatchLogKeeper } from './match-log-keeper.js';
import { MatchLogRepository } from './match-log.repository.js';

@Module({
  providers: [MatchLog, MatchLogKeeper, MatchLogRepository],
  exports: [MatchLog, MatchLogKeeper, MatchLogRepository],
})
export class MatchlogModule {}
