import type { Labelled } from './labelled.js';

/** Design offices, laboratories, automation, information systems. */
export const moreDesignCvs: Labelled[] = [
  {
    about: 'full stack developer',
    text: `Nicolas Perez
Développeur full stack
Nantes / télétravail

COMPÉTENCES
Front : JavaScript, TypeScript, React, HTML/CSS
Back : Node.js, PHP (Symfony), PostgreSQL
DevOps : Docker, intégration continue GitLab
Méthodes : Scrum

EXPÉRIENCE
Développeur web, Agence Numérique de l'Erdre, 2021-2026
Sites e-commerce Prestashop, API REST, tests fonctionnels
Maintenance de l'intranet de clients industriels

FORMATION
BTS SIO option SLAM, 2019
Bachelor Concepteur développeur d'applications, 2021

LANGUES
Anglais technique, espagnol (B1)

LOISIRS
Jeux vidéo, Arduino, musique`,
    skills:
      'JavaScript|React|HTML et CSS|PHP|SQL et bases de données|DevOps|Git|Méthodes agiles (Scrum)|E-commerce|Recette et tests logiciels|Développement web',
    maybe: 'Git|Développement web',
    occupations: 'Développeur / Développeuse full stack|Développeur / Développeuse web',
    languages: 'Anglais|Espagnol B1',
    level: 'BAC_3',
    places: 'Nantes',
  },
  {
    about: 'ERP consultant in career change',
    text: `Sandrine KELLER, chef de projet ERP
67000 Strasbourg – mobile Alsace et Vosges

Synthèse
15 ans en industrie dont 6 en systèmes d'information. Key user SAP puis cheffe de projet. Sans connaissance de Salesforce.

Parcours professionnel
2020-2026 Cheffe de projet ERP, Groupe Meubles Rhénans
Recueil des besoins, paramétrage ERP, recette, conduite du changement et formation des utilisateurs
Migration vers SAP S/4HANA
2011-2020 Gestionnaire de production, même groupe
Ordonnancement, calcul des besoins, gestion des stocks

Formations
Certificat professionnel SAP PP, 2020
DUT Qualité, logistique industrielle et organisation, 2010

Langues
Allemand (bilingue), anglais (professionnel)`,
    skills:
      "Déploiement d'un ERP|SAP|Recueil et analyse des besoins|Recette et tests logiciels|Conduite du changement|Support et formation des utilisateurs|Planification de la production|Calcul des besoins (MRP)|Gestion des stocks",
    maybe: 'ERP (progiciel de gestion intégré)|Recette et tests logiciels|Gestion de projet',
    occupations: 'Chef / Cheffe de projet ERP|Gestionnaire de production',
    maybeOccupations: 'Key user ERP',
    languages: 'Allemand bilingue|Anglais professionnel',
    level: 'BAC_2',
    places: 'Strasbourg|Bas-Rhin|Haut-Rhin|Vosges',
  },
  {
    about: 'cybersecurity student',
    text: `Maxime Roche
Étudiant en cybersécurité, recherche une alternance (contrat d'apprentissage) de 24 mois à partir du 1er septembre 2026
Bordeaux et Gironde

Formation
2026-2028 Mastère Expert en cybersécurité, école Ynov Campus (admis)
2023-2026 BUT Réseaux et télécommunications, IUT de Bordeaux

Compétences
- Réseaux : TCP/IP, VPN, Cisco
- Systèmes : Windows Server, Active Directory, Linux
- Sécurité : pentest (bases), SIEM, ISO 27001 (notions)
- RGPD
- Scripts Python et Bash

Expériences
Stage de 10 semaines, service informatique du CHU, 2026 : support utilisateurs et durcissement de serveurs
Équipier polyvalent, restauration rapide, étés 2023 et 2024

Langues
Anglais B2+

Centres d'intérêt
CTF, échecs, rugby`,
    skills:
      "Cybersécurité|Réseaux informatiques|Administration de systèmes|Linux|Tests d'intrusion|Supervision de la sécurité (SOC)|ISO 27001|RGPD|Python|Support et formation des utilisateurs",
    maybe: 'Adaptabilité',
    languages: 'Anglais B2',
    level: 'BAC_5',
    places: 'Bordeaux|Gironde',
    contracts: 'Contrat d’apprentissage (alternance)',
    from: '2026-09-01',
  },
  {
    about: 'process engineer, hyphenated column',
    text: `Clara Fontaine
Ingénieure procédés
Dunkerque
EXPERIENCE
Ingénieure procédés, Chimie des Dunes,
2021-2026
Optimisation de procédés de distilla-
tion et de séchage ; bilans matière et
énergie ; schémas PID ; simula-
tion sous Aspen Plus.
Études HAZOP et ATEX avec le service
sécurité.
Ingénieure d'études stagiaire, Eaux du
Boulonnais, 2020
Traitement des eaux usées, station
d'épuration
FORMATION
ENSC Lille, diplôme d'ingénieur
chimiste, 2021
LANGUES
Anglais (C1) Néerlandais (A2)
QUALITÉS
Esprit d'analyse, travail en équipe`,
    skills:
      "Optimisation de procédés|Opérations unitaires|Bilans matière et énergie|Schémas de procédé (PID, PFD)|Simulation de procédés (Aspen, ProSim)|HAZOP|ATEX|Traitement des eaux|Esprit d'analyse et de synthèse|Esprit d'équipe",
    occupations: "Ingénieur / Ingénieure procédés|Ingénieur / Ingénieure d'études",
    maybeOccupations: 'Ingénieur / Ingénieure chimiste',
    languages: 'Anglais C1|Néerlandais A2',
    level: 'BAC_5',
    places: 'Dunkerque',
  },
  {
    about: 'R&D project manager with a thesis',
    text: `Dr Antoine Mercier
Chef de projet R&D matériaux
Limoges (87)

Docteur en science des matériaux, j'ai piloté des projets collaboratifs et déposé deux brevets.

Expérience professionnelle
Chef de projet R&D, Céramiques du Limousin, 2022-2026
Fabrication additive céramique ; caractérisation de matériaux ; montage de dossiers de financement (CIR, France 2030)
Encadrement de deux doctorants
Doctorant CIFRE, laboratoire IRCER, 2019-2022
Thèse : frittage de céramiques techniques

Formation
Doctorat, Université de Limoges, 2022
Master Matériaux, 2019

Compétences
Propriété industrielle, veille technologique, gestion de projet, rédaction scientifique
Matlab, pas de pratique de Python

Langues
Anglais C2 ; japonais débutant`,
    skills:
      "Innovation ouverte et partenariats de recherche|Propriété industrielle|Fabrication additive|Science des matériaux|Financement de l'innovation|Verre et céramique|Veille technologique|Gestion de projet|Matlab",
    maybe: "Recherche et développement (R&D)|Management d'équipe",
    occupations: 'Chef / Cheffe de projet R&D',
    languages: 'Anglais C2|Japonais débutant',
    level: 'DOCTORATE',
    places: 'Limoges',
  },
];
