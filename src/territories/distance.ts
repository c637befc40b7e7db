/** A place on earth, in decimal degrees (WGS 84). */
export interface LatLon {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth in km. */
export const earthKm = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in km, as the crow flies. */
export function distanceKm(one: LatLon, other: LatLon): number {
  const north = Math.sin(radians(other.latitude - one.latitude) / 2);
  const east = Math.sin(radians(other.longitude - one.longitude) / 2);
  const chord = north * north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east * east;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}
