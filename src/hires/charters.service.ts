import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { contentOf, saysTheSame } from './charter-content.js';
import { charterPdf, sha256Of, signedCharterPdf } from './charter-pdf.js';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import { HireLetters } from './hire-letters.js';
import { missingForCharter } from './hire-missing.js';
import { type HeldHire, nameOf } from './hire-parties.js';
import { about, renewed } from './hire-words.js';
import type { Hire } from './hire.entity.js';
import { HiresRepository } from './hires.repository.js';

/** Versions of charters: freezing, voiding, finishing. Whoever calls holds the hire, so that one thing happens after another. */
@Injectable()
export class Charters {
  constructor(
    private readonly hires: HiresRepository,
    private readonly places: Gazetteer,
    private readonly letters: HireLetters,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The version that stands; null for none. */
  standing(tx: EntityManager, hireId: string): Promise<CharterVersion | null> {
    return tx
      .createQueryBuilder(CharterVersion, 'version')
      .where('version.hire_id = :hireId AND version.voided_at IS NULL', { hireId })
      .getOne();
  }

  signatures(tx: EntityManager, versionId: string): Promise<CharterSignature[]> {
    return tx.find(CharterSignature, { where: { versionId }, order: { signedAt: 'ASC', side: 'ASC' } });
  }

  /** Freezes what the charter says now, under the next number. Nothing is missing, and no version stands. */
  async freeze(tx: EntityManager, { hire, between }: HeldHire): Promise<CharterVersion> {
    const madeAt = this.clock.now();
    const number = (await this.lastNumber(tx, hire.id)) + 1;
    const content = contentOf(hire, between, { number, today: this.clock.today(), places: this.places });
    const pdf = await charterPdf(content, madeAt);
    const { identifiers } = await tx.insert(CharterVersion, {
      hireId: hire.id,
      number,
      content,
      pdf,
      sha256: sha256Of(pdf),
      madeAt,
    });
    return tx.findOneByOrFail(CharterVersion, { id: String(identifiers[0]!['id']) });
  }

  /**
   * After a change of data: where the charter that stands says something else now, it and its signatures are void, and the next
   * version takes its place, or the hire is a draft again while something is missing. Both are told.
   */
  async follow(tx: EntityManager, held: HeldHire): Promise<Hire> {
    const { hire, between } = held;
    const version = hire.status === 'CHARTER_OPEN' ? await this.standing(tx, hire.id) : null;
    if (!version) return hire;
    const missing = missingForCharter(hire, between).length > 0 || nameOf(between) === null;
    const facts = { number: version.number, today: this.clock.today(), places: this.places };
    if (!missing && version.content && saysTheSame(version.content, contentOf(hire, between, facts))) return hire;
    const hadSignatures = (await this.signatures(tx, version.id)).length > 0;
    await tx.update(CharterVersion, { id: version.id }, { voidedAt: this.clock.now() });
    if (!missing) await this.freeze(tx, held);
    const is = missing ? await this.hires.change(tx, hire, { status: 'DRAFT' }) : hire;
    await this.letters.toBoth(tx, between, renewed(about(between, is), hadSignatures, !missing));
    return is;
  }

  /** Makes the charter with both signatures, which is kept beside the one that was signed. */
  async finish(tx: EntityManager, version: CharterVersion, signedAt: Date): Promise<void> {
    const finalPdf = await this.finalPdf(tx, version, signedAt);
    await tx.update(CharterVersion, { id: version.id }, { signedAt, finalPdf, finalSha256: sha256Of(finalPdf) });
  }

  async finalPdf(tx: EntityManager, { id, content, sha256 }: CharterVersion, at: Date): Promise<Buffer> {
    if (!content) throw new Error(`charter version ${id} was forgotten`);
    const signatures = await this.signatures(tx, id);
    const signedPdf = await this.bytes(tx, id, 'pdf');
    return signedCharterPdf({ content, sha256, signedPdf, signatures, at, verifyAt: this.verifyAt(sha256) });
  }

  /** The bytes are large, and read by themselves only. */
  async bytes(
    tx: Pick<EntityManager, 'query'>,
    versionId: string,
    column: 'pdf' | 'final_pdf',
  ): Promise<Buffer | null> {
    const [row] = await tx.query<{ bytes: Buffer | null }[]>(
      `SELECT ${column} AS bytes FROM charter_version WHERE id = $1`,
      [versionId],
    );
    return row?.bytes ?? null;
  }

  verifyAt(sha256: string): string {
    return new URL(`/charte/${sha256}`, this.config.PUBLIC_URL).href;
  }

  private async lastNumber(tx: EntityManager, hireId: string): Promise<number> {
    const [{ last }] = await tx.query<[{ last: number }]>(
      'SELECT coalesce(max(number), 0)::int AS last FROM charter_version WHERE hire_id = $1',
      [hireId],
    );
    return last;
  }
}
