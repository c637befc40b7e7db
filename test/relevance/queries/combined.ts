import type { Judged } from '../judged.js';

/** Several things said at once: what, where, under which contract. */
export const combined: Judged[] = [
  { words: 'alternance RH Tours', why: 'contrat, métier, ville', first: 'assistante-rh-tours', never: 'others' },
  {
    words: 'alternance qualité Lyon',
    why: 'contrat, métier, ville',
    first: 'qualite-contrat-pro-lyon',
    never: 'resp-qualite-lyon qualite-apprenti-oyonnax',
  },
  {
    words: 'Oyonnax alternance',
    why: 'ville et contrat',
    top: 'qualite-apprenti-oyonnax maintenance-apprenti-oyonnax',
    never: 'others',
    total: 2,
  },
  {
    words: 'responsable qualité CDI Lyon bac+5',
    why: 'quatre conditions',
    first: 'resp-qualite-lyon',
    never: 'others',
  },
  { words: 'CDD Cluses', why: 'contrat et ville', first: 'qualiticien-cdd-cluses', never: 'others' },
  {
    words: 'apprentissage data',
    why: 'contrat et métier',
    first: 'data-analyst-reims',
    never: 'apprentissage-automatique-grenoble analyste-donnees-tours',
  },
  {
    words: 'BTS maintenance en alternance à Oyonnax',
    why: 'diplôme, métier, contrat, ville',
    first: 'maintenance-apprenti-oyonnax',
    never: 'qualite-apprenti-oyonnax maintenance-bourg',
  },
  {
    words: 'frigoriste CDD',
    why: 'nul sous ce contrat : le métier reste',
    first: 'frigoriste-lorient',
    never: 'maintenance-cdd-vitre qualiticien-cdd-cluses',
  },
  {
    words: 'métrologue alternance',
    why: 'nul sous ce contrat : le métier reste',
    first: 'metrologue-montbeliard',
    never: 'qualite-apprenti-oyonnax',
  },
  {
    words: 'technicien qualité Plastibugey',
    why: 'métier qu’elle n’offre pas : pas ses autres offres d’abord',
    never: 'bras-droit-oyonnax plasturgiste-oyonnax',
  },
  {
    words: 'ingénieur qualité Savoie Décolletage Cluses',
    why: 'métier, nom, ville',
    first: 'ing-qualite-cluses',
    never: 'regleur-cluses maintenance-cluses',
  },
  { words: 'developpeur java nice', why: 'sans accents ni majuscules', first: 'java-nice', never: 'csharp-lyon' },
  {
    words: 'data analyst CDI',
    why: 'le contrat écarte l’apprentissage',
    first: 'analyste-donnees-tours',
    never: 'data-analyst-reims',
  },
  {
    words: 'dessinateur CAO SolidWorks bac+2 Haute-Loire',
    why: 'cinq conditions',
    first: 'dessinateur-le-puy',
    never: 'dao-tulle',
  },
  {
    words: 'chef de projet télétravail',
    why: 'nul à distance : pas les développeurs',
    never: 'web-a-distance-nantes csharp-lyon analyste-donnees-tours',
  },
  {
    words: 'responsable production Bretagne agroalimentaire',
    why: 'métier, région, secteur',
    first: 'production-agro-lamballe',
    never: 'conditionnement-grasse',
  },
  { words: 'comptable 53', why: 'numéro de département', first: 'comptable-mayenne', never: 'comptable-thiers' },
  {
    words: 'électronique Lannion Bretagne',
    why: 'ville et région qui la contient',
    first: 'electronique-lannion',
    never: 'others',
  },
  {
    words: 'hydrogène Bourgogne Franche-Comté',
    why: 'région de trois mots',
    first: 'hydrogene-belfort',
    never: 'others',
  },
];

