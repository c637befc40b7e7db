import { Injectable } from '@nestjs/common';
import type { JobPayload } from './jobs.js';

export interface Attempt {
  /** 1 for the first. */
  number: number;
  /** Whether the job is left failed if this fails. */
  last: boolean;
}

/** Does one job. It may be called again for a job it has done, after a crash: it must then find nothing left to do. */
export type JobHandler = (payload: JobPayload, attempt: Attempt) => Promise<unknown>;

export interface Schedule {
  name: string;
  /** When, as in a crontab, in UTC: "0 * * * *". */
  cron: string;
  /** Looks at what is due by the clock and does it, however often it is called. */
  work: () => Promise<unknown>;
}

/** Rooms register here, as they start, what they do later and by the clock; this room knows none of them. */
@Injectable()
export class JobHandlers {
  readonly handlers = new Map<string, JobHandler>();
  readonly schedules: Schedule[] = [];

  register(name: string, handler: JobHandler): void {
    if (this.handlers.has(name)) throw new Error(`two rooms do the job “${name}”`);
    this.handlers.set(name, handler);
  }

  /** Runs in one process at a time; what was missed while no worker ran is made up for once, within a day. */
  schedule(schedule: Schedule): void {
    this.register(schedule.name, schedule.work);
    this.schedules.push(schedule);
  }
}
