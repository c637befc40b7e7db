import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { ApplicationEvent } from './application-event.entity.js';

/** The steps of applications, first to last, read together: who may see them was asked before. */
@Injectable()
export class ApplicationEventsLoader extends BatchLoader<string, ApplicationEvent[]> {
  constructor(@InjectRepository(ApplicationEvent) private readonly events: Repository<ApplicationEvent>) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<ApplicationEvent[][]> {
    const found = await this.events.find({ where: { applicationId: In([...ids]) }, order: { seq: 'ASC' } });
    const byApplication = new Map<string, ApplicationEvent[]>(ids.map((id) => [id, []]));
    for (const event of found) byApplication.get(event.applicationId)!.push(event);
    return ids.map((id) => byApplication.get(id)!);
  }
}
