import { family } from '../judged.js';

export const food = family('PRODUCTION', {
  'production-agro-lamballe': [
    'Responsable de production agroalimentaire',
    'Saint-Guirec Charcuterie',
    'Lamballe-Armor',
    'Découpe et tranchage, soixante personnes.',
    { rome: 'H2506', level: 'BAC_5' },
  ],
  'iaa-quimper': ['Chef d’atelier IAA', 'Crêperie Industrielle Kerlann', 'Quimper', 'Pâte, cuisson et ensachage.'],
  'industries-agroalimentaires-vannes': [
    'Ingénieur travaux neufs en industrie agroalimentaire',
    'Poulets du Golfe',
    'Vannes',
    'Nouvelle salle de découpe.',
    { level: 'BAC_5' },
  ],
  'haccp-pontivy': [
    'Responsable HACCP',
    'Plats Cuisinés du Blavet',
    'Pontivy',
    'Vous tenez les points critiques de l’atelier.',
    { skills: ['122435', 'iso-22000'], mission: 'QUALITY_SAFETY_ENVIRONMENT' },
  ],
  'fromager-saint-claude': [
    'Fromager / Fromagère',
    'Fruitières Réunies du Haut-Jura',
    'Saint-Claude (39)',
    'Caillage, moulage et affinage des meules.',
    { level: 'CAP_BEP' },
  ],
  'bien-manger-aurillac': [
    'Diététicienne « bien manger »',
    'Fromages de l’Aubrac',
    'Aurillac',
    'Recettes du terroir pour mieux manger en cantine.',
    { mission: 'SALES_MARKETING' },
  ],
});

export const building = family('OTHER', {
  'travaux-btp-nancy': [
    'Conducteur de travaux BTP',
    'Lorraine Gros Œuvre',
    'Nancy',
    'Ateliers et halles, de la fondation au clos couvert.',
    { level: 'BAC_2' },
  ],
  'btp-en-toutes-lettres-perpignan': [
    'Chargé d’affaires bâtiment et travaux publics',
    'Routes et Ponts du Roussillon',
    'Perpignan',
    'Ouvrages, voiries et réseaux.',
  ],
  'bim-montpellier': [
    'Projeteur / Projeteuse BIM',
    'Charpentes du Lez',
    'Montpellier',
    'Maquettes de charpentes métalliques.',
    { skills: ['125142', '118808'] },
  ],
  'cvc-strasbourg': [
    'Ingénieur CVC',
    'Fluides d’Alsace',
    'Strasbourg',
    'Études de chaufferies et de centrales d’air.',
    { rome: 'F1117' },
  ],
  'menuisier-orange': ['Menuisier / Menuisière d’atelier', 'Bois de Provence', 'Orange', 'Escaliers et placards.'],
});

export const ecology = family('ECOLOGICAL_TRANSITION', {
  'energie-grenoble': [
    'Energy manager',
    'Papeteries du Drac',
    'Grenoble',
    'Comptage et plan de sobriété de la papeterie.',
    { rome: 'F1113', level: 'BAC_5', green: true, skills: ['117614'] },
  ],
  'efficacite-reims': [
    'Ingénieur efficacité énergétique',
    'Verreries de Champagne',
    'Reims',
    'Récupérer la chaleur des fours.',
    { green: true },
  ],
  'enr-montpellier': [
    'Chef de projet EnR',
    'Soleil du Midi',
    'Montpellier',
    'Toitures solaires des usines.',
    { green: true },
  ],
  'renouvelables-perpignan': [
    'Ingénieure énergies renouvelables',
    'Tramontane Énergie',
    'Perpignan',
    'Parcs éoliens et raccordements.',
    { rome: 'H1237', green: true },
  ],
  'hydrogene-belfort': [
    'Ingénieur hydrogène',
    'Turbines du Territoire',
    'Belfort',
    'Piles et électrolyseurs.',
    { rome: 'H1241', skills: ['hydrogene'] },
  ],
  'rse-nantes': [
    'Chargé·e de mission RSE',
    'Biscuits de l’Erdre',
    'Nantes',
    'Feuille de route et rapport annuel.',
    { rome: 'M1413', green: true, contract: 'APPRENTICESHIP', level: 'BAC_5' },
  ],
  'rse-en-toutes-lettres-annecy': [
    'Responsable de la responsabilité sociétale de l’entreprise',
    'Cordages du Lac',
    'Annecy',
    'Une démarche portée par la direction.',
    { green: true },
  ],
  'decarbonation-lens': [
    'Chargée de décarbonation',
    'Câbles de Gohelle',
    'Lens',
    'Du bilan carbone au plan d’actions.',
    { green: true, skills: ['bilan-carbone', 'decarbonation'] },
  ],
  'dechets-ales': [
    'Responsable des déchets',
    'Tri des Cévennes',
    'Alès',
    'Centre de tri et valorisation.',
    { rome: 'K2311', green: true },
  ],
  'biodiversite-gap': [
    'Chargée de mission biodiversité',
    'Hydro Alpes',
    'Gap',
    'Suivis de la faune autour des barrages.',
    { rome: 'A1306', green: true },
  ],
});
