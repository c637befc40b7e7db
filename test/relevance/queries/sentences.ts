import { offers } from '../all-offers.js';
import type { Judged } from '../judged.js';

const everything = Object.keys(offers).length;
const newest = 'tech-qualite-silence-thiers';

/** Words that say nothing, whole sentences, queries too long, and honest zeros. */
export const silentWords: Judged[] = [
  {
    words: 'ingénieur généraliste',
    why: 'tous les ingénieurs, et eux seuls',
    first: 'procedes-lacq rd-annonay ing-maintenance-dunkerque',
    top: 'rd-annonay ing-maintenance-dunkerque',
    never: 'soudeuse-bourg comptable-thiers',
  },
  { words: 'en mars', why: 'un mois', total: everything },
  { words: '', why: 'sans mots, tout, le plus récent d’abord', first: newest, total: everything },
  { words: 'emploi', why: 'ne dit rien', first: newest, total: everything },
  { words: 'offre', why: 'ne dit rien', total: everything },
  { words: 'poste', why: 'ne dit rien, malgré les « postes de travail »', total: everything },
  { words: 'VTE', why: 'vrai de toutes', total: everything },
  { words: 'offres d’emploi VTE', why: 'rien de plus', total: everything },
  { words: 'recherche', why: 'seul, un verbe', total: everything },
  { words: 'H/F', why: 'ne dit rien', total: everything },
  { words: 'je cherche un emploi', why: 'phrase qui ne dit rien', total: everything },
  { words: 'Bonjour, je recherche un travail svp, merci', why: 'politesse', total: everything },
  { words: '?!', why: 'des signes seuls', total: everything },
  { words: 'poste de soudeur', why: 'le mot utile reste', first: 'soudeuse-bourg', never: 'ergonome-brest' },
  { words: 'offre d’emploi responsable QSE H/F', why: 'les mots utiles restent', first: 'qse-oyonnax' },
  { words: 'frigoriste (H/F)', why: 'parenthèses', first: 'frigoriste-lorient', never: 'others' },
  { words: 'métrologue F/H', why: 'l’autre ordre', first: 'metrologue-montbeliard', never: 'others' },
  {
    words: 'recherche emploi technicien qualité',
    why: 'verbe devant',
    first: 'tech-qualite-roanne tech-qualite-silence-thiers tech-qualite-bac5-annecy',
    top: 'tech-qualite-roanne tech-qualite-silence-thiers',
    never: 'chercheur-limoges',
  },
  {
    words: 'Bonjour, je cherche un poste de comptable, merci d’avance',
    why: 'politesse autour',
    first: 'comptable-mayenne comptable-thiers',
    top: 'comptable-mayenne comptable-thiers',
    never: 'paie-colmar',
  },
  { words: 'chargé de recherche', why: '« recherche » est ici le métier', first: 'chercheur-limoges' },
  { words: 'technicien de recherche', why: '« recherche » est ici le métier', first: 'agro-tiret-rodez' },
  {
    words: 'chargée de mission biodiversité',
    why: 'mission ne dit rien, le reste si',
    first: 'biodiversite-gap',
    never: 'rse-nantes',
  },
  {
    words: 'VTE logistique',
    why: 'VTE ne cache rien',
    first: 'logistique-trois-sites chaine-logistique-nantes',
    top: 'logistique-trois-sites',
  },
  {
    words: 'VTE vert',
    why: 'les missions de la transition',
    first:
      'ecoconception-annecy eco-tiret-oyonnax energie-grenoble efficacite-reims enr-montpellier renouvelables-perpignan rse-nantes rse-en-toutes-lettres-annecy decarbonation-lens dechets-ales biodiversite-gap',
    never: 'maintenance-bourg qse-oyonnax composites-toulouse',
  },
  { words: 'jobs comptable', why: 'mot anglais vide', first: 'comptable-mayenne comptable-thiers' },
];

