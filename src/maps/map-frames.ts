import type { Text } from '../common/text.js';
import type { TerritoryGeneration } from '../territories/generation.js';

export const mapFrames = ['metropole', 'guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte'] as const;
export type MapFrameName = (typeof mapFrames)[number];

export const frameNames: Readonly<Record<MapFrameName, Text>> = {
  metropole: { fr: 'France métropolitaine', en: 'Metropolitan France' },
  guadeloupe: { fr: 'Guadeloupe', en: 'Guadeloupe' },
  martinique: { fr: 'Martinique', en: 'Martinique' },
  guyane: { fr: 'Guyane', en: 'French Guiana' },
  'la-reunion': { fr: 'La Réunion', en: 'Réunion' },
  mayotte: { fr: 'Mayotte', en: 'Mayotte' },
};

const overseas: Readonly<Record<string, MapFrameName>> = {
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'la-reunion',
  '976': 'mayotte',
};

/** The frame a department is drawn in: the five overseas have one each, the others, Corsica too, share one. */
export const frameOfDepartment = (departmentCode: string): MapFrameName => overseas[departmentCode] ?? 'metropole';

export const mapLayers = ['territories-2018-2022', 'territories-2023-2027', 'departments', 'regions', 'epcis'] as const;
export type MapLayerName = (typeof mapLayers)[number];

export const layerOfGeneration: Readonly<Record<TerritoryGeneration, MapLayerName>> = {
  LAUNCH_2018_2022: 'territories-2018-2022',
  CURRENT_2023_2027: 'territories-2023-2027',
};
