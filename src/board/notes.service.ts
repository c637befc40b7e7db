import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import type { Application } from '../applications/application.entity.js';
import { noSuchApplication } from '../applications/application-refusals.js';
import { BatchLoader } from '../common/batch-loader.js';
import { Clock } from '../common/clock.js';
import type { MomentAfter } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Standings } from '../messages/standings.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import { ApplicationNote } from './note.entity.js';

const mostCharacters = 2_000;
const mostNotes = 200;

/** What members of a company tell one another about an application. */
@Injectable()
export class Notes {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly standings: Standings,
    private readonly moves: ApplicationMoves,
    private readonly clock: Clock,
  ) {}

  /** One over `first`, latest first. */
  latest(applicationId: string, first: number, after?: MomentAfter): Promise<ApplicationNote[]> {
    const query = this.db.manager
      .createQueryBuilder(ApplicationNote, 'note')
      .where({ applicationId })
      .orderBy('note.writtenAt', 'DESC')
      .addOrderBy('note.id', 'DESC')
      .limit(first + 1);
    if (after) query.andWhere('(note.written_at, note.id) < (:at, :id)', { at: after[0], id: after[1] });
    return query.getMany();
  }

  async add(by: Viewer, applicationId: string, given: string): Promise<ApplicationNote | Refusal> {
    const body = plainText(given);
    return this.db.transaction(async (tx) => {
      if (!(await this.standings.forAct(tx, by, 'note.write', applicationId))) return noSuchApplication();
      if (!(await this.moves.locked(tx, applicationId, by.id))) return noSuchApplication();
      const count = await tx.countBy(ApplicationNote, { applicationId });
      const problems = [...problemsOf(body), ...(count < mostNotes ? [] : [new InputProblem(['body'], tooMany)])];
      if (problems.length > 0) return new InvalidInput(problems);
      const row = { applicationId, authorId: by.id, body, writtenAt: this.clock.now(), editedAt: null };
      return tx.save(ApplicationNote, tx.create(ApplicationNote, row));
    });
  }

  async revise(by: Viewer, id: string, given: string): Promise<ApplicationNote | Refusal> {
    const body = plainText(given);
    return this.db.transaction(async (tx) => {
      const note = await this.held(tx, by, 'note.revise', id);
      if (!note) return noSuchApplication();
      const problems = problemsOf(body);
      if (problems.length > 0) return new InvalidInput(problems);
      return tx.save(ApplicationNote, tx.merge(ApplicationNote, note, { body, editedAt: this.clock.now() }));
    });
  }

  async delete(by: Viewer, id: string): Promise<Application | Refusal> {
    return this.db.transaction(async (tx) => {
      const note = await this.held(tx, by, 'note.delete', id);
      const application = note && (await this.moves.locked(tx, note.applicationId, by.id));
      if (!application) return noSuchApplication();
      await tx.delete(ApplicationNote, { id });
      return application;
    });
  }

  /** The note with its application held, if the caller may do this and still belongs to the company. */
  private async held(tx: EntityManager, by: Viewer, act: Act, id: string): Promise<ApplicationNote | null> {
    const found = isUuid(id) ? await tx.findOneBy(ApplicationNote, { id }) : null;
    const standing = found && (await this.standings.forAct(tx, by, 'note.write', found.applicationId));
    if (!standing) return null;
    const facts = { ...(found.authorId && { ownerId: found.authorId }), companyRole: standing.companyRole };
    if (!may(by, act, facts) || !(await this.moves.locked(tx, found.applicationId, by.id))) return null;
    return tx.findOneBy(ApplicationNote, { id });
  }
}

/** By which address members of a company know the author of a note; null once the account is gone. */
@Injectable()
export class NoteAuthors extends BatchLoader<string, string | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(accountIds: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.db.query<{ id: string; email: string }[]>(
      'SELECT id, email FROM account WHERE id = ANY($1)',
      [accountIds],
    );
    const emails = new Map(rows.map(({ id, email }) => [id, email]));
    return accountIds.map((id) => emails.get(id) ?? null);
  }
}

function problemsOf(body: string): InputProblem[] {
  const fine = body !== '' && [...body].length <= mostCharacters;
  return fine ? [] : [new InputProblem(['body'], length)];
}

const length = { fr: 'Une note compte de 1 à 2 000 caractères.', en: 'A note has 1 to 2,000 characters.' };
const tooMany = {
  fr: `Une candidature porte au plus ${mostNotes} notes.`,
  en: `An application has at most ${mostNotes} notes.`,
};
