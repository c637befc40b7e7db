import type { Labelled } from './labelled.js';

/** Workshops: quality, maintenance, methods, production. */
export const workshopCvs: Labelled[] = [
  {
    about: 'quality technician, classic sections',
    text: `Camille FERRAND
12 rue de la Mécanique – 01100 Oyonnax
06 11 22 33 44 – camille.ferrand@exemple.fr
Née le 14/03/2001, nationalité française

TECHNICIENNE QUALITÉ EN PLASTURGIE
Disponible à partir de septembre 2026

EXPÉRIENCES PROFESSIONNELLES
Sept. 2024 – août 2026 : Technicienne qualité (alternance), Plastiques du Haut-Bugey, Bellignat (01)
- Contrôle à réception des matières et contrôle des pièces injectées
- Rédaction de rapports 8D et suivi des non-conformités clients
- Participation à une AMDEC process sur une nouvelle presse à injecter
Été 2023 : Opératrice de production, Transports Gallet, Nantua

FORMATION
2026 : Licence professionnelle Qualité et métrologie, IUT Lyon 1
2024 : BTS Europlastics et composites, lycée Arbez-Carme

COMPÉTENCES
Métrologie, SPC, Minitab, Excel (TCD)
Notions de lean

LANGUES
Anglais : B2 (TOEIC 820)
Espagnol : notions

CENTRES D'INTÉRÊT
Handball en club, photographie, impression 3D`,
    skills:
      'Contrôle à réception|Méthode 8D|Traitement des non-conformités|AMDEC|Injection plastique|Métrologie|SPC|Minitab|Excel|Lean manufacturing',
    maybe: 'Fabrication additive|Matériaux composites|Management de la qualité|Contrôle qualité',
    occupations: 'Technicien / Technicienne qualité',
    languages: 'Anglais B2|Espagnol notions',
    level: 'BAC_3',
    places: 'Oyonnax',
    from: '2026-09-01',
  },
  {
    about: 'maintenance technician, bullets and typing errors',
    text: `Yanis Belkacem
Technicien de maintenance industriel
Saint-Étienne (42) | Permis B | yanis.bk@exemple.com

PROFIL
Passioné par la technique, je recherche un CDI en maintenace industrielle dans la Loire.

EXPERIENCE
Technicien de maintenance – Casting Forez SAS – 2023 à aujourd'hui
• Dépanage électrique et mécanique des lignes
• Maintenance préventive et corrective
• Saisie des interventions dans la GMAO (Coswin)
• Lecture de schémas électriques
Agent de maintenance – Établissements Perrin – 2021/2023
• Entretien des vérins hydroliques, circuits pneumatiques

DIPLOMES
BTS Maintenance des systèmes option A, 2021
Bac pro MEI, 2019

SAVOIR-FAIRE
Habilitations électriques B2V BR BC, CACES R489 cat. 3
Automates Siemens (TIA Portal) : bases
Soudure TIG : notions

LANGUES
Arabe (langue maternelle), anglais technique`,
    skills:
      'Maintenance industrielle|Maintenance électrique|Maintenance mécanique|Maintenance préventive|Maintenance corrective|GMAO|Lecture de schémas électriques|Hydraulique industrielle|Pneumatique industrielle|Habilitation électrique|CACES|Siemens TIA Portal|Soudage',
    maybe: "Programmation d'automates (API)|Automatismes industriels",
    occupations: 'Technicien / Technicienne de maintenance',
    maybeOccupations: 'Agent / Agente de maintenance industrielle',
    languages: 'Arabe natif|Anglais',
    level: 'BAC_2',
    places: 'Saint-Étienne|Loire',
    contracts: 'CDI',
    licences: 'B',
  },
  {
    about: 'methods engineer, profile paragraph, broken lines',
    text: `Julie Marchetti — Ingénieure méthodes

Ingénieure diplômée des Arts et Métiers avec deux ans d'expérience en industriali-
sation de pièces mécaniques, je souhaite rejoindre une PME de la région
Bourgogne-Franche-Comté. Mobilité : Besançon, Belfort.

Expérience
2024-2026  Ingénieure méthodes, Horlogerie Comtoise SA, Besançon
Rédaction des gammes
opératoires, chronométrage des postes,
équilibrage de lignes, et conduite de chantiers SMED et 5S.
Chiffrage de nouvelles pièces avec l'équipe commerciale ; suivi du TRS.
2023  Stage de fin d'études, Ateliers du Doubs : implantation d'atelier et VSM

Formation
2023 Diplôme d'ingénieur, École nationale supérieure d'arts et métiers (Cluny)
2020 Classe préparatoire PTSI/PT, lycée Jules-Haag

Outils : SolidWorks, SAP, VBA, Power BI
Langues : anglais (C1), allemand (B1)
Loisirs : course à pied, couture, théâtre d'improvisation`,
    skills:
      "Industrialisation de produits|Gammes de fabrication|Étude des temps et chronométrage|Équilibrage de lignes|SMED|5S|Chiffrage et devis techniques|TRS|Implantation d'atelier|VSM|SolidWorks|SAP|VBA|Power BI",
    occupations: 'Ingénieur / Ingénieure méthodes',
    languages: 'Anglais C1|Allemand B1',
    level: 'BAC_5',
    places: 'Besançon|Belfort|Bourgogne-Franche-Comté',
  },
  {
    about: 'welder, short, capitals',
    text: `KEVIN ROUSSEL
SOUDEUR TIG / MIG
44600 SAINT-NAZAIRE
TEL 07 00 11 22 33

EXPERIENCES
2019-2026 SOUDEUR - CHAUDRONNERIE DE L'ESTUAIRE SARL
SOUDAGE TIG INOX ET ACIER, LECTURE DE PLANS, CONTROLE VISUEL
2017-2019 CHAUDRONNIER INTERIMAIRE
PLIAGE, MONTAGE, TUYAUTERIE

FORMATION
CAP REALISATION EN CHAUDRONNERIE INDUSTRIELLE 2017

DIVERS
PERMIS B, CACES, HABILITATION ELECTRIQUE
FOOTBALL, PECHE, JARDINAGE`,
    skills: 'Soudage|Lecture de plans|Contrôle visuel|Chaudronnerie|CACES|Habilitation électrique',
    maybe: 'Montage et assemblage mécanique|Tuyauterie industrielle',
    occupations: 'Soudeur / Soudeuse|Chaudronnier / Chaudronnière',
    level: 'CAP_BEP',
    places: 'Saint-Nazaire (44)',
    licences: 'B',
  },
  {
    about: 'machinist apprentice, inclusive writing',
    text: `Léa Chabert
Apprenti·e usineur·euse sur commande numérique
Cluses (74300) · lea.chabert@exemple.org

À propos
Motivé·e et rigoureux·se, je cherche un contrat d'apprentissage pour préparer un BTS à la rentrée 2026 dans la vallée de l'Arve.

Parcours professionnel
Depuis 09/2024 Usineur·euse en apprentissage – Décolletage Mont-Blanc, Scionzier
  > réglage de tours CN (Fanuc), changement d'outils
  > contrôle dimensionnel au pied à coulisse et au micromètre
  > respect du 5S

Études
2026 Bac professionnel Technicien en réalisation de produits mécaniques, lycée Charles-Poncet

Atouts
Lecture de plan, Mastercam (débutant), TopSolid
Esprit d'équipe, autonomie

Langues
Anglais A2`,
    skills:
      "Usinage|Commande numérique|Métrologie|5S|Lecture de plans|Mastercam|TopSolid|Esprit d'équipe|Autonomie|Rigueur et précision|Réglage de machines",
    maybe: 'Métrologie|Réglage de machines|Contrôle qualité',
    occupations: 'Usineur / Usineuse',
    languages: 'Anglais A2',
    level: 'BAC',
    places: "Cluses|Vallée de l'Arve",
    contracts: 'Contrat d’apprentissage (alternance)',
    from: '2026-09-01',
  },
  {
    about: 'QHSE work-study student, two columns',
    text: `INÈS DUMONT                         FORMATION
Alternante QHSE                     Master 2 QHSE – Université de Picardie (2025-2027)
                                    Licence Chimie – Université de Lille (2024)
CONTACT
80000 Amiens                        EXPÉRIENCES
ines.dumont@exemple.fr              Alternante QHSE – Verrerie de la Bresle – depuis 09/2025
                                    Mise à jour du document unique
COMPÉTENCES                         Animation de causeries sécurité, analyse des accidents (arbre des causes)
ISO 14001, ISO 45001                Accueil des entreprises extérieures et plans de prévention
Réglementation ICPE                 Stage HSE – Papeteries d'Artois – 2024
SST                                 Fiches de données de sécurité, gestion des déchets
Excel, Power BI
                                    CENTRES D'INTÉRÊT
LANGUES                             Escalade, bénévolat aux Restos du Cœur
Anglais – intermédiaire
Portugais – bilingue`,
    skills:
      'Document unique (DUERP)|Animation sécurité|Analyse des accidents du travail|Plan de prévention|ISO 14001|ISO 45001|Réglementation ICPE|SST|Excel|Power BI|Risque chimique|Gestion des déchets',
    maybe: 'Hygiène, sécurité et environnement (HSE)',
    occupations: 'Chargé / Chargée QHSE',
    maybeOccupations: 'Assistant / Assistante HSE',
    languages: 'Anglais intermédiaire|Portugais bilingue',
    level: 'BAC_5',
    places: 'Amiens',
  },
];
