import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Sessions } from '../accounts/sessions.js';
import { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { may } from '../permissions/may.js';
import { Audit } from './audit.js';
import { openSeeing } from './seeing-sessions.js';

const shortestReason = 10;
const longestReason = 1_000;

/** What whoever sees as another may do nevertheless: to stop. */
const leaves: ReadonlySet<string> = new Set(['mutation stopSeeingAs', 'mutation signOut']);

export interface Seeing {
  token: string;
  until: Date;
  viewer: Viewer;
}

/** Administrators see what someone sees, for a reason that stays in the audit log, and can change nothing meanwhile. */
@Injectable()
export class SeeingService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.viewers.onSeenAs((viewer, context) => this.noteRequest(viewer, context));
  }

  /** The caller was let in by AdminDoor. */
  async begin(by: Viewer, accountId: string, words: string): Promise<Seeing | Refusal> {
    const reason = plainText(words);
    const problem = reasonProblem(reason);
    if (problem) return new InvalidInput([problem]);
    return this.db.transaction(async (tx) => {
      const account = isUuid(accountId)
        ? await tx.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_read' } })
        : null;
      if (!account || account.suspendedAt) return new InvalidInput([noSuchAccount()]);
      const note = { actor: by, act: 'account.seeAs', objectType: 'Account', objectId: account.id, reason };
      if (may(account, 'account.seeAs')) {
        await this.audit.note(tx, { ...note, outcome: 'REFUSED' });
        return neverAdministrators();
      }
      const { token, until } = await openSeeing(tx, { accountId, adminId: by.id, now: this.clock.now() });
      await this.audit.note(tx, { ...note, details: { until: until.toISOString() } });
      return { token, until, viewer: new Viewer(account.id, account.email, account.role, by.id) };
    });
  }

  /** Whether the caller saw as another account. */
  async end(context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.even(context);
    if (!viewer?.seenBy || !context.token) return false;
    this.viewers.forget(context);
    const ended = await this.sessions.end(context.token);
    if (ended) {
      const note = { act: 'account.seeAs.end', objectType: 'Account', objectId: viewer.id };
      await this.audit.note(this.db.manager, { ...note, actor: viewer });
    }
    return ended;
  }

  private noteRequest(viewer: Viewer, { asks, writes }: RequestContext): Promise<void> {
    return this.audit.note(this.db.manager, {
      actor: viewer,
      act: 'account.seeAs.request',
      objectType: 'Account',
      objectId: viewer.id,
      outcome: writes && !leaves.has(asks) ? 'REFUSED' : 'DONE',
      details: { asks },
    });
  }
}

function reasonProblem(reason: string): InputProblem | null {
  const { length } = [...reason];
  if (length >= shortestReason && length <= longestReason) return null;
  return new InputProblem(['reason'], {
    fr: `La raison compte de ${shortestReason} à ${longestReason.toLocaleString('fr-FR')} caractères (${length} ici).`,
    en: `The reason has ${shortestReason} to ${longestReason.toLocaleString('en')} characters (${length} here).`,
  });
}

const noSuchAccount = (): InputProblem =>
  new InputProblem(['accountId'], {
    fr: 'Aucun compte actif n’a cet identifiant.',
    en: 'No active account has this id.',
  });

const neverAdministrators = (): NotAllowed =>
  new NotAllowed({
    fr: 'On ne voit jamais la plateforme avec le compte d’un administrateur.',
    en: 'Nobody sees as an administrator.',
  });
