import type { EntityManager } from 'typeorm';

/** How much of the platform a change of a list concerns; numbers only. */
export interface ListTouched {
  openOffers: number;
  managers: number;
  wishes: number;
  savedSearches: number;
}

/** Open offers with a workplace in the communes, and who or what names one of the territories that would go. */
export async function countTouched(
  db: Pick<EntityManager, 'query'>,
  communeCodes: readonly string[],
  goneIds: readonly string[],
): Promise<ListTouched> {
  const [touched] = await db.query<[ListTouched]>(
    `SELECT
       (SELECT count(DISTINCT offer.id)::int FROM offer JOIN offer_site AS site ON site.offer_id = offer.id
        WHERE offer.status = 'OPEN' AND site.commune_code = ANY ($1)) AS "openOffers",
       (SELECT count(*)::int FROM territory_manager WHERE territory_id = ANY ($2)) AS managers,
       (SELECT count(*)::int FROM candidate WHERE EXISTS (
          SELECT FROM jsonb_array_elements(places) AS place WHERE place ->> 'territoryId' = ANY ($2))) AS wishes,
       (SELECT count(*)::int FROM saved_search WHERE EXISTS (
          SELECT FROM jsonb_path_query(filter, '$.places[*]') AS place WHERE place ->> 'territoryId' = ANY ($2))) AS "savedSearches"`,
    [communeCodes, goneIds],
  );
  return touched;
}
