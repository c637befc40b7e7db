import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import type { Gazetteer } from './gazetteer.js';
import type { Place } from './place.js';

export const mostPlaces = 20;
export const widestRadiusKm = 200;

/** What is wrong with places, each problem with its path; empty when they can be looked in. */
export function checkPlaces(
  gazetteer: Gazetteer,
  places: readonly Place[],
  path: readonly (string | number)[],
): InputProblem[] {
  if (places.length > mostPlaces) return [new InputProblem([...path], tooMany)];
  return places.flatMap((place, position) => checkPlace(gazetteer, place, [...path, position]));
}

function checkPlace(gazetteer: Gazetteer, place: Place, path: (string | number)[]): InputProblem[] {
  const { commune, point, departmentCode, regionCode, epciSiren, territoryId } = place;
  const problems: InputProblem[] = [];
  const unless = (fine: boolean, field: string[], text: Text): void => {
    if (!fine) problems.push(new InputProblem([...path, ...field], text));
  };
  const given = [commune, point, departmentCode, regionCode, epciSiren, territoryId].filter((field) => field != null);
  unless(given.length === 1, [], exactlyOne);
  if (commune) {
    unless(Boolean(gazetteer.commune(commune.code)), ['commune', 'code'], unknownCommune(gazetteer, commune.code));
    if (commune.radiusKm != null) unless(isRadius(commune.radiusKm), ['commune', 'radiusKm'], badRadius);
  }
  if (point) {
    unless(Math.abs(point.latitude) <= 90, ['point', 'latitude'], badLatitude);
    unless(Math.abs(point.longitude) <= 180, ['point', 'longitude'], badLongitude);
    unless(isRadius(point.radiusKm), ['point', 'radiusKm'], badRadius);
  }
  if (departmentCode != null) {
    unless(Boolean(gazetteer.department(departmentCode)), ['departmentCode'], unknownDepartment);
  }
  if (regionCode != null) unless(Boolean(gazetteer.region(regionCode)), ['regionCode'], unknownRegion);
  if (epciSiren != null) unless(Boolean(gazetteer.epci(epciSiren)), ['epciSiren'], unknownEpci);
  if (territoryId != null) {
    unless(Boolean(gazetteer.territory(territoryId)), ['territoryId'], unknownTerritory);
  }
  return problems;
}

const isRadius = (km: number): boolean => km > 0 && km <= widestRadiusKm;

/** Why a commune code is not accepted: elsewhere than in the departments of France, or nowhere. */
export const unknownCommune = (gazetteer: Gazetteer, code: string): Text =>
  gazetteer.isOutsideFrance(code)
    ? {
        fr: 'Cette commune est hors de France métropolitaine et des cinq départements d’outre-mer.',
        en: 'This commune is outside metropolitan France and the five overseas departments.',
      }
    : {
        fr: 'Aucune commune ne porte ce code INSEE (ce n’est pas le code postal).',
        en: 'No commune has this INSEE code (it is not the postal code).',
      };

const unknownDepartment: Text = { fr: 'Ce code ne désigne aucun département.', en: 'No department has this code.' };
const unknownRegion: Text = { fr: 'Ce code ne désigne aucune région.', en: 'No region has this code.' };
const unknownEpci: Text = {
  fr: 'Ce SIREN n’est celui d’aucune intercommunalité (EPCI).',
  en: 'No grouping of communes (EPCI) has this SIREN.',
};
const unknownTerritory: Text = {
  fr: 'Cet identifiant n’est celui d’aucun Territoire d’industrie.',
  en: 'No Territoire d’industrie has this id.',
};
const exactlyOne: Text = {
  fr: 'Un lieu se donne par un seul champ à la fois.',
  en: 'A place is given by exactly one field.',
};
const tooMany: Text = { fr: `${mostPlaces} lieux au plus.`, en: `At most ${mostPlaces} places.` };
const badRadius: Text = {
  fr: `Le rayon doit être supérieur à 0 et d’au plus ${widestRadiusKm} km.`,
  en: `The radius must be above 0 and at most ${widestRadiusKm} km.`,
};
const badLatitude: Text = { fr: 'La latitude va de -90 à 90.', en: 'The latitude is from -90 to 90.' };
const badLongitude: Text = { fr: 'La longitude va de -180 à 180.', en: 'The longitude is from -180 to 180.' };
