import type { Judged } from '../judged.js';

/** The activity for the job and the job for the activity: candidates type either. */
export const kinship: Judged[] = [
  { words: 'tournage', why: 'l’activité pour le métier', first: 'tourneur-la-roche-sur-foron regleur-cluses' },
  {
    words: 'chaudronnerie',
    why: 'l’activité pour le métier',
    first: 'chaudronnier-saint-nazaire preventeur-martigues',
    top: 'chaudronnier-saint-nazaire',
  },
  { words: 'approvisionnement', why: 'l’activité pour le métier', first: 'approvisionneur-amiens' },
  { words: 'ordonnancement', why: 'l’activité pour le métier', first: 'ordonnanceur-dijon' },
  {
    words: 'planification',
    why: 'l’activité pour le métier',
    first: 'planificatrice-evron ordonnanceur-dijon',
    top: 'planificatrice-evron ordonnanceur-dijon',
  },
  { words: 'plasturgie', why: 'l’activité pour le métier', top: 'plasturgiste-oyonnax', never: 'qse-oyonnax' },
  { words: 'dessin industriel', why: 'l’activité pour le métier', first: 'dessinateur-le-puy' },
  { words: 'paye', why: 'l’autre orthographe de paie', first: 'paie-colmar', never: 'others' },
  { words: 'labo', why: 'mot coupé d’usage', first: 'labo-grasse' },
];

/** Names of places in words that mean something else, and the reverse. */
export const falsePlaces: Judged[] = [
  { words: 'couture', why: 'Couture est aussi une commune', never: 'pgi-angouleme', notUnderstood: 'COMMUNE' },
  {
    words: 'maintenance Nord Isère',
    why: 'le nord de l’Isère, pas le Nord',
    first: 'mecanicien-vienne',
    never: 'ing-maintenance-dunkerque gmao-maubeuge',
  },
  { words: 'plasturgie Haut-Bugey', why: 'le métier du moins, à défaut du nom du pays', first: 'plasturgiste-oyonnax' },
  {
    words: 'Savoie Mont Blanc',
    why: 'les deux Savoies, ni Mont ni Blanc',
    never: 'hse-en-toutes-lettres-pau procedes-lacq',
    notUnderstood: 'COMMUNE',
  },
  {
    words: 'Saint-Nazaire 44',
    why: 'le département choisit parmi les homonymes',
    top: 'chaudronnier-saint-nazaire eolien-saint-nazaire',
    never: 'others',
  },
  {
    words: 'qualité IDF',
    why: 'région en sigle, sans qualité : pas le reste',
    never: 'entrepot-saint-denis-93 rssi-paris',
  },
  {
    words: 'Alsace',
    why: 'ancienne région',
    top: 'export-strasbourg paie-colmar sap-mulhouse cvc-strasbourg',
    never: 'others',
  },
  { words: 'Corse', why: 'région sans offre', none: true },
];
