import type { Place } from '../territories/place.js';
import type { Gazetteer } from '../territories/gazetteer.js';

/** How far a point may be from the nearest commune, in km, to lie in its department. */
const nearby = 30;

type Kind = 'department' | 'region';

/** '' stands for all of France, and for a place nobody knows. */
export const placeLogged = (kind: Kind, code: string | null | undefined): string => (code ? `${kind}:${code}` : '');

/** The first place of a search, no finer than a department: a point or a small commune may be where somebody lives. */
export function roundedPlace(gazetteer: Gazetteer, places: readonly Place[] | null | undefined): string {
  const place = places?.[0];
  if (!place) return '';
  if (place.regionCode) return placeLogged('region', gazetteer.region(place.regionCode)?.code);
  return placeLogged('department', departmentOf(gazetteer, place));
}

function departmentOf(gazetteer: Gazetteer, place: Place): string | undefined {
  if (place.departmentCode) return gazetteer.department(place.departmentCode)?.code;
  if (place.commune) return gazetteer.commune(place.commune.code)?.departmentCode;
  if (place.epciSiren) return gazetteer.communesOfEpci(place.epciSiren)[0]?.departmentCode;
  if (place.territoryId) return gazetteer.territory(place.territoryId)?.departmentCodes[0];
  return place.point && gazetteer.communesWithin(place.point, nearby)[0]?.commune.departmentCode;
}

/** What people read for it; null for all of France. */
export function placeShown(gazetteer: Gazetteer, logged: string): { code: string; name: string } | null {
  const [kind, code] = logged.split(':');
  if (!code) return null;
  return (kind === 'region' ? gazetteer.region(code) : gazetteer.department(code)) ?? { code, name: code };
}
