import type { ReferenceTables } from '../territories/reference-tables.js';
import { arrondissementsOfParis } from './paris.js';

/** A point from which a cell is made; a commune may have several, whose cells are joined. */
export interface MapSite {
  communeCode: string;
  longitude: number;
  latitude: number;
  /** Inhabitants, and communes of before that have no site of their own, in equal parts among the sites of a commune. */
  population: number;
  merged: number;
}

/** A centre of an area as the package has it; former communes of about 2020 are still in it. */
export interface AreaCentre {
  code: string;
  centre?: { coordinates: [longitude: number, latitude: number] };
}

const paris = '75056';

/**
 * The centres of areas rather than the towns that the platform corrects some of them to: a cell is to lie like the area.
 * Communes that merged since 2020 have the centres of their parts; Paris has its arrondissements.
 */
export function mapSites(
  { communes, aliases }: Pick<ReferenceTables, 'communes' | 'aliases'>,
  centres: readonly AreaCentre[],
): MapSite[] {
  const today = new Map(communes.map((commune) => [commune.code, commune]));
  const successor = new Map(aliases.map(({ formerCode, communeCode }) => [formerCode, communeCode]));
  const points = new Map<string, [longitude: number, latitude: number][]>();
  const known = new Set<string>();
  const add = (code: string, point: [longitude: number, latitude: number]): void => {
    const others = points.get(code);
    if (others) others.push(point);
    else points.set(code, [point]);
  };
  for (const { code, centre } of centres) {
    const communeCode = today.has(code) ? code : successor.get(code);
    if (!centre || !communeCode || communeCode === paris) continue;
    known.add(code);
    add(communeCode, centre.coordinates);
  }
  if (today.has(paris)) for (const point of arrondissementsOfParis) add(paris, point);
  const merged = new Map<string, number>();
  for (const { formerCode, communeCode, kind } of aliases) {
    if (kind !== 'ARRONDISSEMENT' && formerCode !== communeCode && !known.has(formerCode))
      merged.set(communeCode, (merged.get(communeCode) ?? 0) + 1);
  }
  const sites = communes
    .filter(({ retired }) => !retired)
    .flatMap(({ code, longitude, latitude, population }) => {
      const own = points.get(code) ?? [[longitude, latitude] as const];
      return own.map(([lon, lat]) => ({
        communeCode: code,
        longitude: lon,
        latitude: lat,
        population: population / own.length,
        merged: (merged.get(code) ?? 0) / own.length,
      }));
    });
  return apart(sites);
}

/** Degrees by which a site is moved away from another commune's that has the very same point, for want of a better one. */
const aside = 0.015;

/** No two sites share a point: between those no line can be drawn. */
function apart(sites: readonly MapSite[]): MapSite[] {
  const taken = new Map<string, string>();
  return sites.flatMap((site) => {
    let { longitude } = site;
    const key = (): string => `${longitude} ${site.latitude}`;
    if (taken.get(key()) === site.communeCode) return [];
    while (taken.has(key())) longitude += aside;
    taken.set(key(), site.communeCode);
    return [{ ...site, longitude }];
  });
}
