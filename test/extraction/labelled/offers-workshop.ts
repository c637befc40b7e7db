import type { Labelled } from './labelled.js';

/** What companies post for workshops and design offices. */
export const workshopOffers: Labelled[] = [
  {
    about: 'quality technician',
    text: `Technicien qualité H/F – plasturgie
Notre PME de 60 personnes, située à Oyonnax (01), conçoit et produit des pièces injectées pour l'automobile.
Vos missions : traiter les non-conformités, piloter les analyses 8D et AMDEC, assurer le contrôle des pièces et la métrologie, animer les audits internes selon l'IATF 16949.
Profil : Bac+2/3 en qualité ou plasturgie. La maîtrise d'Excel est indispensable ; Minitab serait un plus. Anglais B1 souhaité.
Contrat : CDI. Poste basé à Oyonnax.`,
    skills:
      'Traitement des non-conformités|Méthode 8D|AMDEC|Métrologie|Audit interne qualité|IATF 16949|Excel|Minitab|Injection plastique',
    desired: 'Minitab',
    maybe: 'Injection plastique|Contrôle qualité',
    occupations: 'Technicien / Technicienne qualité',
    languages: 'Anglais B1',
    level: 'BAC_2',
    places: 'Oyonnax',
    contracts: 'CDI',
  },
  {
    about: 'maintenance technician, bullets',
    text: `Nous recrutons un(e) technicien(ne) de maintenance industrielle

Lieu : Vitré (35)
Type de contrat : CDI, 3x8

MISSIONS
• Maintenance préventive et curative des lignes de conditionnement
• Diagnostic de pannes mécaniques, électriques et pneumatiques
• Renseigner la GMAO
• Participer à la démarche TPM

PROFIL RECHERCHÉ
• Bac pro à BTS maintenance
• Habilitations électriques à jour
• Lecture de schémas électriques
• Idéalement, connaissance des automates Siemens
• Réactivité et esprit d'équipe

AVANTAGES
Mutuelle, prime d'intéressement, salle de sport, cours d'anglais`,
    skills:
      "Maintenance préventive|Maintenance corrective|Diagnostic de pannes|Pneumatique industrielle|GMAO|TPM|Habilitation électrique|Lecture de schémas électriques|Siemens TIA Portal|Réactivité|Esprit d'équipe",
    desired: 'Siemens TIA Portal',
    maybe: "Pneumatique industrielle|Programmation d'automates (API)|Conditionnement et emballage",
    occupations: 'Technicien / Technicienne de maintenance',
    level: 'BAC',
    places: 'Vitré (35)',
    contracts: 'CDI',
  },
  {
    about: 'VTE on industry 4.0',
    text: `Chargé(e) de projet industrie 4.0 (VTE)

Entreprise familiale de décolletage de la vallée de l'Arve (Cluses, 74), 120 salariés.
Rattaché(e) au directeur industriel, vous déployez un MES dans l'atelier d'usinage et connectez les machines (IoT). Vous recueillez les besoins, rédigez le cahier des charges, choisissez les fournisseurs et accompagnez le changement auprès des opérateurs.
Étudiant(e) ou jeune diplômé(e) Bac+5 école d'ingénieurs. Vous avez des notions de SQL et de Python. Power BI apprécié.
CDD de 12 mois, pouvant évoluer en CDI.`,
    skills:
      "Industrie 4.0|MES (pilotage d'atelier)|Internet des objets industriel (IoT)|Recueil et analyse des besoins|Rédaction de cahier des charges|Conduite du changement|SQL et bases de données|Python|Power BI",
    desired: 'Power BI',
    maybe: 'Usinage|Sourcing fournisseurs',
    occupations: 'Chef / Cheffe de projet industrie 4.0',
    level: 'BAC_5',
    places: 'Cluses',
    contracts: 'CDD',
  },
  {
    about: 'methods engineer',
    text: `INGÉNIEUR MÉTHODES / INDUSTRIALISATION F/H
Groupe Fonderies de Champagne – site de Saint-Dizier (52)

Intégré au service méthodes, vous :
- créez les gammes de fabrication et les nomenclatures,
- chiffrez les nouvelles pièces,
- réduisez les temps de changement de série (SMED),
- concevez les outillages sous SolidWorks.
De formation ingénieur (Bac +5), vous justifiez d'une première expérience en fonderie. La connaissance de SAP n'est pas exigée.
Anglais courant.
CDI, 35-40 k€`,
    skills:
      "Gammes de fabrication|Gestion des nomenclatures|Chiffrage et devis techniques|SMED|Conception d'outillages|SolidWorks|Fonderie|Industrialisation de produits",
    maybe: 'Industrialisation de produits',
    occupations: 'Ingénieur / Ingénieure méthodes',
    languages: 'Anglais courant',
    level: 'BAC_5',
    places: 'Saint-Dizier (52)',
    contracts: 'CDI',
  },
  {
    about: 'welder',
    text: `Soudeur·euse TIG
Chaudronnerie Bigourdane, Tarbes
Vous assemblez et soudez des cuves inox pour l'agroalimentaire, d'après plans. Soudage TIG obligatoire, MIG souhaité. Contrôle visuel des cordons.
CAP/BEP minimum. Débutant accepté. CDI.`,
    skills: 'Soudage|Lecture de plans|Contrôle visuel',
    maybe: 'Montage et assemblage mécanique|Procédés agroalimentaires|Lecture de plans',
    occupations: 'Soudeur / Soudeuse',
    level: 'CAP_BEP',
    places: 'Tarbes',
    contracts: 'CDI',
  },
  {
    about: 'R&D apprentice',
    text: `Alternance – Technicien(ne) R&D matériaux composites
Dans le cadre du développement de nos produits, nous recherchons pour la rentrée de septembre 2026 un(e) alternant(e) à La Roche-sur-Yon.
Tu participeras aux essais de laboratoire, au drapage d'éprouvettes et à la rédaction de rapports d'essais. Tu prépares un BUT ou une licence pro en science des matériaux. Tu es curieux·se, autonome et à l'aise avec Excel. Une première approche de CATIA serait appréciée.`,
    skills:
      "Essais de laboratoire|Matériaux composites|Rédaction de rapports techniques|Curiosité et ouverture d'esprit|Autonomie|Excel|CATIA",
    desired: 'CATIA',
    maybe: 'Science des matériaux|Recherche et développement (R&D)',
    occupations: 'Technicien / Technicienne R&D',
    level: 'BAC_3',
    places: 'La Roche-sur-Yon',
    contracts: 'Contrat d’apprentissage (alternance)|Contrat de professionnalisation (alternance)',
    from: '2026-09-01',
  },
  {
    about: 'automation engineer',
    text: `Automaticien (H/F) – 67 Haguenau
Qui sommes-nous ? Intégrateur de lignes robotisées depuis 1987.
Ce que vous ferez : programmation d'automates Siemens (TIA Portal) et Schneider, supervision PcVue, mise en service chez nos clients en France et en Allemagne.
Ce qu'il vous faut : Bac+2 minimum, Grafcet, réseaux Profinet, allemand ou anglais professionnel. Un atout : robots Kuka ou Fanuc.
Ce que nous offrons : CDI, 13e mois, véhicule de service.`,
    skills:
      "Programmation d'automates (API)|Siemens TIA Portal|Automates Schneider (EcoStruxure, Unity Pro)|SCADA|Mise en service d'automatismes|Grafcet|Réseaux de terrain|Robotique industrielle",
    desired: 'Robotique industrielle',
    maybe: 'Automatismes industriels',
    occupations: 'Automaticien / Automaticienne',
    languages: 'Allemand|Anglais professionnel',
    level: 'BAC_2',
    places: 'Haguenau',
    contracts: 'CDI',
  },
  {
    about: 'HSE coordinator',
    text: `Animateur/Animatrice HSE
Site Seveso seuil haut de Lacq (64). Sous la responsabilité du responsable HSE, vous mettez à jour le document unique, animez les causeries sécurité, menez les analyses d'accidents et suivez les plans de prévention des entreprises extérieures. Vous connaissez la réglementation ICPE et ATEX. Une certification MASE est un plus.
Bac+3 HSE, première expérience en alternance acceptée. Permis B exigé.
CDD 18 mois`,
    skills:
      'Document unique (DUERP)|Animation sécurité|Analyse des accidents du travail|Plan de prévention|Réglementation ICPE|ATEX|Certification MASE|Sites Seveso et risques majeurs',
    desired: 'Certification MASE',
    maybe: 'Sites Seveso et risques majeurs',
    occupations: 'Animateur / Animatrice HSE',
    level: 'BAC_3',
    places: 'Lacq',
    contracts: 'CDD',
    licences: 'B',
  },
  {
    about: 'designer, draughtsman',
    text: `Dessinateur-projeteur mécanique
CDI – Bressuire (79)
Au sein du bureau d'études (6 personnes), vous concevez des machines spéciales pour l'agroalimentaire : modélisation 3D et mises en plan sous SolidWorks, cotation ISO, nomenclatures dans le PLM. Vous suivez la fabrication et le montage.
BTS CPI ou équivalent. Bonne lecture de plans, sens du détail. Notions d'AutoCAD bienvenues.`,
    skills:
      'Conception de machines spéciales|CAO|Mise en plan et dessin technique|SolidWorks|Cotation fonctionnelle et tolérancement|Gestion des nomenclatures|PLM (gestion du cycle de vie produit)|Lecture de plans|Rigueur et précision|AutoCAD',
    desired: 'AutoCAD',
    maybe: 'Montage et assemblage mécanique|Procédés agroalimentaires|Suivi de production|Conception mécanique',
    occupations: 'Dessinateur-projeteur / Dessinatrice-projeteuse',
    level: 'BAC_2',
    places: 'Bressuire',
    contracts: 'CDI',
  },
  {
    about: 'process chemist VTE Vert',
    text: `Mission VTE Vert : réduire la consommation d'eau de notre papeterie

Nous cherchons un·e ingénieur·e procédés pour notre usine de Saint-Girons (Ariège).
Au programme : bilans matière, suivi des rejets et des effluents, étude de réutilisation des eaux, dossiers de subventions, reporting à la direction.
Compétences attendues : traitement des eaux, génie des procédés, ISO 14001. Idéalement simulation sous Aspen.
Niveau Bac+5. Contrat d'apprentissage ou CDD de 12 mois.`,
    skills:
      "Gestion de la ressource en eau|Bilans matière et énergie|Suivi des rejets et émissions|Financement de l'innovation|Traitement des eaux|Génie des procédés|ISO 14001|Simulation de procédés (Aspen, ProSim)",
    desired: 'Simulation de procédés (Aspen, ProSim)',
    maybe: "Papier, carton et impression|Recherche de financements et subventions|Financement de l'innovation",
    occupations: 'Ingénieur / Ingénieure procédés',
    level: 'BAC_5',
    places: 'Saint-Girons (09)',
    contracts: 'Contrat d’apprentissage (alternance)|CDD',
  },
  {
    about: 'team leader',
    text: `Chef(fe) d'équipe de production – équipe de nuit
Fromagerie, Pontarlier. 18 opérateurs à encadrer, lancement des ordres de fabrication, respect de l'HACCP, animation du 5S et des rituels AIC, remontée des indicateurs de performance.
Une expérience du management d'équipe est indispensable. La polyvalence et le sens du terrain feront la différence. Connaissance du lean manufacturing appréciée.
Bac à Bac+2 – CDI`,
    skills:
      "Lancement de fabrication|HACCP|5S|Management visuel|Indicateurs de production|Management d'équipe|Sens du terrain|Lean manufacturing",
    desired: 'Lean manufacturing|Sens du terrain',
    maybe: "Adaptabilité|Management d'équipe de production|Sens du terrain|Gestion de la polyvalence",
    occupations: "Chef / Cheffe d'équipe de production",
    level: 'BAC',
    places: 'Pontarlier',
    contracts: 'CDI',
  },
];
