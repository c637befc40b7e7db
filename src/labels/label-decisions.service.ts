import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import type { AuditDetails } from '../audit/audit-entry.entity.js';
import { civilDate, Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { type InputProblem, InvalidInput, Refusal } from '../common/refusal.js';
import { mostAsked, type DocumentKind } from './document-words.js';
import { LabelAids } from './label-aids.js';
import { decidedAids, type GrantedAid, paymentProblems, problem } from './label-decision-rules.js';
import { type HeldLabel, LabelMover, type LabelOrder } from './label-mover.js';
import { moveOf } from './label-moves.js';
import { LabelDocument } from './label-paper.entity.js';
import { cleanWords, type LabelRefusalReason, wordsProblems } from './label-reasons.js';
import { AidLimitReached, noSuchLabel } from './label-refusals.js';
import { Label } from './label.entity.js';

export interface AskedFor {
  kind: DocumentKind;
  words?: string | null;
}

/** What administrators record of what Bpifrance decided. Each is in the audit log; callers were let in by AdminDoor. */
@Injectable()
export class LabelDecisions {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mover: LabelMover,
    private readonly aids: LabelAids,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  askDocuments(by: Viewer, id: string, asked: readonly AskedFor[], words?: string | null): Promise<Label | Refusal> {
    return this.ask(by, id, 'ASK_DOCUMENTS', asked, words);
  }

  askProofs(by: Viewer, id: string, asked: readonly AskedFor[], words?: string | null): Promise<Label | Refusal> {
    return this.ask(by, id, 'ASK_MORE_PROOFS', asked, words);
  }

  /** Other establishments of the company wait: two at once cannot both be the last that is allowed. */
  grant(by: Viewer, id: string, granted: readonly GrantedAid[], words?: string | null): Promise<Label | Refusal> {
    return this.decide(by, id, { act: 'GRANT', words }, async (tx, { label, hire }) => {
      const { aids, problems } = decidedAids(label.aids, granted);
      const isOpen = moveOf('GRANT', label.state, 'INSTRUCTOR') !== null;
      if (isOpen && problems.length > 0) return new InvalidInput(problems);
      if (isOpen && granted.some(({ aid, amountEuros }) => aid === 'VTE_VERT' && (amountEuros ?? 1) > 0)) {
        const { ofSiret, ofSiren } = await this.aids.vertOf(tx, hire);
        const most = await this.aids.mostVert(tx, hire, civilDate(label.requestedAt ?? this.clock.now()));
        if (most && ofSiret >= most.ofSiret) return new AidLimitReached('VTE_VERT', most.ofSiret, 'SIRET');
        if (most && ofSiren >= most.ofSiren) return new AidLimitReached('VTE_VERT', most.ofSiren, 'SIREN');
      }
      const amountEuros = aids.reduce((sum, { grantedEuros }) => sum + (grantedEuros ?? 0), 0);
      return { changes: { aids, amountEuros, grantedAt: this.clock.now() }, details: { amountEuros } };
    });
  }

  refuse(by: Viewer, id: string, reason: LabelRefusalReason, words?: string | null): Promise<Label | Refusal> {
    const order = { act: 'REFUSE', words, reason, needsWords: reason === 'OTHER' } as const;
    return this.decide(by, id, order, () => Promise.resolve({ changes: {}, details: { reason } }));
  }

  /** Once, and never more than was granted. */
  pay(by: Viewer, id: string, amountEuros: number, on: string): Promise<Label | Refusal> {
    return this.decide(by, id, { act: 'PAY' }, (_tx, { label }) => {
      const problems = paymentProblems(label, amountEuros, on, this.clock.today());
      if (label.state === 'PROOFS_SENT' && problems.length > 0) return Promise.resolve(new InvalidInput(problems));
      return Promise.resolve({ changes: { paidEuros: amountEuros, paidOn: on }, details: { amountEuros, on } });
    });
  }

  private ask(
    by: Viewer,
    id: string,
    act: 'ASK_DOCUMENTS' | 'ASK_MORE_PROOFS',
    asked: readonly AskedFor[],
    words?: string | null,
  ): Promise<Label | Refusal> {
    const list = asked.map((one) => ({ kind: one.kind, words: cleanWords(one.words) }));
    const problems = list.flatMap((one, index) => documentProblems(one, index));
    if (list.length === 0 || list.length > mostAsked) problems.push(problem(['documents'], wrongCount));
    return this.decide(by, id, { act, words }, async (tx, { label }) => {
      if (problems.length > 0) return new InvalidInput(problems);
      if (moveOf(act, label.state, 'INSTRUCTOR')) {
        const stage = act === 'ASK_DOCUMENTS' ? 'REQUEST' : 'PROOFS';
        const rows = list.map((one) => ({
          ...one,
          labelId: label.id,
          stage,
          askedBy: 'INSTRUCTOR',
          askedAt: this.clock.now(),
        }));
        await tx.insert(LabelDocument, rows as Partial<LabelDocument>[]);
      } else if (!(await this.wasAsked(tx, label, list))) return this.mover.illegal(tx, label);
      return { changes: {}, details: { documents: list.map(({ kind }) => kind) } };
    });
  }

  /** Whether these are the documents that were asked for last: another list is no second click. */
  private async wasAsked(tx: EntityManager, { id }: Label, list: readonly AskedFor[]): Promise<boolean> {
    const last = await tx.query<AskedFor[]>(
      `SELECT kind, words FROM label_document WHERE label_id = $1 AND asked_by = 'INSTRUCTOR'
          AND asked_at = (SELECT max(asked_at) FROM label_document WHERE label_id = $1 AND asked_by = 'INSTRUCTOR')`,
      [id],
    );
    const said = (documents: readonly AskedFor[]) =>
      documents.map(({ kind, words }) => `${kind} ${words ?? ''}`).sort();
    return said(last).join('\n') === said(list).join('\n');
  }

  private decide(
    by: Viewer,
    id: string,
    { needsWords = false, ...order }: Pick<LabelOrder, 'act' | 'reason' | 'words'> & { needsWords?: boolean },
    work: (tx: EntityManager, held: HeldLabel) => Promise<Refusal | { changes: Partial<Label>; details: AuditDetails }>,
  ): Promise<Label | Refusal> {
    const words = cleanWords(order.words);
    const problems = wordsProblems(words, needsWords);
    return this.db.transaction(async (tx) => {
      if (order.act === 'GRANT' && isUuid(id)) await this.aids.inTurn(tx, id);
      const held = await this.mover.locked(tx, id, by);
      if (!held) return noSuchLabel();
      if (problems.length > 0) return new InvalidInput(problems);
      const found = await work(tx, held);
      if (found instanceof Refusal) return found;
      const before = held.label.state;
      const moved = await this.mover.move(tx, held, {
        ...order,
        words,
        by: { side: 'INSTRUCTOR', accountId: by.id },
        changes: found.changes,
      });
      if (!(moved instanceof Refusal) && moved.state !== before)
        await this.note(tx, by, held, order.act, found.details);
      return moved;
    });
  }

  private note(tx: EntityManager, actor: Viewer, { label, between }: HeldLabel, act: string, details: AuditDetails) {
    return this.audit.note(tx, {
      actor,
      act: 'label.decide',
      objectType: 'Label',
      objectId: label.id,
      ownerId: between.candidateAccountId,
      details: { ...details, decision: act },
    });
  }
}

const wrongCount = {
  fr: `Demandez de 1 à ${mostAsked} documents.`,
  en: `Ask for 1 to ${mostAsked} documents.`,
};

const documentProblems = (
  { kind, words }: { kind: DocumentKind; words: string | null },
  index: number,
): InputProblem[] =>
  wordsProblems(words, kind === 'OTHER').map(({ text }) => problem(['documents', index, 'words'], text));
