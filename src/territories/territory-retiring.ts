import type { EntityManager } from 'typeorm';
import type { ReferenceTables } from './reference-tables.js';

type Territories = Pick<ReferenceTables['territories'][number], 'id' | 'slug'>[];

/** Slugs that others are about to take are left first: two territories may exchange theirs, or a new one take that of a retired one. */
export async function makeRoomForSlugs(tx: EntityManager, territories: Territories): Promise<void> {
  await tx.query(
    `UPDATE territory SET slug = territory.id || ' ' || territory.slug
     FROM unnest($1::text[], $2::text[]) AS list (id, slug)
     WHERE list.slug = territory.slug AND list.id <> territory.id
       AND split_part(list.id, ':', 1) = territory.generation`,
    [territories.map(({ id }) => id), territories.map(({ slug }) => slug)],
  );
}

/**
 * Territories that are in no list any longer are never deleted: managers, wishes and searches name them, and a list may be
 * taken back. They keep the members and communes of their last list, which are answered.
 */
export async function retireVanished(
  tx: EntityManager,
  territories: Territories,
): Promise<{
  members: { territory_id: string; code: string; kind: 'EPCI' | 'EPT' | 'COMMUNE'; name: string }[];
  communes: { territory_id: string; commune_code: string }[];
}> {
  const listed = [territories.map(({ id }) => id)];
  await tx.query('UPDATE territory SET retired = true WHERE id <> ALL ($1) AND NOT retired', listed);
  return {
    members: await tx.query(
      'SELECT territory_id, code, kind, name FROM territory_member WHERE territory_id <> ALL ($1)',
      listed,
    ),
    communes: await tx.query(
      'SELECT territory_id, commune_code FROM territory_commune WHERE territory_id <> ALL ($1)',
      listed,
    ),
  };
}
