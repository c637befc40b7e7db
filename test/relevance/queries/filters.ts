import type { Judged } from '../judged.js';

const quality = 'technicien qualité';
const at = (code: string, radiusKm?: number) => ({ commune: { code, ...(radiusKm && { radiusKm }) } });

/** Silence after what is said, and the orders. */
export const silenceAndOrder: Judged[] = [
  {
    words: quality,
    why: 'à égalité, le plus récent',
    order: 'tech-qualite-silence-thiers tech-qualite-roanne tech-qualite-bac5-annecy',
  },
  {
    words: quality,
    why: 'niveau : le silence après',
    filter: { studyLevel: 'BAC_3' },
    order: 'tech-qualite-roanne tech-qualite-silence-thiers',
    never: 'tech-qualite-bac5-annecy',
  },
  {
    words: quality,
    why: 'salaire : le silence après',
    filter: { salaryAtLeast: 26_000 },
    order: 'tech-qualite-roanne tech-qualite-bac5-annecy tech-qualite-silence-thiers',
  },
  {
    words: quality,
    why: 'salaire : pas moins',
    filter: { salaryAtLeast: 29_000 },
    order: 'tech-qualite-bac5-annecy tech-qualite-silence-thiers',
    never: 'tech-qualite-roanne',
  },
  {
    words: quality,
    why: 'début au plus tôt : le silence après',
    filter: { startsFrom: '2026-06-01' },
    order: 'tech-qualite-roanne tech-qualite-silence-thiers',
    never: 'tech-qualite-bac5-annecy',
  },
  {
    words: quality,
    why: 'début au plus tard : le silence après',
    filter: { startsUntil: '2026-06-30' },
    order: 'tech-qualite-bac5-annecy tech-qualite-silence-thiers',
    never: 'tech-qualite-roanne',
  },
  {
    words: '',
    why: 'sans mots aussi, le silence après',
    filter: { salaryAtLeast: 37_000 },
    first: 'resp-qualite-lyon',
    order: 'resp-qualite-lyon qse-oyonnax tech-qualite-silence-thiers',
  },
  {
    words: quality,
    why: 'le plus récent d’abord',
    sort: 'NEWEST',
    order: 'tech-qualite-silence-thiers tech-qualite-roanne tech-qualite-bac5-annecy',
  },
  {
    words: quality,
    why: 'le mieux payé d’abord, le silence après',
    sort: 'SALARY',
    order: 'tech-qualite-bac5-annecy tech-qualite-roanne tech-qualite-silence-thiers',
  },
  {
    words: 'cariste',
    why: 'une offre très courue descend, de deux semaines au plus',
    first: 'cariste-amiens',
    order: 'cariste-amiens cariste-couru-lens cariste-ancien-calais',
  },
  {
    words: 'cariste',
    why: 'sauf si l’on demande les plus récentes',
    sort: 'NEWEST',
    order: 'cariste-couru-lens cariste-amiens cariste-ancien-calais',
  },
  { words: 'soudeur', why: 'un ordre ne fait entrer personne', sort: 'NEWEST', never: 'tech-qualite-silence-thiers' },
  {
    words: 'alternance',
    why: 'mots et filtre disent la même chose',
    filter: { contractTypes: ['APPRENTICESHIP'] },
    total: 7,
  },
  { words: '', why: 'deux contrats choisis', filter: { contractTypes: ['CDD', 'PROFESSIONALISATION'] }, total: 4 },
  {
    words: 'développeur',
    why: 'à distance seulement',
    filter: { remoteWork: ['FULL'] },
    first: 'web-a-distance-nantes',
    never: 'others',
  },
  {
    words: 'ingénieur',
    why: 'missions vertes',
    filter: { greenMission: true },
    top: 'efficacite-reims renouvelables-perpignan ecoconception-annecy',
    never: 'chimie-verte-lacq',
  },
];

/** Places chosen in the filter. */
export const chosenPlaces: Judged[] = [
  {
    words: 'soudeur',
    why: 'rien à 5 km : plus loin, et c’est dit',
    filter: { places: [at('01283', 5)] },
    first: 'soudeuse-bourg',
    never: 'others',
    widenedToKm: 50,
  },
  {
    words: 'maintenance',
    why: 'l’union d’une commune et d’un département',
    filter: { places: [at('74081'), { departmentCode: '59' }] },
    top: 'maintenance-cluses ing-maintenance-dunkerque gmao-maubeuge',
    never: 'maintenance-bourg maintenance-poitiers',
  },
  {
    words: 'logistique',
    why: 'plusieurs lieux demandés : une fois',
    filter: { places: [at('13055', 30), at('69123', 30)] },
    first: 'logistique-trois-sites',
    never: 'chaine-logistique-nantes',
  },
  {
    words: 'coordinateur logistique',
    why: 'le lieu le plus proche compte',
    filter: { places: [at('26362', 50)] },
    sort: 'NEAREST',
    first: 'logistique-trois-sites',
    total: 1,
  },
  {
    words: 'technicien maintenance',
    why: 'du plus proche au plus loin',
    filter: { places: [at('01283', 120)] },
    sort: 'NEAREST',
    order: 'maintenance-apprenti-oyonnax maintenance-bourg maintenance-cluses',
  },
  {
    words: '',
    why: 'un territoire',
    filter: { places: [{ territoryId: 'CURRENT_2023_2027:ti-8413' }] },
    top: 'moules-bellignat',
    never: 'maintenance-bourg',
    total: 7,
  },
  {
    words: '',
    why: 'une intercommunalité',
    filter: { places: [{ epciSiren: '200042935' }] },
    never: 'maintenance-bourg',
    total: 7,
  },
  {
    words: 'développeur web',
    why: 'à distance depuis Nantes n’est pas à Oyonnax',
    filter: { places: [at('01283')] },
    never: 'web-a-distance-nantes',
    fromHome: 'web-a-distance-nantes',
  },
  {
    words: 'développeur Oyonnax',
    why: 'nul sur place : le plus proche, et celui à distance dit à part',
    first: 'csharp-lyon',
    never: 'web-a-distance-nantes java-nice',
    fromHome: 'web-a-distance-nantes',
  },
  {
    words: 'soudeur',
    why: 'rien à distance',
    filter: { places: [{ departmentCode: '01' }] },
    first: 'soudeuse-bourg',
    fromHome: '',
  },
  {
    words: 'soudeur',
    why: 'une région n’a pas de rayon à élargir',
    filter: { places: [{ regionCode: '53' }] },
    none: true,
  },
  {
    words: 'dessinateur',
    why: 'un rayon de plus n’enlève rien',
    filter: { places: [at('43157', 200)] },

    top: 'dessinateur-le-puy dao-tulle',
  },
];
