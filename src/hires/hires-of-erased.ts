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
import { Mailer } from '../mail/mailer.js';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import { sha256Of } from './charter-pdf.js';
import { Charters } from './charters.service.js';
import { forgetHires } from './hire-forgetting.js';
import { personGone } from './hire-words.js';

interface HireOfErased {
  id: string;
  companyId: string;
}

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

  /** The signed charters of the person, and those that a member signed: all files, readable by themselves. */
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

  private async forgetInvitations(tx: EntityManager, accountId: string): Promise<void> {
    const hires = await tx.query<{ id: string }[]>(
      `SELECT h.id FROM hire h JOIN hire_invitation i ON i.hire_id = h.id
        WHERE i.email = (SELECT email FROM account WHERE id = $1) ORDER BY h.id FOR UPDATE OF h`,
      [accountId],
    );
    const ids = hires.map(({ id }) => id);
    await tx.query('DELETE FROM hire_invitation WHERE hire_id = ANY($1)', [ids]);
    await this.callOff(tx, ids);
  }

  private async forgetPerson(tx: EntityManager, accountId: string): Promise<void> {
    const hires = await tx.query<HireOfErased[]>(
      `SELECT id, company_id AS "companyId" FROM hire
        WHERE candidate_id IN (SELECT id FROM candidate WHERE account_id = $1) ORDER BY id FOR UPDATE`,
      [accountId],
    );
    const ids = hires.map(({ id }) => id);
    await this.callOff(tx, ids);
    for (const statement of forgetHires('h.id = ANY($2)', '$1::timestamptz'))
      await tx.query(statement, [this.clock.now(), ids]);
    for (const { companyId } of hires) await this.tell(tx, companyId, accountId);
  }

  /** Those that were under way end; those that both signed stay what they were. */
  private async callOff(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `UPDATE charter_version v SET voided_at = $2 FROM hire h
        WHERE h.id = v.hire_id AND h.id = ANY($1) AND v.voided_at IS NULL AND v.signed_at IS NULL`,
      [ids, now],
    );
    await tx.query(
      `UPDATE hire SET status = 'CANCELLED', ended_by = 'PLATFORM', end_reason = 'PERSON_GONE', ended_on = $2, updated_at = $3
        WHERE id = ANY($1) AND status IN ('AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN')`,
      [ids, this.clock.today(), now],
    );
  }

  /** Nothing in it is of the person. Members who are being erased just now are passed over. */
  private async tell(tx: EntityManager, companyId: string, erased: string): Promise<void> {
    const members = await tx.query<{ id: string }[]>(
      `SELECT account.id FROM account JOIN company_member m ON m.account_id = account.id
        WHERE m.company_id = $1 AND m.role IN ('owner', 'recruiter') AND account.id <> $2
        ORDER BY account.id FOR KEY SHARE OF account SKIP LOCKED`,
      [companyId, erased],
    );
    for (const { id } of members) await this.mailer.write(tx, { ...personGone, to: { accountId: id } });
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
      await this.withoutTutor(tx, hireId, name);
      const version = await tx.findOneByOrFail(CharterVersion, { id: versionId });
      if (!version.signedAt || !version.content) continue;
      const finalPdf = await this.charters.finalPdf(tx, version, version.signedAt);
      await tx.update(CharterVersion, { id: versionId }, { finalPdf, finalSha256: sha256Of(finalPdf) });
    }
  }

  /** Someone who signs is often the tutor too: every version that names them loses the name, and the bytes that print it. */
  private async withoutTutor(tx: EntityManager, hireId: string, name: string | null): Promise<void> {
    const isNamed = (said: string | null | undefined) => Boolean(name && said && fold(said).includes(fold(name)));
    for (const version of await tx.findBy(CharterVersion, { hireId })) {
      const { content } = version;
      if (!content || !isNamed(JSON.stringify(content))) continue;
      const without = JSON.parse(JSON.stringify(content), (_field, value: unknown) =>
        typeof value === 'string' && isNamed(value) ? nameTakenOut : value,
      ) as typeof content;
      await tx.update(CharterVersion, { id: version.id }, { content: without, pdf: null });
    }
    const [hire] = await tx.query<Record<string, string | null>[]>(
      'SELECT tutor_name, reports_to, mission, transforms FROM hire WHERE id = $1',
      [hireId],
    );
    for (const [column, said] of Object.entries(hire ?? {})) {
      if (isNamed(said)) await tx.query(`UPDATE hire SET ${column} = $2 WHERE id = $1`, [hireId, nameTakenOut]);
    }
  }
}

const nameTakenOut = '(nom effacé)';
