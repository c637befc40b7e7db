import type { Labelled } from './labelled.js';

/** Purchasing, logistics, energy, environment, sustainability. */
export const flowCvs: Labelled[] = [
  {
    about: 'buyer',
    text: `Charlotte Meunier
Acheteuse industrielle
Annecy – charlotte.meunier@exemple.fr

Expériences
Acheteuse industrielle, Roulements des Savoie, 2022-2026
Sourcing de fournisseurs en Europe, négociation achats, contrats-cadres
Appels d'offres pour la sous-traitance d'usinage
Réduction des coûts d'achat : 8 % sur la famille outillage
Assistante achats, Skis du Semnoz, 2020-2022
Suivi des commandes, relance des fournisseurs, SAP MM

Formation
Master Achats internationaux, IAE Savoie Mont Blanc, 2020

Compétences
Incoterms, TCO, Excel avancé, anglais et italien courants
Achats responsables`,
    skills:
      "Sourcing fournisseurs|Négociation avec les fournisseurs|Contrats fournisseurs|Appels d'offres|Gestion de la sous-traitance industrielle|Réduction des coûts d'achat|SAP|Incoterms|Excel|Achats responsables",
    maybe: "Usinage|Conception d'outillages|Achats industriels",
    occupations: 'Acheteur / Acheteuse industriel|Assistant / Assistante achat',
    languages: 'Anglais courant|Italien courant',
    level: 'BAC_5',
    places: 'Annecy',
  },
  {
    about: 'warehouse forklift driver to logistics manager',
    text: `Jean-Luc PETITJEAN
RESPONSABLE D'ENTREPÔT
Tél : 06.99.88.77.66
10000 Troyes

EXPÉRIENCES
Responsable d'entrepôt, Bonneterie Champenoise (2015 – 2026)
o Encadrement d'équipe : 9 caristes et préparateurs
o Gestion des stocks, inventaires tournants, WMS Reflex
o Organisation des expéditions et affrètement
Cariste (2008 – 2015), plateforme logistique de l'Aube
o Préparation de commandes

FORMATIONS
CACES R489 1-3-5 (2024)
SST (recyclage 2025)
Bac pro Logistique

INFORMATIQUE
Excel, Outlook

LOISIRS
Cyclisme, pétanque, brocantes`,
    skills:
      "Management d'équipe|Gestion des stocks|WMS|Réception et expédition|Organisation des transports|Préparation de commandes|CACES|SST|Excel|Pack Office",
    maybe: "Gestion d'entrepôt|Logistique",
    occupations: "Responsable d'entrepôt",
    level: 'BAC',
    places: 'Troyes',
  },
  {
    about: 'supply chain student, objective, several places',
    text: `Lina Castel
Étudiante en Master 2 Supply chain
Objectif : alternance de 12 mois comme assistante supply chain à Angers, Cholet ou Le Mans à compter de septembre 2026

PARCOURS ACADÉMIQUE
2025-2027 Master Management de la supply chain, ESSCA
2022-2025 Licence Économie-gestion, Université d'Angers

EXPÉRIENCES
Assistante logistique, stage, Pépinières d'Anjou (2025)
Suivi du taux de service, approvisionnements, tableaux croisés dynamiques
Vendeuse, boulangerie (2023-2025)

COMPÉTENCES
S&OP, MRP, prévisions de ventes (cours)
Pack Office, SAP (initiation)
Capacité d'adaptation, sens de l'organisation

LANGUES
Anglais C1 (IELTS 7), espagnol B1`,
    skills:
      'Suivi du taux de service|Approvisionnement|Excel|S&OP|Calcul des besoins (MRP)|Prévision de la demande|Pack Office|SAP|Adaptabilité|Organisation et gestion des priorités',
    maybe: 'Supply chain|Relation client|Vente aux entreprises',
    occupations: 'Assistant / Assistante supply chain',
    maybeOccupations: 'Coordinateur / Coordinatrice logistique',
    languages: 'Anglais C1|Espagnol B1',
    level: 'BAC_5',
    places: 'Angers|Cholet|Le Mans',
    contracts: 'Contrat d’apprentissage (alternance)|Contrat de professionnalisation (alternance)',
    from: '2026-09-01',
  },
  {
    about: 'energy manager',
    text: `Pierre-Yves Salaün, energy manager
Lorient, mobile en Bretagne

Mon parcours
Energy manager | Conserveries du Blavet | 2021-2026
Mise en place de l'ISO 50001, plan de comptage, audits énergétiques
Récupération de chaleur fatale sur les groupes froids, dossiers CEE
Sensibilisation des équipes aux économies d'énergie
Chargé d'études thermiques | Cabinet Thermi Ouest | 2018-2021

Mes diplômes
Ingénieur en énergétique, Polytech Nantes, 2018

Mes compétences
Bilan carbone, décret tertiaire, photovoltaïque, Excel

Mes langues
Anglais B2, breton`,
    skills:
      "ISO 50001|Suivi des consommations d'énergie|Audit énergétique|Récupération de chaleur fatale|Certificats d'économies d'énergie (CEE)|Efficacité énergétique|Bilan carbone|GTB|Photovoltaïque|Excel",
    maybe: 'GTB|Froid industriel et climatisation|Sensibilisation au climat',
    occupations: "Energy manager|Chargé / Chargée d'études thermiques",
    languages: 'Anglais B2',
    level: 'BAC_5',
    places: 'Lorient|Bretagne',
  },
  {
    about: 'CSR officer',
    text: `Chloé Arnaud
Chargée de mission RSE
Montpellier (34) – permis B

QUI SUIS-JE ?
Diplômée d'un master en développement durable, je recherche un CDI ou un CDD dans une entreprise industrielle de l'Hérault ou du Gard.

EXPÉRIENCES PROFESSIONNELLES
Chargée de mission RSE – Vignobles & Co – 09/2024 à 08/2026
› Réalisation du bilan carbone (scope 3) et trajectoire SBTi
› Préparation du rapport de durabilité CSRD, double matérialité
› Évaluation EcoVadis : passage d'argent à or
› Animation de la Fresque du climat
Service civique – Conservatoire des espaces naturels – 2023
› Inventaires de biodiversité

FORMATION
Master Transitions écologiques, Université Paul-Valéry, 2024
Diplôme obtenu en septembre 2024

LANGUES
Anglais : courant. Catalan : notions.`,
    skills:
      "RSE|Bilan carbone|Décarbonation de l'industrie|Reporting extra-financier (CSRD)|Analyse de double matérialité|EcoVadis|Sensibilisation au climat|Biodiversité",
    maybe: 'Responsabilité sociétale des entreprises (RSE)',
    occupations: 'Chargé / Chargée de mission RSE',
    languages: 'Anglais courant',
    level: 'BAC_5',
    places: 'Montpellier|Hérault|Gard',
    contracts: 'CDI|CDD',
    licences: 'B',
    diploma: '2024-09-01',
  },
  {
    about: 'life cycle assessment engineer',
    text: `Quentin Faure
Ingénieur écoconception
Clermont-Ferrand

Compétences clés : ACV (SimaPro), écoconception, économie circulaire, loi AGEC, Ecodesign, anglais C1

Expérience
2023-2026 – Ingénieur écoconception, Pneus d'Auvergne
Analyse du cycle de vie de gammes de produits, choix des matériaux biosourcés, animation d'ateliers
2022 – Stage, Recyclage Puydômois SAS
Recyclage des plastiques, logistique inverse

Formation
SIGMA Clermont, ingénieur, 2022`,
    skills:
      "Analyse de cycle de vie (ACV)|Écoconception|Économie circulaire|Loi AGEC et filières REP|Matériaux biosourcés|Animation de réunions et d'ateliers|Recyclage des matières|Logistique inverse",
    occupations: 'Ingénieur / Ingénieure écoconception',
    languages: 'Anglais C1',
    level: 'BAC_5',
    places: 'Clermont-Ferrand',
  },
];
