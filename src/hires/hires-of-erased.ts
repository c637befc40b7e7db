import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type ExportedData,
  type ExportedFile,
  PersonalData,
  type PersonalDataHolder,
} from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { fold } from '../common/fold.js';
import type { Letter } from '../mail/letter.js';
import { Mailer } from '../mail/mailer.js';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import { sha256Of } from './charter-pdf.js';
import { Charters } from './charters.service.js';
import { forgetHires } from './hire-forgetting.js';
import { companyLink } from './hire-letters.js';
import { partiesOf } from './hire-parties.js';
import { underway } from './hire-status.js';
import { about, disowned, personGone, renewed } from './hire-words.js';
import { Hire } from './hire.entity.js';

/**
 * Of a person hired everything leaves hires and charters; that there was a hire stays, and counts. Of a member of a company who
 * signed, the name leaves the charter, which stays the other person’s.
 */
@Injectable()
export class HiresOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly charters: Charters,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await this.forgetInvitations(tx, accountId);
    await this.forgetPerson(tx, accountId);
    await this.forgetSigner(tx, accountId);
  }

  /** The charters of the person hired, each a file that reads by itself. That of another stays out of a member’s archive. */
  async export(accountId: string): Promise<ExportedData[]> {
    const rows = await this.db.query<{ hireId: string; number: number; bytes: Buffer }[]>(
      `SELECT v.hire_id AS "hireId", v.number, coalesce(v.final_pdf, v.pdf) AS bytes FROM charter_version v
         JOIN hire h ON h.id = v.hire_id LEFT JOIN candidate c ON c.id = h.candidate_id
        WHERE coalesce(v.final_pdf, v.pdf) IS NOT NULL AND c.account_id = $1
        ORDER BY v.made_at, v.id`,
      [accountId],
    );
    if (rows.length === 0) return [];
    const files: ExportedFile[] = rows.map(({ hireId, number, bytes }) => ({
      name: `charte-${hireId}-v${number}.pdf`,
      bytes,
    }));
    return [{ name: 'charters', rows: rows.map(({ hireId, number }) => ({ hireId, number })), files }];
  }

  /** As if they had said by the link that it is not them: nobody learns from it that the address had an account. */
  private async forgetInvitations(tx: EntityManager, accountId: string): Promise<void> {
    const hires = await tx.query<Hire[]>(
      `SELECT h.id, h.mission_title AS "missionTitle" FROM hire h JOIN hire_invitation i ON i.hire_id = h.id
        WHERE i.email = (SELECT email FROM account WHERE id = $1) ORDER BY h.id FOR UPDATE OF h`,
      [accountId],
    );
    const ids = hires.map(({ id }) => id);
    await tx.query('DELETE FROM hire_invitation WHERE hire_id = ANY($1)', [ids]);
    await this.callOff(tx, ids, { endedBy: 'CANDIDATE', endReason: 'NOT_THE_PERSON' });
    for (const hire of hires) {
      const between = (await partiesOf(tx, [hire.id]))[0]!;
      const words = { ...disowned(about(between, hire)), link: companyLink(hire.id) };
      await this.tell(tx, between.memberAccountIds, accountId, words);
    }
  }

  private async forgetPerson(tx: EntityManager, accountId: string): Promise<void> {
    const hires = await tx.query<{ id: string }[]>(
      `SELECT id FROM hire
        WHERE candidate_id IN (SELECT id FROM candidate WHERE account_id = $1) ORDER BY id FOR UPDATE`,
      [accountId],
    );
    const ids = hires.map(({ id }) => id);
    const between = await partiesOf(tx, ids);
    await this.callOff(tx, ids, { endedBy: 'PLATFORM', endReason: 'PERSON_GONE' });
    for (const statement of forgetHires('h.id = ANY($2)', '$1::timestamptz'))
      await tx.query(statement, [this.clock.now(), ids]);
    const byCompany = new Map(between.map((one) => [one.companyId, one.memberAccountIds]));
    for (const members of byCompany.values()) await this.tell(tx, members, accountId, personGone);
  }

  /** Those that were under way end; those that both signed stay what they were. */
  private async callOff(
    tx: EntityManager,
    ids: readonly string[],
    { endedBy, endReason }: Pick<Hire, 'endedBy' | 'endReason'>,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `UPDATE charter_version v SET voided_at = $2 FROM hire h
        WHERE h.id = v.hire_id AND h.id = ANY($1) AND v.voided_at IS NULL AND v.signed_at IS NULL`,
      [ids, now],
    );
    await tx.query(
      `UPDATE hire SET status = 'CANCELLED', ended_by = $4, end_reason = $5, ended_on = $2, updated_at = $3,
              address_digest = NULL
        WHERE id = ANY($1) AND status IN ('AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN')`,
      [ids, this.clock.today(), now, endedBy, endReason],
    );
  }

  /** Nothing in it is of whoever is erased. Others who are being erased just now are passed over. */
  private async tell(
    tx: EntityManager,
    readers: readonly (string | null)[],
    erased: string,
    letter: Omit<Letter, 'to'>,
  ): Promise<void> {
    const there = await tx.query<{ id: string }[]>(
      'SELECT id FROM account WHERE id = ANY($1) AND id <> $2 ORDER BY id FOR KEY SHARE SKIP LOCKED',
      [readers.filter((id) => id !== null), erased],
    );
    for (const { id } of there) await this.mailer.write(tx, { ...letter, to: { accountId: id } });
  }

  private async forgetSigner(tx: EntityManager, accountId: string): Promise<void> {
    const signed = await tx.query<{ hireId: string; versionId: string; name: string | null }[]>(
      `SELECT v.hire_id AS "hireId", v.id AS "versionId", s.name FROM charter_signature s
         JOIN charter_version v ON v.id = s.version_id JOIN hire h ON h.id = v.hire_id
        WHERE s.account_id = $1 AND s.side = 'COMPANY' ORDER BY h.id, v.number FOR UPDATE OF h`,
      [accountId],
    );
    for (const { hireId, versionId, name } of signed) {
      await tx.update(CharterSignature, { versionId, side: 'COMPANY' }, { name: null, role: null });
      await this.withoutTutor(tx, { hireId, name, erased: accountId });
      const version = await tx.findOneByOrFail(CharterVersion, { id: versionId });
      if (!version.signedAt || !version.content) continue;
      const finalPdf = await this.charters.finalPdf(tx, version, version.signedAt);
      await tx.update(CharterVersion, { id: versionId }, { finalPdf, finalSha256: sha256Of(finalPdf) });
    }
  }

  /** Someone who signs is often the tutor too: every version that names them loses the name, and the bytes that print it. */
  private async withoutTutor(
    tx: EntityManager,
    { hireId, name, erased }: { hireId: string; name: string | null; erased: string },
  ): Promise<void> {
    const isNamed = (said: string | null | undefined) => Boolean(name && said && fold(said).includes(fold(name)));
    for (const version of await tx.findBy(CharterVersion, { hireId })) {
      const { content } = version;
      if (!content || !isNamed(JSON.stringify(content))) continue;
      const without = JSON.parse(JSON.stringify(content), (_field, value: unknown) =>
        typeof value === 'string' && isNamed(value) ? nameTakenOut : value,
      ) as typeof content;
      await tx.update(CharterVersion, { id: version.id }, { content: without, pdf: null });
    }
    const hire = await tx.findOneByOrFail(Hire, { id: hireId });
    const named = (['tutorName', 'reportsTo', 'mission', 'transforms'] as const).filter((field) =>
      isNamed(hire[field]),
    );
    if (named.length === 0) return;
    const instead = underway.includes(hire.status) ? null : nameTakenOut;
    await tx.update(Hire, { id: hireId }, Object.fromEntries(named.map((field) => [field, instead])));
    if (hire.status === 'CHARTER_OPEN') await this.closeCharter(tx, hire, erased);
  }

  /** What named somebody who is gone is signed by nobody any more: the company says anew what is missing. */
  private async closeCharter(tx: EntityManager, hire: Hire, erased: string): Promise<void> {
    await tx.query('UPDATE charter_version SET voided_at = $2 WHERE hire_id = $1 AND voided_at IS NULL', [
      hire.id,
      this.clock.now(),
    ]);
    await tx.update(Hire, { id: hire.id }, { status: 'DRAFT', updatedAt: this.clock.now() });
    const between = (await partiesOf(tx, [hire.id]))[0]!;
    const readers = [between.candidateAccountId, ...between.memberAccountIds];
    await this.tell(tx, readers, erased, renewed(about(between, hire), true, false));
  }
}

const nameTakenOut = '(nom effacé)';
