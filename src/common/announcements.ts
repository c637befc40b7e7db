import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

type Handler = (payload: string) => void;

/**
 * Hears what other processes announce through PostgreSQL (NOTIFY). One connection beside the pool, which it must never
 * starve, serves every channel; it is made again when it breaks, and then every handler is called once, because something
 * may have been missed meanwhile.
 */
@Injectable()
export class Announcements implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Announcements.name);
  private readonly handlers = new Map<string, Handler[]>();
  private opening: Promise<Client> | null = null;
  private client: Client | null = null;
  private closing = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(@InjectDataSource() private readonly db: Pick<DataSource, 'options'>) {}

  async listen(channel: string, handler: Handler): Promise<void> {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), handler]);
    const client = await (this.opening ??= this.open());
    await client.query(`LISTEN ${channel}`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    if (this.retry) clearTimeout(this.retry);
    const client = await this.opening?.catch(() => null);
    await client?.end().catch(() => undefined);
  }

  private async open(): Promise<Client> {
    const client = new Client({
      ...('url' in this.db.options && { connectionString: this.db.options.url }),
      application_name: 'vte-territoires',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.handlers.get(channel) ?? []) handler(payload ?? '');
    });
    client.on('error', () => {
      this.lost(client);
    });
    client.on('end', () => {
      this.lost(client);
    });
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      this.opening = null;
      await client.end().catch(() => undefined);
      throw error;
    }
    return (this.client = client);
  }

  private lost(client: Client): void {
    if (this.closing || this.client !== client) return;
    this.client = null;
    this.logger.warn('the connection that hears announcements was lost; connecting again');
    void client.end().catch(() => undefined);
    this.again();
  }

  private again(): void {
    this.retry = setTimeout(() => {
      this.opening = this.open();
      this.opening
        .then(() => {
          for (const handler of [...this.handlers.values()].flat()) handler('');
        })
        .catch(() => {
          if (!this.closing) this.again();
        });
    }, 500);
  }
}
