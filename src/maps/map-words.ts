import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import type { MapFrameName, MapLayerName } from './map-frames.js';

export const mapLabel: Text = { fr: 'Contours indicatifs', en: 'Indicative outlines' };

export const mapExplanation = typeset({
  fr: 'Ces contours sont calculés à partir des centres des communes : ils montrent où se trouve un territoire, et ne disent pas où passe sa limite.',
  en: 'These outlines are computed from the centres of communes: they show where a territory lies, not where its border runs.',
});

export const mapAttribution = typeset({
  fr: 'Communes : INSEE, DGCL et geo.api.gouv.fr (Licence Ouverte 2.0). Territoires d’industrie : ANCT (Licence Ouverte 2.0). Côtes et frontières : Natural Earth (domaine public).',
  en: 'Communes: INSEE, DGCL and geo.api.gouv.fr (Licence Ouverte 2.0). Territoires d’industrie: ANCT (Licence Ouverte 2.0). Coasts and borders: Natural Earth (public domain).',
});

export const layerNames: Readonly<Record<MapLayerName, Text>> = {
  'territories-2018-2022': { fr: 'Territoires d’industrie 2018-2022', en: 'Territoires d’industrie 2018-2022' },
  'territories-2023-2027': { fr: 'Territoires d’industrie 2023-2027', en: 'Territoires d’industrie 2023-2027' },
  departments: { fr: 'Départements', en: 'Departments' },
  regions: { fr: 'Régions', en: 'Regions' },
  epcis: { fr: 'Intercommunalités (EPCI)', en: 'Groups of communes (EPCI)' },
};

export const mapUrl = (frame: MapFrameName, layer: MapLayerName): string => `/maps/${frame}/${layer}.topojson`;
