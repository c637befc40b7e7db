/** The parts that descriptions of offers are put together from. */
const list = (words: string): string[] => words.split('|').map((word) => word.trim());

export const sexes = ['H/F', 'H/F', '(H/F)', 'F/H', '(F/H)', '- H/F'];
export const standings = list('junior|confirmé|expérimenté|débutant accepté|VTE|de terrain|multi-sites|2x8');
export const fields = list(
  'aéronautique|agroalimentaire|automobile|BTP|bois|chimie fine|cosmétique|défense|électronique|énergie|ferroviaire|' +
    'horlogerie|luxe|matériaux composites|médical|métallurgie|naval|nucléaire|packaging|papeterie|pharmacie|plasturgie|spatial|textile',
);
export const generalSkills = list('le pack Office|la lecture de plans|le travail en équipe|l’anglais technique');

/** What the `{slots}` of sentences may be. */
export const slots: Record<string, string[]> = {
  business: list(
    'PME familiale|ETI indépendante|filiale d’un groupe allemand|start-up industrielle|société coopérative|entreprise adaptée|' +
      'atelier du patrimoine vivant|site de production|bureau d’études|équipementier de rang 1|sous-traitant|fabricant',
  ),
  trade: list(
    'mécanique de précision|chaudronnerie fine|injection plastique|décolletage|fonderie d’aluminium|forge à chaud|découpe laser|' +
      'emboutissage|traitement de surface|extrusion de profilés|câblage électronique|tissage technique|tannerie|verrerie|' +
      'céramique industrielle|impression offset|menuiserie industrielle|charpente bois|fromagerie|salaison|conserverie|' +
      'biscuiterie|brasserie|meunerie|parfumerie|chimie de spécialités|peinture industrielle|robinetterie|pompes et vannes|' +
      'machines agricoles|machines spéciales|moules et outillages|ressorts|roulements|coutellerie|lunetterie|optique|batteries',
  ),
  market: list(
    'l’aéronautique|le ferroviaire|le médical|le nucléaire|l’automobile|la défense|le luxe|le bâtiment|l’agroalimentaire|' +
      'les énergies renouvelables|la cosmétique|la grande distribution|l’horlogerie|le spatial|la construction navale|l’hydrogène',
  ),
  person: list(
    'directeur de site|directrice industrielle|responsable de production|dirigeante|responsable qualité|chef d’atelier|' +
      'responsable logistique|directeur technique|responsable méthodes|directrice des opérations|responsable maintenance|responsable HSE',
  ),
  object: list(
    'les gammes de fabrication|les plans de contrôle|les fiches d’instruction|le plan directeur|les indicateurs de performance|' +
      'les standards de travail|le document unique|les cahiers des charges|les devis|les appels d’offres|les dossiers techniques|' +
      'les nomenclatures|les stocks de pièces|les approvisionnements|les essais de validation|les réclamations clients|' +
      'le budget d’investissement|les bilans carbone|les contrats fournisseurs|les plannings de maintenance|les tableaux de bord',
  ),
  project: list(
    'le déploiement de la GMAO|le changement d’ERP|l’installation d’un robot de soudage|la certification ISO 14001|' +
      'la réduction des rebuts|le chantier SMED|la mise en place du 5S|l’industrialisation d’un nouveau produit|' +
      'l’extension du bâtiment|la récupération de chaleur fatale|la digitalisation de l’atelier|le passage à la 3D|' +
      'le lancement de la boutique en ligne|l’ouverture du marché espagnol|la refonte des flux|l’écoconception de la gamme|' +
      'la traçabilité des lots|la sobriété en eau|la mise en service d’une ligne automatisée|le recyclage des chutes',
  ),
  people: list(
    'les opérateurs|les régleurs|les équipes de nuit|les fournisseurs|les clients|le bureau d’études|les commerciaux|' +
      'les techniciens de maintenance|les auditeurs|les chefs d’équipe|les partenaires du territoire|les apprentis',
  ),
  tool: list(
    'SolidWorks|AutoCAD|CATIA|Excel|SAP|Sage|Power BI|Python|un MES|une GPAO|une imprimante 3D|un bras tridimensionnel|' +
      'une presse de 200 tonnes|un centre d’usinage cinq axes|un four sous vide|une cabine de peinture|un automate Siemens',
  ),
  quality: list(
    'rigueur|curiosité|autonomie|aisance relationnelle|sens du terrain|esprit de synthèse|goût du concret|ténacité|' +
      'sens de l’organisation|créativité|esprit d’équipe|discrétion',
  ),
  benefit: list(
    'tickets restaurant|treizième mois|intéressement|horaires aménagés|prime de transport|mutuelle prise en charge|' +
      'aide au logement|salle de sport|semaine de quatre jours|compte épargne temps|crèche d’entreprise|voiture de service',
  ),
};

export const companies = [
  '{business} de {figure} salariés à {town}, nous sommes spécialisés en {trade} pour {market} et {market}.',
  'À {town}, notre {business} conçoit et fabrique pour {market} ; la {trade} est notre métier depuis {figure} ans.',
  'Spécialiste de la {trade}, {business} reconnu dans {market}, nous recrutons notre {label}.',
  'Nous rejoindre, c’est entrer dans une {business} de {figure} personnes, tournée vers {market} et l’export.',
  'Implantée près de {town}, l’entreprise investit {figure} millions d’euros dans la {trade}.',
];
export const teams = [
  'Au sein d’une équipe de {figure} personnes, vous travaillez avec {people} et {people}.',
  'Sous la responsabilité du {person}, vous prenez en charge {project}.',
  'Votre première mission : {project}, en lien avec {people}.',
  'En binôme avec le {person}, vous menez {project} puis {project}.',
];
export const tasks = [
  'Vous pilotez {project} et rendez compte au {person}.',
  'Vous tenez à jour {object} et {object}.',
  'Vous analysez {object} avec {tool} et proposez des améliorations.',
  'Vous formez {people} et rédigez {object}.',
  'Vous préparez {object} pour {market}.',
  'Vous participez à {project} dans un atelier de {trade}.',
  'Vous animez un point quotidien avec {people} autour de {object}.',
  'Vous mettez en œuvre {skill} et {skill} au quotidien.',
  'Vous suivez {object} et alertez le {person} en cas d’écart.',
  'Vous programmez {tool} et validez les premières pièces.',
  'Vous négociez avec {people} et consolidez {object}.',
  'Vous contribuez à {project}, de l’étude à la réception.',
];
export const profiles = [
  'Vous connaissez {skill} ; {quality} et {quality} feront la différence.',
  'Une première expérience en {trade} et la pratique de {skill} sont appréciées.',
  'De formation technique, vous maîtrisez {skill} et {tool}, avec {quality}.',
  'Votre {quality}, votre {quality} et votre intérêt pour {skill} nous convaincront.',
];
export const benefits = [
  'Nous proposons {benefit}, {benefit} et une vraie perspective d’évolution vers un poste de {person}.',
  'Avantages : {benefit}, {benefit}.',
  'Poste à pourvoir à {town}, avec {benefit}.',
];
