import type { Labelled } from './labelled.js';

/** Offices: finance, people, sales, marketing, management, law. */
export const officeCvs: Labelled[] = [
  {
    about: 'management controller',
    text: `Aurélien Gauthier
Contrôleur de gestion industriel
69400 Villefranche-sur-Saône

Expériences
Contrôleur de gestion industriel, Textiles Caladois, 2021-2026
- Élaboration du budget et suivi budgétaire de trois ateliers
- Calcul des coûts de revient, inventaires
- Reporting financier mensuel au groupe, consolidation
- Tableaux de bord sous Power BI
Auditeur junior, cabinet Saône Audit, 2019-2021
- Commissariat aux comptes

Formation
Master CCA, IAE Lyon, 2019

Compétences : SAP, Excel (expert), normes IFRS, VBA (notions)
Langues : anglais courant`,
    skills:
      'Élaboration et suivi budgétaire|Calcul des coûts de revient|Reporting financier|Consolidation des comptes|Power BI|Audit comptable et financier|SAP|Excel|Normes IFRS|VBA|Pilotage de la performance',
    maybe: 'Contrôle de gestion|Gestion des stocks|Pilotage de la performance|Consolidation des comptes',
    occupations: 'Contrôleur / Contrôleuse de gestion industriel|Auditeur / Auditrice',
    languages: 'Anglais courant',
    level: 'BAC_5',
    places: 'Villefranche-sur-Saône',
  },
  {
    about: 'accountant',
    text: `Comptable unique – PME industrielle
Valérie Noël – 54 ans – 88000 Épinal

EXPERIENCES PROFESSIONNELLES
De 2010 à 2026 : Comptable unique, Scierie des Ballons (45 salariés)
Comptabilité générale, déclarations de TVA, paie (Silae), relances clients, trésorerie, liasse fiscale
De 1998 à 2010 : Aide-comptable, Imprimerie Vosgienne

FORMATION
BTS Comptabilité gestion 1993

INFORMATIQUE
Sage 100, Cegid, Word, Excel

ACTIVITÉS
Trésorière d'une association de randonnée, chorale`,
    skills:
      'Comptabilité générale|Fiscalité des entreprises|Gestion de la paie|Recouvrement et crédit client|Gestion de trésorerie|Sage|Cegid et Divalto|Pack Office|Excel',
    occupations: 'Comptable unique',
    level: 'BAC_2',
    places: 'Épinal',
  },
  {
    about: 'HR work-study, lots of soft skills',
    text: `Jade Lopez
Chargée RH en alternance
Pau | jade.lopez@exemple.fr

À PROPOS DE MOI
Dynamique et à l'écoute, dotée d'un bon relationnel et d'une grande discrétion, je recherche un poste de chargée de recrutement en CDI à Pau ou Tarbes à partir d'octobre 2026.

EXPÉRIENCES
Chargée RH (alternance) – Aéro Béarn – 2024-2026
Recrutement de profils techniques : rédaction d'annonces, sourcing de candidats, entretiens
Intégration des nouveaux arrivants, plan de formation
Relations écoles, forums
Administration du personnel : contrats de travail, dossiers
Stage assistante RH – Mairie de Lons – 2023

FORMATION
Master RH, IAE Pau, 2026
Licence AES, 2024

OUTILS
Silae, Excel, LinkedIn Recruiter, Canva

LANGUES
Espagnol C1, anglais B2`,
    skills:
      'Recrutement|Intégration des nouveaux arrivants|Plan de développement des compétences|Tutorat et alternance|Administration du personnel|Gestion de la paie|Excel|PAO et suite Adobe|Écoute et empathie|Sens de la communication|Sens éthique et discrétion',
    maybe: 'Gestion des ressources humaines|Tutorat et alternance|Animation des réseaux sociaux',
    occupations: 'Chargé / Chargée RH|Chargé / Chargée de recrutement',
    languages: 'Espagnol C1|Anglais B2',
    level: 'BAC_5',
    places: 'Pau|Tarbes',
    contracts: 'CDI',
    from: '2026-10-01',
  },
  {
    about: 'export sales',
    text: `DAVID SCHNEIDER
Responsable de zone export – DACH
Colmar, 06 55 44 33 22

EXPÉRIENCE PROFESSIONNELLE
2018 – 2026 Responsable de zone export, Robinetterie du Ried
Prospection commerciale en Allemagne, Autriche et Suisse
Animation d'un réseau de distributeurs, salons internationaux (Hanovre, Cologne)
Négociation contractuelle, offres techniques et commerciales
Suivi des commandes avec l'ADV, Incoterms
2014 – 2018 Technico-commercial sédentaire, Outillage Alsace SAS

FORMATION
École de management de Strasbourg, programme grande école, 2014

COMPÉTENCES
CRM Salesforce, Pack Office
Négociation

LANGUES
Allemand : langue maternelle
Français : langue maternelle
Anglais : courant`,
    skills:
      "Prospection commerciale|Animation d'un réseau de distributeurs|Salons professionnels|Négociation|Rédaction d'offres commerciales|Incoterms|CRM|Salesforce|Pack Office|Commerce international et export",
    maybe: 'Commerce international et export|Vente de solutions techniques|Administration des ventes (ADV)',
    occupations: 'Responsable de zone export|Technico-commercial / Technico-commerciale',
    languages: 'Allemand natif|Français natif|Anglais courant',
    level: 'BAC_5',
    places: 'Colmar',
  },
  {
    about: 'communication officer',
    text: `Zoé Martin-Lebrun
chargée de communication
zoe.ml@exemple.fr / 35400 Saint-Malo

mes expériences
chargée de communication digitale, Chantier naval de la Rance, 2023-2026
création de contenus, community management (Instagram, LinkedIn), newsletter sous Brevo, refonte du site WordPress, référencement naturel
assistante communication, Ville de Dinan, 2022
relations presse, organisation d'événements, journal interne

mes études
Master Information-communication, Rennes 2, 2022

mes outils
Photoshop, InDesign, Premiere Pro, Google Analytics, Trello

mes langues
anglais C1, allemand A2

ce que j'aime
voile, cinéma, vente de mes créations en crochet`,
    skills:
      "Rédaction de contenus|Animation des réseaux sociaux|E-mailing et automatisation marketing|WordPress|Référencement (SEO, SEA)|Communication externe|Organisation d'événements|Communication interne|PAO et suite Adobe|Vidéo et montage|Google Analytics|Outils collaboratifs",
    occupations: 'Chargé / Chargée de communication|Assistant / Assistante communication',
    languages: 'Anglais C1|Allemand A2',
    level: 'BAC_5',
    places: 'Saint-Malo',
  },
  {
    about: 'right hand of a manager',
    text: `Baptiste Renaud
Bras droit de dirigeant | PME industrielle
Mobilité : France entière, de préférence Jura et Ain

Profil
Diplômé d'école de commerce, je souhaite accompagner un dirigeant dans la structuration de son entreprise et sa transformation numérique. J'aimerais me former au contrôle de gestion.

Expériences
Chargé de mission direction générale, Lunettes de Morez, 2024-2026
Plan stratégique, tableaux de bord, conduite du changement, recherche de subventions (Bpifrance)
Étude de marché pour une nouvelle gamme
Consultant junior, cabinet Stratéis, 2022-2024
Animation d'ateliers, cartographie des processus

Formation
emlyon business school, Programme Grande École (Bac+5), 2022

Langues
Anglais C1 - Chinois HSK 3

Compétences
Excel, PowerPoint, Notion, Power BI
Leadership, force de proposition, autonomie`,
    skills:
      "Organisation et structuration d'une PME|Transformation numérique|Stratégie d'entreprise|Pilotage de la performance|Conduite du changement|Recherche de financements et subventions|Étude de marché|Animation de réunions et d'ateliers|Cartographie des processus|Excel|Pack Office|Outils collaboratifs|Power BI|Leadership|Force de proposition|Autonomie",
    maybe: "Appui à la direction|Organisation et structuration d'une PME|Financement de l'innovation",
    occupations: 'Bras droit de dirigeant',
    maybeOccupations: 'Consultant / Consultante en stratégie',
    languages: 'Anglais C1|Chinois',
    level: 'BAC_5',
    places: 'Jura|Ain',
  },
];
