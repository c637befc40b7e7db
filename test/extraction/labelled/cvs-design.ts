import type { Labelled } from './labelled.js';

/** Design offices, laboratories, automation, information systems. */
export const designCvs: Labelled[] = [
  {
    about: 'draughtswoman, tool list',
    text: `Élodie Vasseur
Dessinatrice-projeteuse en mécanique
Adresse : 8 impasse des Tisserands, 59200 Tourcoing

EXPÉRIENCES
2021-2026 Dessinatrice projeteuse, bureau d'études Textimach, Roubaix
Conception de machines spéciales pour le textile
Mises en plan, cotation ISO, nomenclatures
2019-2021 Dessinatrice industrielle, Tôlerie du Ferrain
Pliage et découpe laser : préparation des mises à plat

FORMATION
BTS Conception des produits industriels, 2019, lycée César-Baggio, Lille

LOGICIELS
SolidWorks (expert), AutoCAD, Inventor (bases), SmarTeam

LANGUES
Anglais : niveau scolaire`,
    skills:
      'Conception de machines spéciales|Mise en plan et dessin technique|Cotation fonctionnelle et tolérancement|Gestion des nomenclatures|SolidWorks|AutoCAD|Autodesk Inventor|PLM (gestion du cycle de vie produit)',
    maybe: 'Textile et matériaux souples|Chaudronnerie|Conception mécanique',
    occupations: 'Dessinateur-projeteur / Dessinatrice-projeteuse',
    languages: 'Anglais',
    level: 'BAC_2',
    places: 'Tourcoing',
  },
  {
    about: 'mechanical simulation engineer',
    text: `Thomas Lefranc
Ingénieur calcul

26 ans, célibataire, Toulouse
Objectif : poste d'ingénieur calcul de structures en CDI, secteur aéronautique, mobile dans toute l'Occitanie

Compétences techniques
- Calcul par éléments finis : Nastran, Abaqus, Ansys
- Résistance des matériaux, matériaux composites
- Mécanique des fluides, OpenFOAM (notions)
- Programmation : Python, Matlab

Expériences
Ingénieur calcul, Aéro Structures du Lauragais (2024-2026)
Justification de pièces en statique et en fatigue, rapports techniques
Corrélation essais / calculs
Stage ingénieur, Ateliers de Colomiers (2023)
CAO sous CATIA V5

Formation
ISAE-Supaéro, diplôme d'ingénieur, 2024

Langues : anglais C1, espagnol B2`,
    skills:
      'Calcul par éléments finis|Ansys|Résistance des matériaux (RDM)|Matériaux composites|Mécanique des fluides|CFD|Python|Matlab|Rédaction de rapports techniques|CATIA|CAO',
    maybe: 'Essais et validation produit|Essais de laboratoire',
    occupations: 'Ingénieur / Ingénieure calcul',
    languages: 'Anglais C1|Espagnol B2',
    level: 'BAC_5',
    places: 'Toulouse|Occitanie',
    contracts: 'CDI',
  },
  {
    about: 'automation technician, typos',
    text: `RACHID OUALI
Automaticien
Mulhouse 68

EXPERIENCES PROFESIONNELLES
Depuis 2020 Automaticien - Alsa Process
Programation d'automates Siemens et Schneider (Unity Pro)
Supervision sous PcVue et Wincc
Mise en service d'équipements chez les clients en France et en Allemangne
Robots Fanuc et Kuka : maintenance et petites modifications
2016-2020 Technicien de maintenance - Brasserie du Rhin

COMPETENCES
Grafcet, Ladder, Profinet, Modbus
Electrotechnique
Régulation PID
Eplan

FORMATION
Licence pro Automatisme et informatique industrielle, Mulhouse 2016

LANGUES
Allemand courant
Anglais technique
Arabe`,
    skills:
      "Programmation d'automates (API)|Automates Schneider (EcoStruxure, Unity Pro)|Siemens TIA Portal|SCADA|Mise en service d'automatismes|Robotique industrielle|Grafcet|Réseaux de terrain|Électrotechnique|Régulation industrielle|CAO électrique",
    maybe: 'Siemens TIA Portal|Automatismes industriels|Maintenance industrielle',
    occupations: 'Automaticien / Automaticienne|Technicien / Technicienne de maintenance',
    languages: 'Allemand courant|Anglais|Arabe',
    level: 'BAC_3',
    places: 'Mulhouse',
  },
  {
    about: 'electronics engineer',
    text: `Hugo Blanchet - Ingénieur électronique
Rennes - hugo.blanchet@exemple.fr - github.com/hblanchet

## Expérience
**Ingénieur électronique**, Armor Capteurs, Rennes, 2022 - présent
* Conception de cartes électroniques sous Altium Designer
* Développement de firmware sur STM32 en C/C++
* Essais CEM et suivi de la certification CE
**Stagiaire R&D**, Bretagne IoT, 2021
* Prototype de capteurs connectés (LoRa)

## Formation
Diplôme d'ingénieur, ESIR Rennes, 2022

## Compétences
Électronique analogique, VHDL, LabVIEW, Git, Linux
Gestion de projet agile (Scrum, Jira)

## Langues
Anglais professionnel (TOEIC 905)`,
    skills:
      'Conception de cartes électroniques|Systèmes embarqués|C et C++|Compatibilité électromagnétique|Marquage CE|Prototypage|Internet des objets industriel (IoT)|Électronique|FPGA et VHDL|LabVIEW|Git|Linux|Méthodes agiles (Scrum)|Jira et Confluence|Gestion de projet',
    maybe:
      "Marquage CE|Préparation d'une certification|Recherche et développement (R&D)|Gestion de projet|Instrumentation et mesure",
    occupations: 'Ingénieur / Ingénieure électronique',
    maybeOccupations: 'Technicien / Technicienne R&D|Ingénieur / Ingénieure R&D',
    languages: 'Anglais professionnel',
    level: 'BAC_5',
    places: 'Rennes',
  },
  {
    about: 'chemist in cosmetics',
    text: `Manon Rivière
Formulatrice cosmétique
Chartres | manon.riviere@exemple.fr

PROFIL PROFESSIONNEL
Jeune diplômée en chimie, passionnée de formulation, à la recherche d'un premier emploi dans la Cosmetic Valley. Disponible immédiatement.

EXPÉRIENCES
Alternance : technicienne formulation, Laboratoires Beauce Cosmétiques (2024-2026)
· Formulation cosmétique de crèmes et de laits
· Essais de stabilité, mesures de viscosité et de pH
· Bonnes pratiques de fabrication (ISO 22716)
· Montée en échelle du laboratoire au pilote (scale-up)
Stage : Institut des parfums de Grasse (2023)
· Chromatographie GC-MS, analyse sensorielle

FORMATION
Master Chimie, parcours formulation, Université d'Orléans, 2026
Licence de chimie, 2024

COMPÉTENCES
Affaires réglementaires : connaissances de base
HPLC, Excel
Rigueur, curiosité, sens de l'organisation

LANGUES
Anglais B2, italien A2`,
    skills:
      "Formulation de produits|BPF|Passage du laboratoire à l'échelle industrielle|Chimie analytique|Analyse sensorielle|Affaires réglementaires|Excel|Rigueur et précision|Curiosité et ouverture d'esprit|Organisation et gestion des priorités",
    maybe: 'Essais de laboratoire',
    occupations: 'Formulateur / Formulatrice cosmétique|Technicien / Technicienne formulation',
    languages: 'Anglais B2|Italien A2',
    level: 'BAC_5',
    places: 'Chartres',
    from: '2026-06-01',
  },
  {
    about: 'data analyst in industry',
    text: `Amina Diallo
Data analyst — industrie
Lyon 7e · amina.diallo@exemple.fr

Compétences
Langages : Python (pandas, scikit-learn), SQL, R
Visualisation : Power BI, Tableau, Qlik Sense
Bases de données : PostgreSQL
Statistiques : tests statistiques, plans d'expériences
Gestion de versions : Git

Expériences
Data analyst, Vallée de la Chimie Services, 2023-2026
Analyse de données de procédés, création de dashboards Power BI pour les ateliers
Modèles prédictifs de pannes (maintenance prédictive)
Nettoyage et qualité des données
Stagiaire data, Transport Rhodanien, 2022
Prévision de la demande

Formation
Master Statistiques et informatique, Université Lyon 2, 2023

Langues : Anglais C1, peul`,
    skills:
      "Python|SQL et bases de données|R (logiciel statistique)|Power BI|Tableau et Qlik|Statistiques|Plans d'expériences|Git|Analyse de données|Visualisation de données|Apprentissage automatique|Maintenance prédictive|Gouvernance des données|Prévision de la demande",
    maybe: 'Gouvernance des données|Visualisation de données',
    occupations: 'Data analyst',
    languages: 'Anglais C1',
    level: 'BAC_5',
    places: 'Lyon',
  },
];
