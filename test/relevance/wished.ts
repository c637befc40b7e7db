import type { Judged } from './judged.js';

/**
 * Right judgements that the search does not meet yet, each with the reason after the dash: one that begins to pass makes
 * its test fail, and moves out.
 */
export const wished: Judged[] = [
  {
    words: 'responsable énergie',
    why: 'libellé du métier — l’offre EnR dit « responsable » ; l’ordre entre titre et métier est à revoir avec les rangs',
    first: 'energie-grenoble',
  },
  {
    words: 'comptabilité',
    why: 'l’activité pour le métier — une offre sans code de métier n’est pas atteinte par la compétence ; il faudrait lier les mots d’une famille',
    top: 'comptable-thiers comptable-mayenne',
    never: 'paie-colmar',
  },
  {
    words: 'finance',
    why: 'l’activité pour le métier — « finance » n’est ni compétence ni métier du lexique ; il faudrait lier finance et financier',
    top: 'raf-epinal daf-dole',
    never: 'paie-colmar acheteur-lens',
  },
  {
    words: 'vendeur',
    why: 'le métier pour l’activité — trouvé tel quel dans un texte, donc pas cherché autrement ; il faudrait lier vendeur et vente',
    top: 'vente-bac-pro-troyes',
    never: 'adv-dole',
  },
  {
    words: 'soudure',
    why: 'l’activité pour le métier — trouvé tel quel dans un texte, donc pas cherché par le métier de la compétence',
    top: 'soudeuse-bourg',
  },
  {
    words: 'maintenance mécanique',
    why: 'l’activité pour le métier — par le métier de la compétence, aucun mot n’ordonne plus les offres',
    first: 'mecanicien-vienne',
  },
  {
    words: 'conduite de ligne',
    why: 'l’activité pour le métier ; Ligné est aussi une commune — « conduite de ligne » manque au lexique ; il faudrait lier conduite et conducteur',
    first: 'conducteur-ligne-rouen',
    notUnderstood: 'COMMUNE',
  },
  {
    words: 'lean six sigma',
    why: 'deux mots font un nom — la compétence n’est le cœur d’aucun métier, et « six sigma » n’est dans aucune offre',
    first: 'lean-laval amelioration-romorantin',
  },
  {
    words: 'prévention des risques',
    why: 'l’activité pour le métier — n’est pas une compétence du lexique ; il faudrait lier prévention et préventeur',
    first: 'iprp-lorient',
    top: 'preventeur-martigues',
  },
  {
    words: 'biologie',
    why: 'le coton biologique n’en est pas — le début d’un mot, avec une faute permise par le moteur, atteint « biologique »',
    none: true,
  },
  {
    words: 'Toulouse composites aéronautique',
    why: 'un mot que l’offre ne dit pas — sans métier ni compétence reconnus, aucun mot ne peut être laissé',
    first: 'composites-toulouse',
  },
  {
    words: 'maintenance Oyonnax',
    why: 'le lieu dit et le lieu choisi s’ajoutent en conditions — le lieu choisi remplace celui des mots, par décision ; celui-ci pourrait au moins ordonner',
    filter: { places: [{ departmentCode: '01' }] },
    first: 'maintenance-apprenti-oyonnax',
    never: 'maintenance-cluses',
  },
  {
    words: 'Haut-Bugey',
    why: 'le nom d’usage d’une intercommunalité — ce qui est reconnu dans les mots n’a pas de sorte pour elles',
    top: 'plasturgiste-oyonnax',
  },
  {
    words: 'ISO 31000',
    why: 'une norme, pas Toulouse — les mots des lieux d’une offre contiennent ses codes postaux',
    none: true,
  },
  {
    words: 'Annecy Genève',
    why: 'une ville frontalière — les villes de l’étranger ne sont pas connues, et le mot n’est dans aucune offre',
    top: 'rse-en-toutes-lettres-annecy ecoconception-annecy',
  },
];
