import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { CharterVerificationType } from './charter.type.js';
import { Charters } from './charters.service.js';

export interface CharterCopy {
  bytes: Buffer;
  sha256: string;
  name: string;
}

/** What is given out of charters: the PDF to those it is between, and to everyone whether a fingerprint was signed. */
@Injectable()
export class CharterCopies {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly charters: Charters,
  ) {}

  /** The signed one once both signed, the one to be signed before; null for none, and once it was forgotten. */
  async of(hireId: string): Promise<CharterCopy | null> {
    const version = await this.charters.standing(this.db.manager, hireId);
    if (!version) return null;
    const isSigned = version.signedAt !== null;
    const bytes = await this.charters.bytes(this.db.manager, version.id, isSigned ? 'final_pdf' : 'pdf');
    const sha256 = (isSigned ? version.finalSha256 : version.sha256) ?? version.sha256;
    const name = `charte-vte-${isSigned ? 'signee' : 'a-signer'}-v${version.number}.pdf`;
    return bytes && { bytes, sha256, name };
  }

  async verification(given: string): Promise<CharterVerificationType | null> {
    const sha256 = given.trim().toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
    const [row] = await this.db.query<{ signedAt: Date }[]>(
      `SELECT signed_at AS "signedAt" FROM charter_version
        WHERE signed_at IS NOT NULL AND (sha256 = $1 OR final_sha256 = $1) LIMIT 1`,
      [sha256],
    );
    return row ? { sha256, signedAt: row.signedAt } : null;
  }
}
