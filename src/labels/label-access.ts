import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Reads } from '../audit/reads.js';
import { BatchLoader } from '../common/batch-loader.js';
import type { RequestContext } from '../common/context.js';
import { isUuid, NodeFinders } from '../common/node.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { may } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import type { Act } from '../permissions/rules.js';
import { Label } from './label.entity.js';

/** "<account> <label>" */
type Key = string;

interface Row {
  id: string;
  accountId: string;
  ownerId: string | null;
  role: CompanyRole | null;
  managed: boolean;
}

/** How the caller stands to all labels of a request, read together. */
@Injectable()
export class LabelFacts extends BatchLoader<Key, Facts> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(keys: readonly Key[]): Promise<Facts[]> {
    const found = await this.db.query<Row[]>(
      `SELECT label.id, asked.account_id AS "accountId", candidate.account_id AS "ownerId", member.role,
              EXISTS (SELECT FROM territory_manager AS manager
                        JOIN territory_commune AS place ON place.territory_id = manager.territory_id
                        JOIN territory ON territory.id = manager.territory_id AND NOT territory.retired
                       WHERE manager.account_id = asked.account_id AND place.commune_code = hire.commune_code) AS managed
         FROM unnest($1::uuid[], $2::uuid[]) AS asked (account_id, label_id)
         JOIN label ON label.id = asked.label_id JOIN hire ON hire.id = label.hire_id
         LEFT JOIN candidate ON candidate.id = hire.candidate_id
         LEFT JOIN company_member AS member ON member.company_id = hire.company_id AND member.account_id = asked.account_id`,
      [0, 1].map((part) => keys.map((key) => key.split(' ')[part])),
    );
    const facts = new Map(
      found.map(({ id, accountId, ownerId, role, managed }) => [
        `${accountId} ${id}`,
        { ownerId: ownerId ?? undefined, companyRole: role, isInTerritory: managed },
      ]),
    );
    return keys.map((key) => facts.get(key) ?? {});
  }
}

/** Who may do what with a label. What an administrator reads of one is noted. */
@Injectable()
export class LabelAccess implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly known: LabelFacts,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Label, type: 'Label', find: (id, context) => this.visible(id, context) });
  }

  /** Null for what does not exist and for what is hidden alike. */
  async visible(id: string, context: RequestContext): Promise<Label | null> {
    const label =
      isUuid(id) && (await this.viewers.of(context)) ? await this.db.manager.findOneBy(Label, { id }) : null;
    return label && (await this.may('label.read', label, context)) ? label : null;
  }

  async may(act: Act, label: Label, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    const facts = viewer ? await this.facts(viewer, label.id, context) : {};
    if (!may(viewer, act, facts)) return false;
    await this.reads.note(context, act, 'Label', [label.id], facts);
    return true;
  }

  /** A list that the caller may read as such: what an administrator is shown of it is noted. */
  async shown(labels: Label[], context: RequestContext): Promise<Label[]> {
    await Promise.all(labels.map((label) => this.may('label.read', label, context)));
    return labels;
  }

  facts(viewer: Viewer, labelId: string, context: RequestContext): Promise<Facts> {
    return this.known.load(context, `${viewer.id} ${labelId}`);
  }
}
