import type { Labelled } from './labelled.js';

/** Offices: finance, people, sales, marketing, management, law. */
export const moreOfficeCvs: Labelled[] = [
  {
    about: 'order management assistant',
    text: `Sylvie Barbier
ASSISTANTE ADV / IMPORT-EXPORT
Le Havre (76)

Compétences professionnelles
• Administration des ventes : saisie et suivi des commandes, facturation
• Réglementation douanière, crédit documentaire, Incoterms 2020
• Transport international maritime
• Relation client en anglais et en espagnol

Parcours
2017-2026 Assistante ADV – Emballages Normands
2010-2017 Assistante import-export – Cafés du Havre

Diplôme
BTS Commerce international, 2009

Informatique
SAP, Outlook, Excel

Langues
Anglais : C1 / Espagnol : B2`,
    skills:
      'Administration des ventes (ADV)|Réglementation douanière|Crédit documentaire et paiements internationaux|Incoterms|Logistique internationale|Relation client|SAP|Pack Office|Excel',
    occupations: 'Assistant / Assistante ADV|Assistant / Assistante import-export',
    languages: 'Anglais C1|Espagnol B2',
    level: 'BAC_2',
    places: 'Le Havre',
  },
  {
    about: 'marketing product manager, English headings',
    text: `Emma Rossi
Cheffe de produit
Saint-Claude (39200) – emma.rossi@exemple.it

PROFESSIONAL EXPERIENCE
Cheffe de produit, Jouets du Haut-Jura (2022-2026)
Lancement de nouveaux produits, étude concurrentielle, politique de prix
Packaging durable avec le bureau d'études
Marketing assistant (stage), Maison Comté (2021)
Marketing B to B, newsletters

EDUCATION
Master Marketing, IAE Dijon, 2022

SKILLS
Canva, Illustrator, Excel, HubSpot
Creativity, teamwork

LANGUAGES
Italian: native – French: C2 – English: C1`,
    skills:
      "Lancement de produit|Étude de marché|Politique de prix|Conception d'emballages|Marketing industriel (B2B)|E-mailing et automatisation marketing|PAO et suite Adobe|Excel|CRM|Créativité|Esprit d'équipe",
    maybe: 'Gestion de produit|Conditionnement et emballage|Marketing',
    occupations: 'Chef / Cheffe de produit',
    maybeOccupations: 'Assistant / Assistante marketing',
    languages: 'Italien natif|Français C2|Anglais C1',
    level: 'BAC_5',
    places: 'Saint-Claude (39)',
  },
  {
    about: 'in-house lawyer',
    text: `Héloïse de La Tour
Juriste droit des affaires
Versailles

FORMATION
Master 2 Droit des affaires, Université Paris-Saclay, 2023
Licence de droit, 2021

EXPÉRIENCES
Juriste d'entreprise, Équipements Yvelines, 2023-2026
Rédaction de contrats commerciaux, droit de l'environnement, conformité RGPD, propriété intellectuelle
Clerc stagiaire, étude notariale de Rambouillet, 2022

COMPÉTENCES
Rédaction de notes de synthèse, recherche juridique
Rigueur, discrétion, sens de la diplomatie

LANGUES
Anglais juridique (C1), allemand (B1)

INTÉRÊTS
Équitation, violoncelle, bénévolat (soutien scolaire)`,
    skills:
      "Droit des affaires|Droit de l'environnement|RGPD|Propriété industrielle|Rédaction professionnelle|Rigueur et précision|Sens éthique et discrétion|Diplomatie",
    occupations: "Juriste d'entreprise|Juriste droit des affaires",
    languages: 'Anglais C1|Allemand B1',
    level: 'BAC_5',
    places: 'Versailles',
  },
  {
    about: 'sales representative, typos and abbreviations',
    text: `Mickaël Dubois
Commercial B to B – secteur indus
Tours 37

Exp :
- depuis 2019 : commercial BtoB chez Hydro Loire SARL, vente de solutions techniques (pompes, vanes), prospction, suivi de comptes, dévelopement commercial, CRM HubSpot
- 2015-19 : vendeur comptoir, Matériaux 37, service client, gestion de stok

Form : BTS NRC 2015
Lang : anglais (notions)
Infos : permis B, véhicule, rugby`,
    skills:
      'Vente de solutions techniques|Prospection commerciale|Gestion de grands comptes|Développement commercial|CRM|Relation client|Gestion des stocks|Vente aux entreprises',
    maybe: 'Vente aux entreprises|Marketing industriel (B2B)',
    occupations: 'Commercial / Commerciale B to B',
    languages: 'Anglais notions',
    level: 'BAC_2',
    places: 'Tours',
    licences: 'B',
  },
  {
    about: 'executive assistant returning to work',
    text: `Nathalie Girard
ASSISTANTE DE DIRECTION
4 place de la Fonderie
71200 Le Creusot
Mobilité : 30 km autour du Creusot
Disponible immédiatement

MES ATOUTS
Organisée, discrète et autonome
Excellente expression orale, orthographe irréprochable

MES COMPÉTENCES
Organisation de réunions et de déplacements
Rédaction de comptes rendus
Gestion documentaire, SharePoint
Word, Excel, PowerPoint, Teams
Facturation, suivi de budget
Communication interne

MON EXPÉRIENCE
2012-2024 Assistante de direction, Aciers de Bourgogne SA
2003-2012 Secrétaire commerciale, Garage des Alouettes

MA FORMATION
BTS Assistant de manager, Le Creusot
Baccalauréat STG

LANGUES
Anglais B1, polonais (langue familiale)`,
    skills:
      "Organisation et gestion des priorités|Autonomie|Sens éthique et discrétion|Présentations et prise de parole|Rédaction professionnelle|Gestion électronique de documents (GED)|Pack Office|Excel|Outils collaboratifs|Élaboration et suivi budgétaire|Communication interne|Animation de réunions et d'ateliers",
    maybe: "Animation de réunions et d'ateliers|Sens éthique et discrétion",
    occupations: 'Assistant / Assistante de direction|Secrétaire commercial / Secrétaire commerciale',
    languages: 'Anglais B1|Polonais',
    level: 'BAC_2',
    places: 'Le Creusot',
    from: '2026-06-01',
  },
];
