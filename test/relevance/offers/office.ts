import { family } from '../judged.js';

export const people = family('HUMAN_RESOURCES', {
  'rrh-beauvais': [
    'RRH',
    'Tracteurs du Beauvaisis',
    'Beauvais',
    'Deux sites et trois cents salariés.',
    { rome: 'M1503', level: 'BAC_5' },
  ],
  'rh-en-toutes-lettres-sens': [
    'Responsable des ressources humaines',
    'Emballages du Sénonais',
    'Sens',
    'Vous avez le sens de l’écoute.',
  ],
  'assistante-rh-tours': [
    'Assistant / Assistante RH',
    'Imprimerie Ligérienne',
    'Tours',
    'Contrats, absences et visites.',
    { rome: 'M1501', contract: 'APPRENTICESHIP', level: 'BAC_3' },
  ],
  'recrutement-lyon': [
    'Chargée de recrutement',
    'Robinetterie des Brotteaux',
    'Lyon',
    'Compagnons et techniciens.',
    { rome: 'M1502' },
  ],
  'paie-colmar': ['Gestionnaire paie', 'Brasseries du Ried', 'Colmar', 'Trois cents bulletins.', { rome: 'M1507' }],
  'qvt-niort': [
    'Chargé·e de la qualité de vie au travail',
    'Literie du Marais',
    'Niort',
    'Horaires, restauration et transports des salariés.',
    { rome: 'M1511' },
  ],
  'ergonome-brest': ['Ergonome', 'Chantiers d’Iroise', 'Brest', 'Postes de travail et manutention.', { rome: 'M1412' }],
});

export const finance = family('FINANCE', {
  'cdg-roanne': [
    'Contrôleur / Contrôleuse de gestion industriel',
    'Lyonnaise de Plasturgie',
    'Roanne',
    'Prix de revient et inventaires.',
    { rome: 'M1204', level: 'BAC_5', salary: 36_000 },
  ],
  'raf-epinal': [
    'Responsable administratif et financier',
    'Papiers des Vosges',
    'Épinal',
    'Clôtures, banques et assurances.',
    { level: 'BAC_5' },
  ],
  'daf-dole': ['Adjoint·e au DAF', 'Laiteries du Val d’Amour', 'Dole', 'Trésorerie et budgets.', { rome: 'M1205' }],
  'comptable-thiers': [
    'Comptable fournisseurs',
    'Coutellerie Morel-Vachon',
    'Thiers',
    'Factures et échéances.',
    { rome: 'M1203', level: 'BAC_2' },
  ],
  'comptable-mayenne': ['Comptable', 'Jouets de Mayenne', 'Évron', 'Du journal au bilan.', { level: 'BAC_2' }],
});

export const management = family('RIGHT_HAND', {
  'bras-droit-oyonnax': [
    'Bras droit du dirigeant',
    'Outillages du Lange',
    'Oyonnax',
    'Vous structurez une entreprise de vingt personnes.',
    { rome: 'M1302', level: 'BAC_5' },
  ],
  'chef-projet-valence': [
    'Cheffe de projet industriel',
    'Joailliers du Rhône',
    'Valence (26)',
    'Un nouvel atelier en dix-huit mois.',
    { rome: 'M1828' },
  ],
  'projet-alternant-metz': [
    'Alternant(e) chargé·e de projet',
    'Poêles de Lorraine',
    'Metz',
    'Vous suivez le planning et les réunions.',
    { contract: 'PROFESSIONALISATION', level: 'BAC_5' },
  ],
  'tout-en-un-le-mans': [
    'Assistant polyvalent auprès de la direction',
    'Groupement d’Employeurs du Maine',
    'Le Mans',
    'Chez nos adhérents : responsable qualité, responsable QSE, QHSE ou HSE, ingénieur méthodes, ingénieur R&D, ' +
      'technicien de maintenance, automaticien, soudeur, chaudronnier, acheteur, responsable logistique, supply chain, ' +
      'GMAO, ERP, CAO, BTP, IAA, comptable, contrôleur de gestion, commercial export, community manager, data analyst, ' +
      'vente, marketing, bac pro, BTS, licence, master, alternance, CDI et CDD.',
  ],
});
