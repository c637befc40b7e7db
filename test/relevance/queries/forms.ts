import type { Judged } from '../judged.js';

/** Masculine and feminine, singular and plural. */
export const forms: Judged[] = [
  {
    words: 'technicienne maintenance',
    why: 'féminin',
    first:
      'maintenance-bourg maintenance-cluses maintenance-cdd-vitre maintenance-apprenti-oyonnax maintenance-poitiers maintenance-saint-die',
    top: 'maintenance-bourg maintenance-cluses maintenance-cdd-vitre maintenance-apprenti-oyonnax',
    never:
      'ing-maintenance-dunkerque tech-qualite-roanne tech-methodes-vierzon composites-toulouse portes-les-herbiers',
  },
  {
    words: 'technicien de maintenance',
    why: 'masculin, préposition',
    first:
      'maintenance-bourg maintenance-cluses maintenance-cdd-vitre maintenance-apprenti-oyonnax maintenance-poitiers maintenance-saint-die',
    top: 'maintenance-bourg maintenance-cluses maintenance-cdd-vitre maintenance-apprenti-oyonnax',
    never: 'tech-methodes-vierzon composites-toulouse',
  },
  {
    words: 'technicien(ne) de maintenance',
    why: 'écriture à parenthèses',
    top: 'maintenance-bourg maintenance-cluses maintenance-cdd-vitre',
    never: 'composites-toulouse',
  },
  {
    words: 'technicien·ne maintenance',
    why: 'point médian',
    top: 'maintenance-bourg maintenance-cluses maintenance-cdd-vitre',
  },
  {
    words: 'technicien.ne maintenance',
    why: 'point',
    top: 'maintenance-bourg maintenance-cluses maintenance-cdd-vitre',
  },
  { words: 'opérateur fraisage', why: 'le titre est au féminin', first: 'fraiseuse-thiers' },
  {
    words: 'soudeur',
    why: 'titre féminin d’abord',
    first: 'soudeuse-bourg',
    never: 'ing-qualite-valenciennes roboticien-montbeliard',
  },
  {
    words: 'soudeuse',
    why: 'féminin en -euse',
    first: 'soudeuse-bourg',
    never: 'ing-qualite-valenciennes roboticien-montbeliard',
  },
  { words: 'acheteur projet', why: 'titre ACHETEUSE PROJET', first: 'acheteuse-limoges' },
  {
    words: 'acheteuse',
    why: 'les deux genres',
    first: 'acheteuse-limoges acheteur-lens',
    top: 'acheteuse-limoges acheteur-lens',
  },
  {
    words: 'planificateur',
    why: 'titre en -trice, et appellation',
    first: 'planificatrice-evron',
    top: 'ordonnanceur-dijon',
  },
  { words: 'planificatrice', why: 'appellation au masculin', first: 'planificatrice-evron', top: 'ordonnanceur-dijon' },
  {
    words: 'fromagère',
    why: 'féminin en -ère ; le fromage n’est pas le fromager',
    first: 'fromager-saint-claude',
    never: 'agro-tiret-rodez bien-manger-aurillac',
  },
  {
    words: 'cheffe de projet',
    why: 'féminin de chef',
    first:
      'chef-projet-valence eco-tiret-oyonnax innovation-metz erp-cholet enr-montpellier gmao-en-toutes-lettres-le-mans ecommerce-colle-la-roche usine-du-futur-clermont',
    top: 'chef-projet-valence',
    never: 'chef-equipe-issoudun cheffe-atelier-mazamet',
  },
  {
    words: 'chef d’atelier',
    why: 'titres cheffe, chef et appellation',
    first: 'cheffe-atelier-mazamet iaa-quimper',
    top: 'cheffe-atelier-mazamet iaa-quimper ilot-figeac',
  },
  { words: 'chargé de communication', why: 'chargé·e', first: 'communication-nancy' },
  {
    words: 'chargée de projet',
    why: 'chargé·e et appellation',
    first: 'projet-alternant-metz',
    top: 'chef-projet-valence',
  },
  {
    words: 'dessinatrice',
    why: 'féminin en -trice',
    first: 'dessinateur-le-puy dao-tulle',
    top: 'dessinateur-le-puy dao-tulle',
  },
  { words: 'développeuse web', why: 'féminin en -euse', first: 'web-a-distance-nantes' },
  {
    words: 'développeuse',
    why: 'les trois offres de développement',
    top: 'web-a-distance-nantes csharp-lyon java-nice',
  },
  {
    words: 'directrice des ressources humaines',
    why: 'appellation de RRH',
    first: 'rrh-beauvais rh-en-toutes-lettres-sens',
    top: 'rrh-beauvais rh-en-toutes-lettres-sens',
    never: 'assistante-rh-tours recrutement-lyon',
  },
  {
    words: 'coordinatrice qualité sécurité environnement',
    why: 'titre au masculin, avec virgules',
    first: 'qse-en-toutes-lettres-vitre',
  },
  { words: 'mécanicienne de maintenance', why: 'féminin en -ienne', first: 'mecanicien-vienne' },
  { words: 'régleuse', why: 'titre au masculin', first: 'regleur-cluses' },
  { words: 'menuisière', why: 'le métier, non la menuiserie', first: 'menuisier-orange', never: 'portes-les-herbiers' },
  { words: 'magasinière', why: 'titre et appellation', first: 'magasin-mayenne', top: 'entrepot-saint-denis-93' },
  { words: 'conductrice de ligne', why: 'féminin', first: 'conducteur-ligne-rouen' },
  { words: 'animatrice HSE', why: 'les deux formes dans le titre', first: 'hse-fos' },
  { words: 'animateur amélioration continue', why: 'titre animateur·rice', first: 'amelioration-romorantin' },
  { words: 'électromécanicienne', why: 'accents et féminin', first: 'electromecanicien-le-creusot' },
  { words: 'roboticienne', why: 'féminin', first: 'roboticien-montbeliard' },
  {
    words: 'techniciens qualité',
    why: 'pluriel',
    first: 'tech-qualite-roanne tech-qualite-silence-thiers tech-qualite-bac5-annecy',
    top: 'tech-qualite-roanne tech-qualite-silence-thiers tech-qualite-bac5-annecy',
  },
  {
    words: 'ingénieurs méthodes',
    why: 'pluriel',
    first: 'ing-methodes-angers ing-methodes-abrege-ugine',
    top: 'ing-methodes-angers ing-methodes-abrege-ugine',
  },
  {
    words: 'commerciaux',
    why: 'pluriel en -aux',
    top: 'export-strasbourg technico-commercial-cluses manager-commercial-orange commerciaux-nice',
  },
  {
    words: 'commerciale',
    why: 'singulier et féminin de commerciaux',
    top: 'export-strasbourg commerciaux-nice technico-commerciale-limoges',
  },
  {
    words: 'automates',
    why: 'dans le texte ou par la compétence',
    first: 'automatisme-belfort automaticien-nantes',
    top: 'automatisme-belfort automaticien-nantes',
  },
  {
    words: 'responsables de production',
    why: 'pluriel',
    first: 'resp-production-loudeac production-agro-lamballe',
    top: 'resp-production-loudeac production-agro-lamballe',
  },
  {
    words: 'énergie renouvelable',
    why: 'singulier d’un titre au pluriel',
    first: 'renouvelables-perpignan enr-montpellier',
  },
  { words: 'emballage', why: 'singulier', top: 'rd-en-toutes-lettres-epinal' },
  { words: 'chefs d’équipe', why: 'pluriel', first: 'chef-equipe-issoudun' },
  { words: 'adjointe au DAF', why: 'adjoint·e', first: 'daf-dole' },
];
