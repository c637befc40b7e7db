import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { CharterSignature, CharterVersion } from './charter.entity.js';
import type { HireParties } from './hire-parties.js';
import { partiesOf } from './hire-parties.js';
import { type Hire, HireInvitation } from './hire.entity.js';
import { HiresRepository } from './hires.repository.js';

/** Whom hires are between, read together. */
@Injectable()
export class HirePartiesLoader extends BatchLoader<string, HireParties> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(HireParties | Error)[]> {
    const found = new Map((await partiesOf(this.db.manager, ids)).map((row) => [row.hireId, row]));
    return ids.map((id) => found.get(id) ?? new Error(`hire ${id} is gone`));
  }
}

/** Of the hires of one application, in the order they were declared. */
const theOne = (hires: readonly Hire[]): Hire | null =>
  hires.find(({ status }) => status !== 'CANCELLED') ?? hires.at(-1) ?? null;

/** The hires of applications, read together: the one that stands, else the last that was called off; null where there is none. */
@Injectable()
export class HiresOfApplications extends BatchLoader<string, Hire | null> {
  constructor(private readonly hires: HiresRepository) {
    super();
  }

  protected async batch(applicationIds: readonly string[]): Promise<(Hire | null)[]> {
    const rows = await this.hires.ofApplications(applicationIds);
    return applicationIds.map((id) => theOne(rows.filter(({ applicationId }) => applicationId === id)));
  }
}

/** Addresses that companies wrote to and that nobody answered for yet. */
@Injectable()
export class InvitedAddresses extends BatchLoader<string, string | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(hireIds: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.db.manager.findBy(HireInvitation, { hireId: In([...hireIds]) });
    const found = new Map(rows.map(({ hireId, email }) => [hireId, email]));
    return hireIds.map((id) => found.get(id) ?? null);
  }
}

export type SignedVersion = CharterVersion & { signatures: CharterSignature[] };

export const mostVersions = 20;

/** The last versions of charters with their signatures, newest first. */
@Injectable()
export class CharterVersionsLoader extends BatchLoader<string, SignedVersion[]> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(hireIds: readonly string[]): Promise<SignedVersion[][]> {
    const versions = await this.db.manager
      .createQueryBuilder(CharterVersion, 'version')
      .where(
        `version.id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY hire_id ORDER BY number DESC) AS place
           FROM charter_version WHERE hire_id IN (:...hireIds)) AS placed WHERE place <= :most)`,
        { hireIds: [...hireIds], most: mostVersions },
      )
      .orderBy('version.number', 'DESC')
      .getMany();
    const signatures = await this.db.manager.find(CharterSignature, {
      where: { versionId: In(versions.map(({ id }) => id)) },
      order: { signedAt: 'ASC', side: 'ASC' },
    });
    const signed = versions.map((version) =>
      Object.assign(version, { signatures: signatures.filter(({ versionId }) => versionId === version.id) }),
    );
    return hireIds.map((hireId) => signed.filter((version) => version.hireId === hireId));
  }
}