export const longQueries: Judged[] = [
  {
    words: 'technicien de maintenance industrielle débutant motivé dynamique permis B',
    why: 'les mots vagues tombent',
    first: 'maintenance-bourg',
    never: 'comptable-thiers bras-droit-oyonnax raf-epinal',
  },
  {
    words: 'je suis à la recherche d’une alternance en maintenance industrielle à Oyonnax à partir de septembre',
    why: 'phrase entière : contrat, lieu, métier',
    first: 'maintenance-apprenti-oyonnax',
    never: 'bras-droit-oyonnax plasturgiste-oyonnax',
  },
  {
    words: 'ingénieur qualité aéronautique toulouse EN 9100 AMDEC anglais courant',
    why: 'deux mots de trop',
    first: 'ing-qualite-toulouse',
  },
  {
    words: 'responsable qualité sécurité environnement plasturgie certification ISO',
    why: 'un mot de trop',
    first: 'qse-oyonnax qse-en-toutes-lettres-vitre',
  },
  {
    words: 'développeur web javascript react à distance',
    why: 'des langages que l’offre ne dit pas',
    first: 'web-a-distance-nantes',
  },
  {
    words: 'acheteur cuivre aluminium lingots',
    why: 'un mot de trop',
    first: 'acheteur-lens',
    never: 'cnc-albertville',
    leftOut: 'lingot',
  },
  {
    words: 'contrôleur de gestion industriel junior première expérience',
    why: 'les mots vagues tombent',
    first: 'cdg-roanne',
    never: 'cnd-brive',
  },
  { words: 'soudeur naval', why: 'le métier reste', first: 'soudeuse-bourg', leftOut: 'naval' },
  {
    words: 'comptable bilingue',
    why: 'le métier reste',
    first: 'comptable-mayenne comptable-thiers',
    top: 'comptable-mayenne comptable-thiers',
  },
  {
    words: 'frigoriste débutant accepté',
    why: 'le métier reste',
    first: 'frigoriste-lorient',
    never: 'maintenance-bourg',
  },
  { words: 'modéliste lingerie', why: 'le métier reste', first: 'modeliste-cholet', leftOut: 'lingerie' },
  { words: 'ordonnanceur confiserie', why: 'le métier reste', first: 'ordonnanceur-dijon' },
  { words: 'ergonome cockpit avion', why: 'le métier reste', first: 'ergonome-brest', never: 'ing-qualite-toulouse' },
  {
    words: 'responsable HACCP charcuterie traiteur',
    why: 'le mot le plus parlant reste',
    first: 'haccp-pontivy',
    never: 'resp-qualite-lyon raf-epinal',
  },
  {
    words:
      'technicien de maintenance ascenseurs monte-charges escaliers mécaniques portes automatiques engins de levage nacelles',
    why: 'plus de dix mots',
    never: 'comptable-thiers tech-qualite-roanne',
  },
];

export const honestZeros: Judged[] = [
  { words: 'Mars', why: 'une entreprise, pas un mois', none: true },
  { words: 'plombier chauffagiste', why: 'métier absent', none: true },
  { words: 'infirmière', why: 'métier absent', none: true },
  { words: 'boulanger', why: 'métier absent', none: true },
  { words: 'coiffeuse', why: 'métier absent', none: true },
  { words: 'vétérinaire', why: 'métier absent', none: true },
  { words: 'professeur de mathématiques', why: 'métier absent', none: true },
  { words: 'xyzzy', why: 'mot inconnu', none: true },
  { words: 'assistante maternelle', why: 'pas toutes les assistantes', none: true },
  { words: 'agent immobilier', why: 'pas tous les agents', none: true },
  { words: 'conseiller bancaire', why: 'pas tous les conseillers', none: true },
  { words: 'ingénieur nucléaire', why: 'pas tous les ingénieurs', none: true },
  { words: 'technicien dentaire', why: 'pas tous les techniciens', none: true },
  { words: 'responsable de crèche', why: 'pas tous les responsables', none: true },
  { words: 'chef pâtissier', why: 'pas tous les chefs', none: true },
  { words: 'chargé de patrimoine', why: 'pas tous les chargés', none: true },
  { words: 'directeur de théâtre', why: 'pas tous les directeurs', none: true },
  { words: 'DPO', why: 'sigle absent', none: true },
  { words: 'emploi infirmière H/F', why: 'les mots vides ne trouvent pas tout', none: true },
];
