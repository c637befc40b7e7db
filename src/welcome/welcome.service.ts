import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ownAccount } from '../accounts/locked-account.js';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { noteFound } from '../moderation/case-book.js';
import { suspiciousOfCompany } from '../moderation/suspicious-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { isFormer } from './shown-welcome.js';
import type { Contact, WelcomeContent } from './welcome-content.js';
import { ContactNotices } from './contact-notices.js';
import { draftOf } from './welcome-draft.js';
import type { WelcomeInput } from './welcome.input.js';
import { welcomeProblems } from './welcome-problems.js';
import { WelcomeChangedMeanwhile } from './welcome-draft.type.js';
import { WelcomeRepository, type Written } from './welcome.repository.js';
import type { WelcomeSection } from './welcome-words.js';

/** Managers write drafts and publish them. The caller was found to manage the territory, or to be an administrator. */
@Injectable()
export class WelcomeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly repository: WelcomeRepository,
    private readonly gazetteer: Gazetteer,
    private readonly notices: ContactNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  save(by: Viewer, input: WelcomeInput): Promise<Written | Refusal> {
    const { territoryId } = input;
    const refused = this.refused(territoryId);
    if (refused) return Promise.resolve(refused);
    return this.db.transaction(async (tx) => {
      await ownAccount(tx, by.id);
      const now = this.clock.now();
      const was = await this.held(tx, territoryId, now);
      if (was.row.version !== input.version) return new WelcomeChangedMeanwhile(was.row.version);
      const draft = draftOf(input, new Set([...was.row.draft.events, ...was.contacts].map(({ id }) => id)));
      const emails = draft.contacts.flatMap(({ email }) => email ?? []);
      const removed = await this.repository.removed(tx, territoryId, emails);
      const problems = welcomeProblems(draft, {
        isCommune: (code) => this.gazetteer.commune(code) !== undefined,
        wasRemoved: (email) => removed.has(email),
      });
      if (problems.length > 0) return new InvalidInput(problems);
      const contacts = draft.contacts.map(({ id, name, role, email, phone }): Contact => ({
        id,
        name,
        role,
        email,
        phone,
      }));
      await this.repository.save(tx, territoryId, draft.content, contacts, now);
      const sections = changed([was.row.draft, was.contacts], [draft.content, contacts]);
      const version = was.row.version + 1;
      await this.repository.note(tx, { territoryId, version, at: now, act: 'SAVED', accountId: by.id, sections });
      await this.noteActs(tx, by, territoryId, { version, saved: true });
      return this.written(tx, territoryId);
    });
  }

  /** Only of the version that was looked at: nobody publishes what someone else has written meanwhile. */
  publish(by: Viewer, territoryId: string, version: number): Promise<Written | Refusal> {
    const refused = this.refused(territoryId);
    if (refused) return Promise.resolve(refused);
    return this.db.transaction(async (tx) => {
      await ownAccount(tx, by.id);
      const now = this.clock.now();
      const { row, contacts } = await this.held(tx, territoryId, now);
      if (row.version === 0) return nothingWritten();
      if (row.version !== version) return new WelcomeChangedMeanwhile(row.version);
      if (row.publishedVersion === version) return this.written(tx, territoryId);
      await this.repository.publish(tx, territoryId, now);
      if (!row.hiddenAt) await this.notices.write(tx, territoryId, contacts, now);
      const found = suspiciousOfCompany({ name: '', description: everything(row.draft) }, this.clock.today());
      await noteFound(tx, 'TERRITORY', territoryId, found, now);
      await this.repository.note(tx, {
        territoryId,
        version,
        at: now,
        act: 'PUBLISHED',
        accountId: by.id,
        sections: [],
      });
      await this.noteActs(tx, by, territoryId, { version, published: true });
      return this.written(tx, territoryId);
    });
  }

  private refused(territoryId: string): Refusal | null {
    const territory = this.gazetteer.territory(territoryId);
    if (!territory) return new InvalidInput([noSuchTerritory()]);
    return isFormer(territory, this.clock.today()) ? formerTerritory() : null;
  }

  private async held(tx: EntityManager, territoryId: string, now: Date): Promise<Written> {
    const row = await this.repository.locked(tx, territoryId, now);
    const found = await this.repository.ofTerritory(territoryId, 'DRAFT', tx);
    return { row, contacts: found?.contacts ?? [] };
  }

  private async written(tx: EntityManager, territoryId: string): Promise<Written> {
    return (await this.repository.ofTerritory(territoryId, 'DRAFT', tx))!;
  }

  private noteActs(tx: EntityManager, actor: Viewer, objectId: string, details: Record<string, number | boolean>) {
    return this.audit.note(tx, { actor, act: 'territory.write', objectType: 'Territory', objectId, details });
  }
}

type Whole = readonly [WelcomeContent, readonly Contact[]];

const changed = ([was, wereContacts]: Whole, [is, areContacts]: Whole): WelcomeSection[] => {
  const pairs: [WelcomeSection, unknown, unknown][] = [
    ['PRESENTATION', was.presentation, is.presentation],
    ['CONTACTS', wereContacts, areContacts],
    ['HOUSING', was.housing, is.housing],
    ['TRANSPORT', was.transport, is.transport],
    ['EVENTS', was.events, is.events],
    ['LINKS', was.links, is.links],
  ];
  return pairs.filter(([, one, other]) => !isDeepStrictEqual(one, other)).map(([section]) => section);
};

/** All texts, for whoever looks for words of fraud in them. */
const everything = ({ presentation, housing, transport, events, links }: WelcomeContent): string =>
  [
    presentation,
    ...[...housing, ...transport, ...events].flatMap(({ title, text }) => [title, text]),
    ...links.map(({ title }) => title),
  ]
    .flatMap((words) => (words ? [words.fr, words.en ?? ''] : []))
    .join('\n');

const noSuchTerritory = (): InputProblem =>
  new InputProblem(['input', 'territoryId'], {
    fr: 'Aucun territoire n’a cet identifiant.',
    en: 'No territory has this id.',
  });

const formerTerritory = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ce territoire n’est plus dans la liste en vigueur : seuls les territoires qui y figurent se présentent ici.',
    en: 'This territory is not on the list in force any more: only those that are present themselves here.',
  });

const nothingWritten = (): NotAllowed =>
  new NotAllowed({
    fr: 'Rien n’est encore écrit : enregistrez d’abord un brouillon.',
    en: 'Nothing is written yet: save a draft first.',
  });
