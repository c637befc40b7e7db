import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a job is given: ids of rows, never what they say, so that nothing personal waits in a queue. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

export interface JobOptions {
  /** Of jobs with one key at most one waits: adding it again replaces the payload. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  /** How often it is tried in all, with growing pauses, before it is left failed. */
  attempts?: number;
}

/** Work for the worker, noted in the transaction that causes it: it is done if and only if that commits, at least once. */
@Injectable()
export class Jobs {
  async add(
    tx: Pick<EntityManager, 'query'>,
    name: string,
    payload: JobPayload = {},
    { key, queue, attempts = 25 }: JobOptions = {},
  ): Promise<void> {
    await tx.query(
      `SELECT graphile_worker.add_job($1, payload => $2::json, queue_name => $3, max_attempts => $4, job_key => $5)`,
      [name, JSON.stringify(payload), queue ?? null, attempts, key ?? null],
    );
  }
}
