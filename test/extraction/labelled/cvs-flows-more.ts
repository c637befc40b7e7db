import type { Labelled } from './labelled.js';

/** Purchasing, logistics, energy, environment, sustainability. */
export const moreFlowCvs: Labelled[] = [
  {
    about: 'water treatment technician',
    text: `Dylan Hoarau – technicien traitement de l'eau
Saint-Pierre, La Réunion

expériences
technicien de station d'épuration, Eaux du Sud, 2022 à 2026 : conduite d'installations, analyses, autosurveillance des rejets, petit dépannage
stage Distillerie de Savanna 2021 : effluents industriels, pompes

formation
bts métiers de l'eau 2022

compétences
habilitation électrique, sst, word excel, lecture de plans
permis b

langues
créole, anglais scolaire`,
    skills:
      "Traitement des eaux|Conduite d'installations de procédé|Suivi des rejets et émissions|Maintenance corrective|Habilitation électrique|SST|Pack Office|Excel|Lecture de plans",
    occupations: "Technicien / Technicienne traitement de l'eau|Technicien / Technicienne de station d'épuration",
    languages: 'Anglais',
    level: 'BAC_2',
    places: 'Saint-Pierre (974)',
    licences: 'B',
  },
  {
    about: 'scheduler, run together',
    text: `Fatima Zerrouki    Ordonnanceuse    Vitry-le-François    06 01 02 03 04
EXPÉRIENCES  Ordonnanceuse, Forges de la Marne, 2019-2026. Planning de production, lancement des ordres de fabrication, suivi des encours, pilotage des flux. Utilisation quotidienne de l'ERP Sage X3 et d'Excel. Participation aux réunions S&OP.
Assistante logistique, Cartonnerie Sénart, 2016-2019. Gestion des transports, facturation.
FORMATION  DUT QLIO, Reims, 2016
LANGUES  Anglais B1, arabe`,
    skills:
      'Planification de la production|Lancement de fabrication|Sage|Excel|S&OP|Organisation des transports|ERP (progiciel de gestion intégré)|Optimisation des flux logistiques',
    maybe: 'ERP (progiciel de gestion intégré)|Optimisation des flux logistiques',
    occupations: 'Ordonnanceur / Ordonnanceuse',
    maybeOccupations: 'Coordinateur / Coordinatrice logistique',
    languages: 'Anglais B1|Arabe',
    level: 'BAC_2',
    places: 'Vitry-le-François',
  },
  {
    about: 'photovoltaic project manager',
    text: `Laura Gimenez
Cheffe de projet photovoltaïque
Perpignan (66000)

Expérience professionnelle
Cheffe de projet photovoltaïque – Soleil Roussillon – depuis 2022
Études PVsyst, suivi de chantier, raccordement, relations avec les collectivités
Études d'impact environnemental et dossiers d'autorisation
Chargée d'affaires – Catalane d'Électricité – 2019/2022
Chiffrage, devis, AutoCAD, Caneco

Études
Licence pro énergies renouvelables, Perpignan, 2019
BTS Électrotechnique, 2018

Compétences
Gestion de projet, MS Project, basse tension, habilitation électrique

Langues
Espagnol et catalan courants, anglais B1`,
    skills:
      "Photovoltaïque|Coordination de chantier|Partenariats avec le territoire|Étude d'impact environnemental|Chiffrage et devis techniques|AutoCAD|Caneco|Gestion de projet|MS Project|Distribution électrique et haute tension|Habilitation électrique",
    maybe:
      "Énergies renouvelables|Électrotechnique|Gestion d'affaires industrielles|Vente de solutions techniques|Rédaction d'offres commerciales",
    occupations: "Chef / Cheffe de projet photovoltaïque|Chargé / Chargée d'affaires",
    languages: 'Espagnol courant|Anglais B1',
    level: 'BAC_3',
    places: 'Perpignan',
  },
  {
    about: 'food quality, agro',
    text: `Morgane Le Bihan
Assistante qualité agroalimentaire
2 allée des Soudeurs, 22000 Saint-Brieuc

EXPÉRIENCES
Assistante qualité – Salaisons d'Armor – 2023-2026
HACCP, plan de nettoyage, traçabilité des lots
Préparation des audits IFS et BRC
Traitement des réclamations clients
Analyses microbiologiques avec un laboratoire externe
Opératrice de conditionnement – Biscuiterie de la Rance – étés 2020 à 2022

FORMATION
BUT Génie biologique parcours agroalimentaire, Quimper, 2023

COMPÉTENCES
ISO 22000, gestion documentaire qualité
Excel, Sage
Réactivité, esprit d'équipe

LANGUES
Anglais B1
Gallo`,
    skills:
      "HACCP|Traçabilité des produits|Référentiels IFS et BRC|Traitement des réclamations clients|Microbiologie industrielle|ISO 22000|Documentation qualité|Excel|Sage|Réactivité|Esprit d'équipe",
    maybe: 'Conditionnement et emballage|Procédés agroalimentaires',
    occupations: 'Assistant / Assistante qualité',
    languages: 'Anglais B1',
    level: 'BAC_3',
    places: 'Saint-Brieuc',
  },
  {
    about: 'wind technician',
    text: `Steven Morel — Technicien de maintenance éolienne
Contact : 80100 Abbeville / mobile Hauts-de-France et Normandie

Expérience
Technicien éolien, Vents de Picardie, 2021-2026
Maintenance préventive des aérogénérateurs, recherche de pannes, hydraulique, travail en hauteur
Électromécanicien, Papeterie de la Somme, 2018-2021
Dépannage électrique, remplacement de moteurs, graissage

Formation
BZEE, 2021
Bac pro Électrotechnique 2018

Compétences
Habilitation haute tension (H1V), SST, GWO
Anglais technique (lecture)

Divers
Permis B, BE ; parapente`,
    skills:
      'Maintenance préventive|Diagnostic de pannes|Hydraulique industrielle|Maintenance électrique|SST|Habilitation électrique|Éolien',
    maybe: 'Distribution électrique et haute tension|Habilitation électrique|Électrotechnique|Éolien',
    occupations:
      'Technicien / Technicienne de maintenance éolienne|Électromécanicien / Électromécanicienne|Technicien / Technicienne éolien',
    languages: 'Anglais',
    level: 'BAC',
    places: 'Abbeville|Hauts-de-France|Normandie',
    licences: 'B|BE',
  },
];
