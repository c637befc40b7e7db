import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { plainText } from '../common/plain-text.js';
import type { Refusal } from '../common/refusal.js';
import { AlreadySuspended, invalidWords, NotSuspended, nothingThere } from '../moderation/moderation-refusals.js';
import type { SuspensionReason } from '../moderation/moderation-words.js';
import { type TerritoryPageKeeper, TerritoryPages } from '../moderation/territory-pages.js';
import { ContactNotices } from './contact-notices.js';
import { WelcomeLetters } from './welcome-letters.js';
import { WelcomeRepository } from './welcome.repository.js';

/** Administrators take what a territory says of itself offline, and bring it back. They were let in by AdminDoor. */
@Injectable()
export class WelcomeHiding implements OnModuleInit, TerritoryPageKeeper {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly repository: WelcomeRepository,
    private readonly letters: WelcomeLetters,
    private readonly notices: ContactNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly pages: TerritoryPages,
  ) {}

  onModuleInit(): void {
    this.pages.register(this);
  }

  async isShown(territoryId: string): Promise<boolean> {
    const found = await this.repository.ofTerritory(territoryId, 'PUBLISHED');
    return Boolean(found?.row.published) && found?.row.hiddenAt === null;
  }

  hide(by: Viewer, territoryId: string, reason: SuspensionReason, words: string | null): Promise<Refusal | null> {
    return this.db.transaction((tx) => this.hideWithin(tx, by, territoryId, reason, words));
  }

  show(by: Viewer, territoryId: string): Promise<Refusal | null> {
    return this.db.transaction((tx) => this.showWithin(tx, by, territoryId));
  }

  async hideWithin(
    tx: EntityManager,
    by: Viewer,
    territoryId: string,
    reason: SuspensionReason,
    given: string | null,
  ): Promise<Refusal | null> {
    const words = plainText(given ?? '');
    const invalid = invalidWords(words, reason === 'OTHER' ? 10 : 0);
    if (invalid) return invalid;
    await this.letters.holdManagers(tx, territoryId);
    const row = await this.repository.existing(tx, territoryId);
    if (!row?.published) return nothingThere();
    if (row.hiddenAt) return new AlreadySuspended();
    const now = this.clock.now();
    await this.repository.hide(tx, territoryId, { at: now, reason, words: words || null });
    await this.repository.note(tx, { ...stepOf(row), at: now, act: 'HIDDEN', accountId: by.id });
    await this.letters.hidden(tx, territoryId, reason, words);
    await this.noteAct(tx, by, territoryId, words || null, { reason });
    return null;
  }

  async showWithin(tx: EntityManager, by: Viewer, territoryId: string): Promise<Refusal | null> {
    await this.letters.holdManagers(tx, territoryId);
    const row = await this.repository.existing(tx, territoryId);
    if (!row) return nothingThere();
    if (!row.hiddenAt) return new NotSuspended();
    await this.repository.hide(tx, territoryId, null);
    const now = this.clock.now();
    await this.repository.note(tx, { ...stepOf(row), at: now, act: 'SHOWN', accountId: by.id });
    await this.letters.shown(tx, territoryId);
    // Of those published meanwhile nobody was told: they were not shown.
    const published = await this.repository.ofTerritory(territoryId, 'PUBLISHED', tx);
    await this.notices.write(tx, territoryId, published?.contacts ?? [], now);
    await this.noteAct(tx, by, territoryId, null, { shown: true });
    return null;
  }

  warn(tx: EntityManager, territoryId: string, reason: SuspensionReason, words: string): Promise<void> {
    return this.letters.warned(tx, territoryId, reason, words);
  }

  private noteAct(
    tx: EntityManager,
    actor: Viewer,
    objectId: string,
    reason: string | null,
    details: Record<string, string | boolean>,
  ): Promise<void> {
    return this.audit.note(tx, { actor, act: 'territory.hide', objectType: 'Territory', objectId, reason, details });
  }
}

const stepOf = ({ territoryId, version }: { territoryId: string; version: number }) => ({
  territoryId,
  version,
  sections: [],
});
