import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import { WelcomeRepository, type Written } from './welcome.repository.js';

/** What territories published, read together; also of those that an administrator took offline. */
@Injectable()
export class WelcomeLoader extends BatchLoader<string, Written | null> {
  constructor(private readonly repository: WelcomeRepository) {
    super();
  }

  protected batch(ids: readonly string[]): Promise<(Written | null)[]> {
    return this.repository.ofTerritories(ids, 'PUBLISHED');
  }
}
