import type { Labelled } from './labelled.js';

/** Workshops: quality, maintenance, methods, production. */
export const moreWorkshopCvs: Labelled[] = [
  {
    about: 'production manager, long prose',
    text: `Responsable de production – 12 ans d'expérience
Philippe Garnier, Cholet (Maine-et-Loire), p.garnier@exemple.net

Parcours
Depuis janvier 2018 : Responsable de production, Menuiseries Choletaises
J'encadre trois chefs d'équipe et quarante opérateurs. J'ai mis en place le management visuel et un AIC quotidien, réorganisé les flux en flux tiré et conduit la mise en place de l'ERP Divalto. Je suis les indicateurs de production, gère la polyvalence des opérateurs et participe au budget d'investissement.
2012 - 2017 : Chef d'équipe, Fonderie Atlantique, Nantes
Gestion de 15 personnes en 3x8. Formation au poste des nouveaux arrivants. Je travaillais en lien avec le responsable qualité et l'ordonnancement.

Diplômes
DUT Génie mécanique et productique, IUT de Nantes, 2011

Informatique : Pack Office, Divalto
Langues : Anglais lu`,
    skills:
      "Management visuel|Kanban|Déploiement d'un ERP|Cegid et Divalto|Indicateurs de production|Gestion de la polyvalence|Formation des opérateurs|Pack Office|Management d'équipe de production",
    maybe:
      "ERP (progiciel de gestion intégré)|Gestion d'investissements industriels|Planification de la production|Management d'équipe",
    occupations: 'Responsable de production',
    maybeOccupations: "Chef / Cheffe d'équipe en industrie",
    languages: 'Anglais',
    level: 'BAC_2',
    places: 'Cholet',
  },
  {
    about: 'lean coordinator, English words',
    text: `SARAH N'GUYEN | Lean & Continuous Improvement
Grenoble | +33 6 00 00 00 00 | linkedin.com/in/sarah-nguyen-lean

ABOUT
Green Belt certified engineer, looking for a CDI as lean manager in Auvergne-Rhône-Alpes

WORK EXPERIENCE
Ingénieure amélioration continue, Alpes Connectique (2022-2026)
Value stream mapping, kaizen events, problem solving (A3, 5 why, Ishikawa)
Poka-yoke design and standard work ; QRQC animation
Quality engineer intern, Rhône Turbines (2021)
FMEA, control plan, supplier audits

EDUCATION
Engineering degree – diplôme d'ingénieur, Grenoble INP Génie industriel, 2021

LANGUAGES
French (native), English C1, Vietnamese`,
    skills:
      "Lean manufacturing|Amélioration continue|Six Sigma|VSM|Kaizen|Résolution de problèmes|5 pourquoi|Diagramme d'Ishikawa|Poka-yoke|QRQC|AMDEC|Plan de contrôle et de surveillance|Audit fournisseur",
    maybe: 'Standards de travail|Résolution de problèmes',
    occupations: 'Ingénieur / Ingénieure amélioration continue|Lean manager|Quality engineer',
    languages: 'Anglais C1|Français natif',
    level: 'BAC_5',
    places: 'Grenoble|Auvergne-Rhône-Alpes',
    contracts: 'CDI',
  },
  {
    about: 'boilermaker turned QC inspector, abbreviations',
    text: `Marc Le Goff
Tech. CND – COFREND 2
29200 Brest

Exp. pro
2020-26 Technicien CND, Chantiers de l'Iroise : ressuage, magnétoscopie, ultrasons
2014-20 Chaudronnier, Ateliers Kerlan : débit, pliage, lecture de plans
Formation
Bac pro TCI 2014
Certif. COFREND US2, PT2, MT2
Info : Excel, Word
Permis B + moto`,
    skills: 'Contrôle non destructif (CND)|Chaudronnerie|Lecture de plans|Excel|Pack Office',
    occupations: 'Technicien / Technicienne CND|Chaudronnier / Chaudronnière',
    level: 'BAC',
    places: 'Brest',
    licences: 'B',
  },
  {
    about: 'plastics setter, without headings',
    text: `Bruno Teixeira, 39 rue des Fours 39100 Dole
Régleur sur presses à injecter depuis 2016 chez Injecta Jura SAS. Montage des moules, réglage des presses, démarrage des productions, contrôle d'aspect. Chef d'équipe remplaçant.
Avant : opérateur chez Fromageries du Val (conditionnement).
CAP Plasturgie 2015. CACES 1 et 3.
Portugais langue maternelle, français courant.
Je ne connais pas les robots.`,
    skills: 'Injection plastique|Réglage de machines|Contrôle visuel|Conditionnement et emballage|CACES',
    maybe: "Management d'équipe de production|Moules et outils de presse",
    occupations: 'Régleur / Régleuse',
    languages: 'Portugais natif|Français courant',
    level: 'CAP_BEP',
    places: 'Dole',
  },
  {
    about: 'maintenance manager, spaced headings',
    text: `N A D I A   H A D D A D
Responsable maintenance

C O N T A C T
nadia.haddad@exemple.fr
Valenciennes (59300)

E X P É R I E N C E S
Responsable maintenance — Laminoirs du Hainaut — 2019-2026
Management d'une équipe de 12 techniciens
Plan de maintenance et arrêts techniques ; suivi des prestataires ; budget 1,2 M€
Déploiement de la maintenance prédictive (analyse vibratoire, thermographie)
Projet de TPM sur deux lignes
Ingénieure travaux neufs — Sucrerie d'Escaudœuvres — 2015-2019
Rédaction de cahiers des charges, consultation de fournisseurs, réception de machines

F O R M A T I O N
Ingénieure ENSIAME Valenciennes, 2015

L A N G U E S
Anglais courant, arabe courant`,
    skills:
      "Management d'équipe|Plan de maintenance|Pilotage de la sous-traitance technique|Maintenance prédictive|Analyse vibratoire|Thermographie infrarouge|TPM|Rédaction de cahier des charges|Appels d'offres|Gestion d'investissements industriels",
    maybe: 'Élaboration et suivi budgétaire|Travaux neufs',
    occupations: 'Responsable maintenance|Ingénieur / Ingénieure travaux neufs',
    languages: 'Anglais courant|Arabe courant',
    level: 'BAC_5',
    places: 'Valenciennes',
  },
];
