import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import type { AccountRole } from '../permissions/account-role.js';
import { may } from '../permissions/may.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';

const mostTerritories = 50;

export interface Assigned {
  accountId: string;
  territories: TerritoryFacts[];
}

/** Administrators make territory managers, and nobody else does; sessions follow with the next request. */
@Injectable()
export class AssigningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The caller was let in by AdminDoor. The list as a whole: what is not in it is taken away, and with the last one the role. */
  async assign(by: Viewer, accountId: string, said: string[]): Promise<Assigned | Refusal> {
    const ids = [...new Set(said)];
    const territories = ids.map((id) => this.gazetteer.territory(id)).filter((found) => found !== undefined);
    const problems = said.flatMap((id, index) => (this.gazetteer.territory(id) ? [] : [noSuchTerritory(index)]));
    if (ids.length > mostTerritories) problems.push(tooMany());
    if (problems.length > 0) return new InvalidInput(problems);
    return this.db.transaction(async (tx) => {
      const account = isUuid(accountId)
        ? await tx.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!account) return new InvalidInput([noSuchAccount()]);
      if (!may(account, 'territory.receive')) return otherRole();
      await this.keep(tx, account, ids);
      await this.audit.note(tx, {
        actor: by,
        act: 'territory.assign',
        objectType: 'Account',
        objectId: accountId,
        ownerId: accountId,
        details: { territories: ids },
      });
      return { accountId, territories };
    });
  }

  private async keep(tx: EntityManager, { id }: Account, ids: string[]): Promise<void> {
    await tx.query('DELETE FROM territory_manager WHERE account_id = $1 AND territory_id <> ALL ($2)', [id, ids]);
    await tx.query(
      `INSERT INTO territory_manager (account_id, territory_id, given_at)
       SELECT $1, territory, $3 FROM unnest($2::text[]) AS territory ON CONFLICT DO NOTHING`,
      [id, ids, this.clock.now()],
    );
    const role: AccountRole = ids.length > 0 ? 'TERRITORY_MANAGER' : 'COMPANY_MEMBER';
    await tx.update(Account, { id }, { role });
  }
}

const noSuchTerritory = (index: number): InputProblem =>
  new InputProblem(['territoryIds', index], {
    fr: 'Aucun territoire n’a cet identifiant.',
    en: 'No territory has this id.',
  });

const tooMany = (): InputProblem =>
  new InputProblem(['territoryIds'], {
    fr: `Un compte gère au plus ${mostTerritories} territoires.`,
    en: `An account manages at most ${mostTerritories} territories.`,
  });

const noSuchAccount = (): InputProblem =>
  new InputProblem(['accountId'], { fr: 'Aucun compte n’a cet identifiant.', en: 'No account has this id.' });

const otherRole = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ni un candidat ni un administrateur ne gère de territoire : il faut un compte de membre d’entreprise.',
    en: 'Neither candidates nor administrators manage territories: it takes the account of a company member.',
  });
