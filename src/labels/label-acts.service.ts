import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { InvalidInput, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { may } from '../permissions/may.js';
import { LabelAids } from './label-aids.js';
import { type HeldLabel, LabelMover } from './label-mover.js';
import { moveOf } from './label-moves.js';
import { cleanWords, wordsProblems } from './label-reasons.js';
import { LabelDocumentsMissing, LabelRequestTooLate, noSuchLabel } from './label-refusals.js';
import { openDocuments } from './label-view.js';
import { LabelViews } from './label-views.js';
import type { Label } from './label.entity.js';

/** What a company does with the label of someone it hired. */
@Injectable()
export class LabelActs {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mover: LabelMover,
    private readonly views: LabelViews,
    private readonly aids: LabelAids,
    private readonly companies: CompaniesRepository,
    private readonly clock: Clock,
  ) {}

  /** The day of the request is judged here, not by the hour at which the platform looks. */
  request(by: Viewer, id: string, words?: string | null): Promise<Label | Refusal> {
    return this.asCompany(by, id, words, async (tx, held, said) => {
      const order = { act: 'REQUEST', by: { side: 'COMPANY', accountId: by.id }, words: said } as const;
      if (!moveOf(order.act, held.label.state, 'COMPANY')) return this.mover.move(tx, held, order);
      const { view } = await this.views.one(tx, held.label);
      const today = this.clock.today();
      if (today > view.dates.requestBy) return new LabelRequestTooLate(view.dates.requestBy);
      const aids = await this.aids.verdicts(tx, held.hire, today);
      return this.mover.move(tx, held, {
        ...order,
        changes: { aids, amountEuros: null, requestedAt: this.clock.now() },
      });
    });
  }

  sendDocuments(by: Viewer, id: string, words?: string | null): Promise<Label | Refusal> {
    return this.send(by, id, 'SEND_DOCUMENTS', words);
  }

  sendProofs(by: Viewer, id: string, words?: string | null): Promise<Label | Refusal> {
    return this.send(by, id, 'SEND_PROOFS', words);
  }

  withdraw(by: Viewer, id: string, words?: string | null): Promise<Label | Refusal> {
    return this.asCompany(by, id, words, (tx, held, said) =>
      this.mover.move(tx, held, { act: 'WITHDRAW', by: { side: 'COMPANY', accountId: by.id }, words: said }),
    );
  }

  /** Everything that was asked for has to be there. */
  private send(by: Viewer, id: string, act: 'SEND_DOCUMENTS' | 'SEND_PROOFS', words?: string | null) {
    return this.asCompany(by, id, words, async (tx, held, said): Promise<Label | Refusal> => {
      const stage = act === 'SEND_PROOFS' ? 'PROOFS' : 'REQUEST';
      const { view } = await this.views.one(tx, held.label);
      const open = openDocuments(view, stage);
      const isTheirs = moveOf(act, held.label.state, 'COMPANY') !== null;
      if (isTheirs && open.length > 0) return new LabelDocumentsMissing(open.length);
      return this.mover.move(tx, held, { act, by: { side: 'COMPANY', accountId: by.id }, words: said });
    });
  }

  private asCompany(
    by: Viewer,
    id: string,
    words: string | null | undefined,
    act: (tx: EntityManager, held: HeldLabel, words: string | null) => Promise<Label | Refusal>,
  ): Promise<Label | Refusal> {
    const said = cleanWords(words);
    const problems = wordsProblems(said);
    return this.db.transaction(async (tx) => {
      const held = await this.mover.locked(tx, id, by);
      if (!held) return noSuchLabel();
      const companyRole = await this.companies.memberRole(by.id, held.hire.companyId, tx);
      if (!may(by, 'label.advance', { companyRole })) return noSuchLabel();
      if (problems.length > 0) return new InvalidInput(problems);
      if (held.between.isSuspended) return new CompanySuspended();
      return act(tx, held, said);
    });
  }
}
