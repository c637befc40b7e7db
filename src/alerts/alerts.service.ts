import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { may } from '../permissions/may.js';
import { AlertsSeen, AlertSettingType } from './alert.type.js';
import { AlertsRepository } from './alerts.repository.js';
import { notYourSearch } from './saved-search-refusals.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

@Injectable()
export class AlertsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly alerts: AlertsRepository,
    private readonly searches: SavedSearchesRepository,
    private readonly candidates: CandidatesRepository,
    private readonly clock: Clock,
  ) {}

  async markSeen(by: Viewer, searchId: string | null): Promise<AlertsSeen | Refusal> {
    if (!may(by, 'alert.manage')) return notACandidate();
    const { id } = await this.candidates.ofAccount(by.id);
    if (searchId !== null && !(await this.isOf(id, searchId))) return notYourSearch();
    const at = this.clock.now();
    const count = await this.db.transaction((tx) => this.alerts.markSeen(tx, id, searchId, at));
    return Object.assign(new AlertsSeen(), { count, at });
  }

  async setProfileAlerts(by: Viewer, on: boolean, minScore: number | null): Promise<AlertSettingType | Refusal> {
    if (!may(by, 'alert.manage')) return notACandidate();
    if (minScore !== null && (minScore < 1 || minScore > 100)) return scoreOutOfRange();
    const { id } = await this.candidates.ofAccount(by.id);
    await this.alerts.set(id, on, minScore);
    return this.alerts.setting(id);
  }

  private async isOf(candidateId: string, searchId: string): Promise<boolean> {
    const [search] = isUuid(searchId) ? await this.searches.byIds([searchId]) : [];
    return search?.candidateId === candidateId;
  }
}

const scoreOutOfRange = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['minScore'], { fr: 'Le score va de 1 à 100.', en: 'The score is from 1 to 100.' }),
  ]);
