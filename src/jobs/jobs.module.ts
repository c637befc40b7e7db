import { Global, Module } from '@nestjs/common';
import { FailedJobs } from './failed-jobs.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/** Work that is done later, by a queue in PostgreSQL (graphile-worker); for every room. */
@Global()
@Module({ providers: [FailedJobs, JobHandlers, JobRunner, Jobs], exports: [JobHandlers, JobRunner, Jobs] })
export class JobsModule {}
