import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { CONFIG, type Config } from '../common/config.js';
import { silent } from '../common/progress.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { referenceChannel } from '../territories/reference-load.js';
import { type Building, startBuilding } from './map-builder.js';
import { mapsStand } from './map-store.js';

const job = 'build-maps';

/** Has the outlines built when there are none, or when the reference data have changed since; one worker does it. */
@Injectable()
export class MapKeeper implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(MapKeeper.name);
  private readonly databaseUrl: string;
  private building: Building | null = null;

  constructor(
    @Inject(CONFIG) { DATABASE_URL }: Pick<Config, 'DATABASE_URL'>,
    @InjectDataSource() private readonly db: DataSource,
    private readonly announcements: Announcements,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
  ) {
    this.databaseUrl = DATABASE_URL!;
  }

  onModuleInit(): void {
    this.handlers.register(job, () => this.build());
  }

  /** The worker's part: looks now, and at every announced change of the reference data. */
  async start(): Promise<void> {
    await this.announcements.listen(referenceChannel, () => {
      this.look().catch((error: unknown) => {
        this.logger.warn(`whether the outlines are to be built again could not be seen: ${String(error)}`);
      });
    });
    await this.look();
  }

  /** Notes the work if there is any: it waits for nobody, and several notes are one. */
  async look(): Promise<void> {
    if (await mapsStand(this.db.manager)) return;
    await this.jobs.add(this.db.manager, job, {}, { key: job, queue: job, attempts: 5 });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.building?.stop();
  }

  private async build(): Promise<void> {
    if (await mapsStand(this.db.manager)) return;
    this.building = startBuilding(this.databaseUrl, silent);
    try {
      const files = await this.building.done;
      this.logger.log(`outlines built: ${files} files`);
    } finally {
      this.building = null;
    }
  }
}
