import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** Rows that break a unique constraint are someone else's or an earlier load's, and are left out. */
export async function insert<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: QueryDeepPartialEntity<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.createQueryBuilder().insert().into(entity).values(rows).orIgnore().updateEntity(false).execute();
}
