import { Module } from '@nestjs/common';
import { IndexingModule } from '../indexing/indexing.module.js';
import { HealthController } from './health.controller.js';
import { ReadinessCheck } from './readiness.js';

@Module({ imports: [IndexingModule], controllers: [HealthController], providers: [ReadinessCheck] })
export class HealthModule {}
