import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Drift } from '../indexing/drift.js';
import { SearchEngine } from '../indexing/search-engine.js';

export interface Readiness {
  status: 'ready' | 'unavailable';
  database: 'up' | 'down';
  engine: 'up' | 'down';
  /** Open offers less documents of the index; null when one of them cannot be asked. */
  drift: number | null;
  /** Seconds since the oldest change that the index has not followed; 0 when it owes nothing. */
  oldestMarkSeconds: number | null;
  /** Changes set aside because they could not be indexed. */
  parkedMarks: number | null;
}

@Injectable()
export class ReadinessCheck {
  private readonly logger = new Logger(ReadinessCheck.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly engine: SearchEngine,
    private readonly drift: Drift,
  ) {}

  async look(): Promise<Readiness> {
    const [marks, engine] = await Promise.all([
      this.orNull(() => this.marks()),
      this.orNull(() => this.engine.healthy()),
    ]);
    const drift = marks && engine ? await this.orNull(() => this.drift.count()) : null;
    return {
      status: marks && engine ? 'ready' : 'unavailable',
      database: marks ? 'up' : 'down',
      engine: engine ? 'up' : 'down',
      drift,
      oldestMarkSeconds: marks?.oldest ?? null,
      parkedMarks: marks?.parked ?? null,
    };
  }

  private async marks(): Promise<{ oldest: number; parked: number }> {
    const [row] = await this.db.query<[{ oldest: number; parked: number }]>(
      `SELECT coalesce(extract(epoch FROM now() - (SELECT min(marked_at) FROM outbox)), 0)::float AS oldest,
              (SELECT count(*) FROM outbox_parked)::int AS parked`,
    );
    return row;
  }

  private async orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    try {
      return await ask();
    } catch (error) {
      this.logger.warn(String(error));
      return null;
    }
  }
}
