import type { Labelled } from './labelled.js';

/** What companies post for offices and flows. */
export const officeOffers: Labelled[] = [
  {
    about: 'buyer',
    text: `Acheteur projet (H/F)
Lieu : Belfort
Vous prenez en charge les achats projets de notre division ferroviaire : sourcing fournisseurs, appels d'offres, négociation, suivi des contrats fournisseurs. Vous maîtrisez les Incoterms et SAP. L'anglais courant est exigé, l'allemand serait un plus.
Bac+5 école d'ingénieurs ou master achats. CDI.`,
    skills: "Achats projets|Sourcing fournisseurs|Appels d'offres|Négociation|Contrats fournisseurs|Incoterms|SAP",
    occupations: 'Acheteur / Acheteuse projet',
    languages: 'Anglais courant|Allemand',
    level: 'BAC_5',
    places: 'Belfort',
    contracts: 'CDI',
  },
  {
    about: 'management controller apprentice',
    text: `Assistant contrôle de gestion en alternance
ETI agroalimentaire de Lamballe (22). Tu aideras à la construction budgétaire, au calcul des coûts de revient et au reporting de gestion. Très bonne maîtrise d'Excel (TCD), Power BI en bonus. Rigueur, curiosité, sens de l'analyse.
Préparation d'un Bac+4/5 en contrôle de gestion. Contrat d'apprentissage d'un an à partir de septembre 2026.`,
    skills:
      "Élaboration et suivi budgétaire|Calcul des coûts de revient|Reporting financier|Excel|Power BI|Rigueur et précision|Curiosité et ouverture d'esprit|Esprit d'analyse et de synthèse|Contrôle de gestion",
    desired: 'Power BI',
    maybe: 'Contrôle de gestion|Procédés agroalimentaires',
    occupations: 'Assistant / Assistante contrôle de gestion',
    level: 'BAC_3',
    places: 'Lamballe-Armor',
    contracts: 'Contrat d’apprentissage (alternance)|Contrat de professionnalisation (alternance)',
    from: '2026-09-01',
  },
  {
    about: 'CSR officer',
    text: `Chargé·e de mission RSE / décarbonation

Filiale d'un groupe textile, nous voulons tenir notre trajectoire carbone. Vous réaliserez le bilan carbone de nos trois sites, construirez le plan d'action, préparerez le reporting CSRD et le questionnaire EcoVadis et animerez des Fresques du climat.
Savoir-faire : bilan carbone, ACV. Savoir-être : force de proposition, pédagogie, aisance relationnelle.
Bac+5. Poste basé à Roanne (42), télétravail possible deux jours. CDI.`,
    skills:
      "Bilan carbone|Reporting extra-financier (CSRD)|EcoVadis|Sensibilisation au climat|Analyse de cycle de vie (ACV)|Force de proposition|Pédagogie|Sens de la communication|Décarbonation de l'industrie",
    maybe: "Responsabilité sociétale des entreprises (RSE)|Décarbonation de l'industrie",
    occupations: 'Chargé / Chargée de mission RSE',
    level: 'BAC_5',
    places: 'Roanne',
    contracts: 'CDI',
  },
  {
    about: 'supply chain',
    text: `Responsable supply chain
Basé à Sablé-sur-Sarthe. Management d'une équipe de 5 personnes (approvisionnement, ordonnancement, magasin). Vous pilotez le S&OP, la prévision de la demande, les stocks et le taux de service. Mise en place du DDMRP.
Formation Bac+5 supply chain. Anglais C1. Un ERP indispensable (SAP de préférence).`,
    skills:
      "Management d'équipe|S&OP|Prévision de la demande|Gestion des stocks|Suivi du taux de service|DDMRP|ERP (progiciel de gestion intégré)|SAP|Approvisionnement|Planification de la production",
    desired: 'SAP',
    maybe: "Supply chain|Approvisionnement|Planification de la production|Gestion d'entrepôt",
    occupations: 'Responsable supply chain',
    languages: 'Anglais C1',
    level: 'BAC_5',
    places: 'Sablé-sur-Sarthe',
  },
  {
    about: 'HR officer',
    text: `Chargé(e) de recrutement et marque employeur (VTE)
Où ? Thiers, Puy-de-Dôme
Quoi ? Recruter nos couteliers et polisseurs, construire notre marque employeur, nouer des relations avec les écoles, animer LinkedIn, organiser des journées portes ouvertes, structurer l'intégration des nouveaux arrivants.
Qui ? Bac+3 à Bac+5 RH ou communication. Bon relationnel. Canva : un plus.
Quand ? Dès octobre 2026, en CDI ou en contrat de professionnalisation.`,
    skills:
      "Recrutement|Marque employeur|Animation des réseaux sociaux|Organisation d'événements|Intégration des nouveaux arrivants|Sens de la communication|PAO et suite Adobe|Tutorat et alternance",
    desired: 'PAO et suite Adobe',
    maybe: 'Tutorat et alternance',
    occupations: 'Chargé / Chargée de recrutement et marque employeur',
    level: 'BAC_3',
    places: 'Thiers',
    contracts: 'CDI|Contrat de professionnalisation (alternance)',
    from: '2026-10-01',
  },
  {
    about: 'export',
    text: `Commercial export zone Amérique latine
PME de matériel agricole – Châteaubriant – CDI
Prospection, animation du réseau de distributeurs, participation à des salons, rédaction d'offres commerciales. Espagnol courant impératif, portugais souhaité, anglais professionnel. Connaissance des Incoterms et du crédit documentaire. Déplacements 50 %.
De formation Bac+3/5 commerce international.`,
    skills:
      "Prospection commerciale|Animation d'un réseau de distributeurs|Salons professionnels|Rédaction d'offres commerciales|Incoterms|Crédit documentaire et paiements internationaux|Commerce international et export",
    maybe: 'Commerce international et export',
    occupations: 'Commercial / Commerciale export',
    languages: 'Espagnol courant|Portugais|Anglais professionnel',
    level: 'BAC_3',
    places: 'Châteaubriant',
    contracts: 'CDI',
  },
  {
    about: 'data analyst',
    text: `Data analyst industriel
Nous fabriquons des roulements près de Chambéry. Vous exploiterez les données de production (MES, capteurs), construirez des tableaux de bord Power BI et des modèles prédictifs en Python. SQL indispensable. Machine learning : des bases suffisent. Git et Linux seraient appréciés.
Bac+5, stage ou alternance compris dans l'expérience. CDI à pourvoir en janvier 2027.`,
    skills:
      "Analyse de données|MES (pilotage d'atelier)|Power BI|Apprentissage automatique|Python|SQL et bases de données|Git|Linux|Pilotage de la performance",
    desired: 'Git|Linux',
    maybe: "Pilotage de la performance|Instrumentation et mesure|MES (pilotage d'atelier)|Analyse de données",
    occupations: 'Data analyst',
    level: 'BAC_5',
    places: 'Chambéry',
    contracts: 'CDI',
    from: '2027-01-01',
  },
  {
    about: 'ERP project manager',
    text: `CHEF DE PROJET ERP
Vous piloterez la migration de notre ERP vers Odoo : recueil du besoin, paramétrage, reprise des données, recette fonctionnelle, formation des utilisateurs et conduite du changement. Vous travaillerez avec le responsable informatique et les key users.
Site : Romorantin-Lanthenay (41)
Profil : Bac+5, expérience en gestion de projet informatique ; connaissances en comptabilité appréciées.
CDD de 14 mois`,
    skills:
      "Déploiement d'un ERP|Odoo|Recueil et analyse des besoins|Recette et tests logiciels|Support et formation des utilisateurs|Conduite du changement|Gestion de projet informatique|Comptabilité générale",
    desired: 'Comptabilité générale',
    maybe: 'ERP (progiciel de gestion intégré)|Support et formation des utilisateurs',
    occupations: 'Chef / Cheffe de projet ERP',
    level: 'BAC_5',
    places: 'Romorantin-Lanthenay',
    contracts: 'CDD',
  },
  {
    about: 'communication, informal',
    text: `Toi, futur·e chargé·e de communication !
Ici on fabrique des skis à Sallanches. Ton quotidien : réseaux sociaux, newsletter, photos et montage vidéo, relations presse, salons pros. Tu maîtrises la suite Adobe et WordPress ? On est faits pour s'entendre. Pas besoin de savoir coder en PHP.
Alternance dès septembre 2026, niveau Bac+3 minimum.`,
    skills:
      'Animation des réseaux sociaux|E-mailing et automatisation marketing|Vidéo et montage|Communication externe|Salons professionnels|PAO et suite Adobe|WordPress',
    occupations: 'Chargé / Chargée de communication',
    level: 'BAC_3',
    places: 'Sallanches',
    contracts: 'Contrat d’apprentissage (alternance)|Contrat de professionnalisation (alternance)',
    from: '2026-09-01',
  },
  {
    about: 'energy',
    text: `Ingénieur efficacité énergétique
Verrerie – Albi (81) – CDI
Contexte : 2e consommateur de gaz du département, nous visons -30 % d'ici 2030.
Missions : audits énergétiques, plan de comptage, récupération de chaleur fatale, montage des dossiers CEE, suivi de l'ISO 50001, étude d'une centrale photovoltaïque en autoconsommation.
Profil : ingénieur énergéticien, à l'aise en thermodynamique. Une expérience en travaux neufs serait un atout. Anglais lu.`,
    skills:
      "Audit énergétique|Suivi des consommations d'énergie|Récupération de chaleur fatale|Certificats d'économies d'énergie (CEE)|ISO 50001|Photovoltaïque|Thermique et thermodynamique|Travaux neufs|Efficacité énergétique",
    desired: 'Travaux neufs',
    maybe: 'Verre et céramique|Efficacité énergétique',
    occupations: 'Ingénieur / Ingénieure efficacité énergétique',
    languages: 'Anglais',
    level: 'BAC_5',
    places: 'Albi',
    contracts: 'CDI',
  },
  {
    about: 'right hand',
    text: `Bras droit du dirigeant H/F
Menuiserie industrielle de 45 personnes à Mirecourt (Vosges), notre dirigeante prépare la transmission de l'entreprise. À ses côtés, vous structurez l'organisation, suivez la trésorerie et le budget, pilotez la transformation numérique (mise en place d'un ERP) et la recherche de financements publics.
Vous avez le goût du terrain, l'esprit d'entreprendre et un bon esprit de synthèse. Ni anglais ni comptabilité exigés.
École de commerce ou d'ingénieurs. CDI ou CDD de 12 mois.`,
    skills:
      "Entrepreneuriat|Organisation et structuration d'une PME|Gestion de trésorerie|Élaboration et suivi budgétaire|Transformation numérique|Déploiement d'un ERP|Recherche de financements et subventions|Sens du terrain|Esprit d'entreprendre|Esprit d'analyse et de synthèse",
    maybe:
      "Technologies du bois|Entrepreneuriat|Organisation et structuration d'une PME|ERP (progiciel de gestion intégré)|Appui à la direction",
    occupations: 'Bras droit du dirigeant',
    level: 'BAC_5',
    places: 'Mirecourt',
    contracts: 'CDI|CDD',
  },
];