/** Ways of writing that keyboards and habits bring. */
export const writing: Judged[] = [
  { words: 'Q.S.E.', why: 'sigle à points', first: 'qse-oyonnax', never: 'tech-qualite-roanne' },
  { words: 'R.H.', why: 'sigle à points', first: 'assistante-rh-tours', top: 'rh-en-toutes-lettres-sens' },
  { words: 'qse', why: 'sigle en minuscules', first: 'qse-oyonnax' },
  { words: 'Saint\u2011Étienne', why: 'tiret insécable', first: 'maintenance-bac-pro-saint-etienne', never: 'others' },
  { words: 'Bourg–en–Bresse soudeur', why: 'tirets longs', first: 'soudeuse-bourg', never: 'maintenance-bourg' },
  { words: 'responsable\u00a0qualité', why: 'espace insécable', first: 'resp-qualite-lyon resp-qualite-abrege-cholet' },
  { words: 'me\u0301trologue', why: 'accent décomposé', first: 'metrologue-montbeliard' },
  { words: 'gros oeuvre', why: 'ligature œ', top: 'travaux-btp-nancy communication-nancy', never: 'others' },
  { words: '  SOUDEUR,soudeuse ;', why: 'ponctuation et espaces', first: 'soudeuse-bourg' },
  { words: 'ingénieur(e) méthodes', why: 'parenthèses', first: 'ing-methodes-angers ing-methodes-abrege-ugine' },
  { words: 'chargé/chargée de communication', why: 'les deux formes', first: 'communication-nancy' },
  { words: 'ÉLECTROMÉCANICIEN·NE', why: 'capitales et point médian', first: 'electromecanicien-le-creusot' },
  { words: 'chef·fe d’équipe', why: 'point médian au milieu', first: 'chef-equipe-issoudun' },
  { words: '.NET', why: 'point devant', first: 'csharp-lyon', never: 'others' },
  { words: 'compta', why: 'mot coupé d’usage', top: 'comptable-thiers comptable-mayenne' },
  { words: 'appro', why: 'mot coupé d’usage', first: 'approvisionneur-amiens' },
  { words: 'dev web', why: 'mot coupé d’usage', first: 'web-a-distance-nantes' },
  { words: 'assist. RH', why: 'abréviation', first: 'assistante-rh-tours' },
  { words: 'CDG', why: 'sigle d’usage', top: 'cdg-roanne', never: 'paie-colmar' },
  { words: 'BE', why: 'sigle de deux lettres', first: 'bureau-etudes-le-mans', never: 'moules-bellignat' },
  { words: 'TP', why: 'travaux publics', top: 'btp-en-toutes-lettres-perpignan' },
  {
    words: 'développement durable',
    why: 'le nom d’avant pour RSE',
    first: 'rse-nantes rse-en-toutes-lettres-annecy',
    never: 'rd-annonay java-nice',
  },
];

/** Words that seem to say nothing and are part of a name here. */
export const fullWords: Judged[] = [
  { words: 'recrutement', why: 'c’est un métier', first: 'recrutement-lyon', never: 'soudeuse-bourg comptable-thiers' },
  {
    words: 'chargé de recrutement',
    why: 'c’est un métier',
    first: 'recrutement-lyon',
    never: 'communication-nancy travaux-neufs-le-havre',
  },
  {
    words: 'qualité de vie au travail',
    why: 'vie et travail sont du nom',
    first: 'qvt-niort',
    never: 'tech-qualite-roanne resp-qualite-lyon',
  },
  {
    words: 'analyse du cycle de vie',
    why: 'vie est du nom',
    first: 'ecoconception-annecy',
    never: 'data-analyst-reims',
  },
  { words: 'nouveaux produits', why: 'nouveau est du nom', top: 'innovation-metz' },
  {
    words: 'responsable de zone',
    why: 'zone est du nom',
    first: 'zone-metz',
    never: 'exploitation-la-roche-sur-yon resp-qualite-lyon',
  },
  { words: 'directeur de zone', why: 'personne ne l’est', never: 'rrh-beauvais raf-epinal' },
];

/** More words of jobs that nobody here offers, beginning with a word that many titles begin with. */
export const otherZeros: Judged[] = [
  { words: 'gestionnaire de sinistres', why: 'pas toutes les gestionnaires', none: true },
  { words: 'opérateur téléphonique', why: 'pas tous les opérateurs', none: true },
  { words: 'animatrice périscolaire', why: 'pas tous les animateurs', none: true },
  { words: 'coordinateur de soins', why: 'pas tous les coordinateurs', none: true },
  { words: 'pilote de drone', why: 'pas le pilote de ligne', none: true },
  { words: 'technicien funéraire', why: 'pas tous les techniciens', none: true },
  { words: 'chargée de production audiovisuelle', why: 'pas toute la production', none: true },
  { words: 'directrice de crèche', why: 'féminin', none: true },
  { words: 'chef de chœur', why: 'pas tous les chefs', none: true },
  { words: 'secrétaire médicale', why: 'métier absent', none: true },
  { words: 'maçon', why: 'métier absent', none: true },
  { words: 'vendeuse en boulangerie', why: 'métier absent', none: true },
  { words: 'chaud', why: 'pas le chaudronnier', none: true },
  { words: 'ISO 14001', why: 'pas les autres normes', none: true },
  { words: 'ISO 45001', why: 'pas les autres normes', none: true },
  { words: 'espagnol', why: 'langue que nul ne demande', none: true },
];
