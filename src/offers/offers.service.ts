import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import slugify from 'slugify';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { addDays, Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, NotAllowed, Refusal } from '../common/refusal.js';
import { isUuid } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Outbox } from '../outbox/outbox.js';
import type { Offer } from './offer.entity.js';
import { OfferCheck } from './offer-check.js';
import { draftOf, revised } from './offer-draft.js';
import type { OfferChangesInput, PostOfferInput } from './offer.input.js';
import { IllegalOfferMove } from './offer-refusals.js';
import { canBeRevised } from './offer-status.js';
import { OfferWatchers } from './offer-watchers.js';
import { OffersRepository } from './offers.repository.js';

/** Days an offer stays open when the company names no last day. */
export const daysOpen = 90;

/** Posting and revising. Moves between states are in offer-moves.service.ts. */
@Injectable()
export class OffersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly offers: OffersRepository,
    private readonly companies: CompaniesRepository,
    private readonly check: OfferCheck,
    private readonly watchers: OfferWatchers,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async post(by: Viewer, input: PostOfferInput): Promise<Offer | Refusal> {
    if (!isUuid(input.companyId) || !(await this.companies.may(by, 'offer.manage', input.companyId)))
      return notYourCompany();
    const key = input.idempotencyKey?.trim() || null;
    if (key !== null && [...key].length > 100) return keyTooLong();
    const posted = key === null ? null : await this.offers.postedWithKey(input.companyId, key);
    if (posted) return posted;
    const judged = this.check.judge(draftOf(input), input, await this.check.acceptable(input));
    if (judged instanceof Refusal) return judged;

    const id = randomUUID();
    const publish = input.publish ?? true;
    const offer = {
      ...judged,
      id,
      slug: slugOf(judged.title, id),
      companyId: input.companyId,
      status: publish ? ('OPEN' as const) : ('DRAFT' as const),
      publishedAt: publish ? this.clock.now() : null,
      expiresOn: judged.expiresOn ?? (publish ? addDays(this.clock.today(), daysOpen) : null),
      idempotencyKey: key,
      demo: false,
    };
    try {
      return await this.db.transaction(async (tx) => {
        await this.companies.hold(tx, input.companyId);
        if (!(await this.companies.may(by, 'offer.manage', input.companyId, tx))) return notYourCompany();
        const kept = publish ? await this.watchers.keptOffline(tx, input.companyId, null) : null;
        if (kept) return kept;
        await this.offers.insert(tx, offer);
        await this.outbox.mark(tx, 'offer', id);
        await this.audit.noteOfAdministrator(tx, by, noted(id, 'post'));
        return (await this.offers.byId(id, tx))!;
      });
    } catch (error) {
      const before = key !== null && isTwice(error) ? await this.offers.postedWithKey(input.companyId, key) : null;
      if (before) return before;
      throw error;
    }
  }

  async revise(by: Viewer, id: string, changes: OfferChangesInput): Promise<Offer | Refusal> {
    const acceptable = await this.check.acceptable(changes);
    return this.db.transaction(async (tx) => {
      const offer = isUuid(id) ? await this.offers.locked(tx, id) : null;
      if (!offer || !(await this.companies.may(by, 'offer.manage', offer.companyId, tx))) return notYourOffer();
      if (!canBeRevised(offer.status)) return new IllegalOfferMove(offer.status, { fr: 'modifiée', en: 'revised' });
      const judged = this.check.judge(revised(offer, changes), changes, acceptable, offer);
      if (judged instanceof Refusal) return judged;
      const online = offer.status === 'DRAFT' ? null : addDays(this.clock.today(), daysOpen);
      await this.offers.revise(tx, id, { ...judged, expiresOn: judged.expiresOn ?? online });
      await this.outbox.mark(tx, 'offer', id);
      await this.audit.noteOfAdministrator(tx, by, noted(id, 'revise'));
      return (await this.offers.byId(id, tx))!;
    });
  }
}

const noted = (objectId: string, what: 'post' | 'revise') => ({
  act: 'offer.manage',
  objectType: 'Offer',
  objectId,
  details: { what },
});

/** Titles in a script that has no Latin letters give no words of their own. */
function slugOf(title: string, id: string): string {
  const words = slugify(title, { lower: true, strict: true, locale: 'fr' }).slice(0, 80).replace(/-+$/, '');
  return `${words || 'offre'}-${id.slice(0, 8)}${id.slice(9, 13)}`;
}

const isTwice = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'offer_posted_once';

export const notYourOffer = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette offre n’existe pas, ou votre compte ne gère pas l’entreprise qui la publie.',
    en: 'There is no such offer, or your account does not manage the company that posted it.',
  });

const notYourCompany = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise n’existe pas, ou votre compte ne peut pas publier en son nom.',
    en: 'There is no such company, or your account may not post for it.',
  });

const keyTooLong = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['idempotencyKey'], {
      fr: 'La clé compte au plus 100 caractères.',
      en: 'The key has at most 100 characters.',
    }),
  ]);
