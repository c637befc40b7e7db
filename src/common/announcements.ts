import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';

type Handler = (payload: string) => void;

/**
 * Hears what other processes announce through PostgreSQL (NOTIFY). One connection serves every channel; it is made again
 * when it breaks, and then every handler is called once, because something may have been missed meanwhile.
 */
@Injectable()
export class Announcements implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Announcements.name);
  private readonly handlers = new Map<string, Handler[]>();
  private connection: { runner: QueryRunner; client: PoolClient } | null = null;
  private closing = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async listen(channel: string, handler: Handler): Promise<void> {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), handler]);
    if (this.connection) await this.connection.client.query(`LISTEN ${channel}`);
    else await this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    if (this.retry) clearTimeout(this.retry);
    await this.connection?.runner.release();
    this.connection = null;
  }

  private async connect(): Promise<void> {
    const runner = this.db.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.handlers.get(channel) ?? []) handler(payload ?? '');
    });
    client.on('error', () => {
      this.lost(runner);
    });
    client.on('end', () => {
      this.lost(runner);
    });
    for (const channel of this.handlers.keys()) await client.query(`LISTEN ${channel}`);
    this.connection = { runner, client };
  }

  private lost(runner: QueryRunner): void {
    if (this.closing || this.connection?.runner !== runner) return;
    this.connection = null;
    this.logger.warn('the connection that hears announcements was lost; connecting again');
    void runner.release().catch(() => undefined);
    this.again();
  }

  private again(): void {
    this.retry = setTimeout(() => {
      this.connect()
        .then(() => {
          for (const handler of [...this.handlers.values()].flat()) handler('');
        })
        .catch(() => {
          if (!this.closing) this.again();
        });
    }, 500);
  }
}
