import { fold } from '../common/fold.js';
import type { TextKind } from './proposal.js';

/** What a part of a text is about. */
export type Section =
  | 'HEAD'
  | 'CONTACT'
  | 'PROFILE'
  | 'EXPERIENCE'
  | 'EDUCATION'
  | 'SKILLS'
  | 'LANGUAGES'
  | 'HOBBIES'
  | 'OTHER'
  | 'COMPANY'
  | 'MISSION'
  | 'WANTED'
  | 'BENEFITS'
  | 'TERMS';

const cvHeadings: [Section, string][] = [
  ['CONTACT', 'contact|contacts|coordonnees|informations personnelles|etat civil|me contacter|infos personnelles'],
  [
    'PROFILE',
    'profil|a propos|a propos de moi|about|about me|objectif|objectifs|projet professionnel|mon projet|presentation|' +
      'qui suis je|synthese|resume|summary|profile|en bref|accroche|objectif professionnel|profil professionnel',
  ],
  [
    'EXPERIENCE',
    'experience|experiences|exp|exp pro|experience professionnelle|experiences professionnelles|parcours|' +
      'parcours professionnel|mon parcours|mes experiences|mon experience|work experience|professional experience|' +
      'emplois|stages|stages et alternances|experiences et stages|carriere|projets|projets realises|missions|' +
      'realisations|experience pro|experiences pro|parcours pro|employment|emplois precedents|experiences significatives',
  ],
  [
    'EDUCATION',
    'formation|formations|form|diplome|diplomes|etudes|mes etudes|ma formation|mes diplomes|education|scolarite|' +
      'formation initiale|formations et diplomes|diplomes et formations|parcours academique|parcours scolaire|cursus|' +
      'formation continue|formation academique|etudes et diplomes|formations complementaires|formation et diplomes',
  ],
  [
    'SKILLS',
    'competences|competence|mes competences|competences techniques|competences cles|competences professionnelles|' +
      'savoir faire|savoir etre|outils|mes outils|logiciels|informatique|info|outils informatiques|skills|atouts|' +
      'mes atouts|qualites|mes qualites|points forts|domaines de competences|competences metier|competences metiers|' +
      'competences informatiques|hard skills|soft skills|bureautique|certifications|habilitations|technical skills|' +
      'outils et logiciels|aptitudes|expertises|competences transversales|competences personnelles|stack technique|' +
      'certifications et habilitations|environnement technique|connaissances|technologies|competences et outils',
  ],
  ['LANGUAGES', 'langues|langue|lang|mes langues|languages|langues etrangeres|langues vivantes|langues parlees'],
  [
    'HOBBIES',
    'centres d interet|centre d interet|loisirs|mes loisirs|hobbies|interets|passions|activites|' +
      'activites extra professionnelles|activites extraprofessionnelles|ce que j aime|interests|vie associative|' +
      'benevolat|sports et loisirs|loisirs et centres d interet|hors travail|engagements|engagement associatif',
  ],
  ['OTHER', 'divers|infos|informations|informations complementaires|autres|references|en plus'],
];

const offerHeadings: [Section, string][] = [
  [
    'COMPANY',
    'qui sommes nous|l entreprise|entreprise|notre entreprise|a propos|a propos de nous|presentation de l entreprise|' +
      'la societe|nous connaitre|le groupe|contexte|description de l entreprise|votre futur employeur',
  ],
  [
    'MISSION',
    'missions|vos missions|mission|la mission|votre mission|le poste|description du poste|ce que vous ferez|' +
      'vos responsabilites|quoi|au programme|tes missions|ton quotidien|descriptif du poste|activites|poste',
  ],
  [
    'WANTED',
    'profil|votre profil|profil recherche|le profil|competences|competences attendues|competences requises|qui|' +
      'ce qu il vous faut|savoir faire|savoir etre|prerequis|vous|ton profil|qualites attendues|profil souhaite|' +
      'votre profil ideal|competences techniques|exigences|formation|experience',
  ],
  [
    'BENEFITS',
    'avantages|nos avantages|ce que nous offrons|nous offrons|ce que nous vous offrons|remuneration|les plus|' +
      'pourquoi nous rejoindre|nous vous proposons|remuneration et avantages|ce que nous vous proposons|salaire',
  ],
  ['TERMS', 'lieu|ou|contrat|type de contrat|quand|localisation|conditions|modalites|lieu de travail|lieu de mission'],
  ['WANTED', 'langues|langues exigees|outils|logiciels'],
];

const byWords = (headings: [Section, string][]): ReadonlyMap<string, Section> =>
  new Map(headings.flatMap(([section, words]) => words.split('|').map((one): [string, Section] => [one, section])));

const headings: Record<TextKind, ReadonlyMap<string, Section>> = {
  CV: byWords(cvHeadings),
  OFFER: byWords(offerHeadings),
};

const longestHeading = 60;

/** The part that a line opens: a line that is a heading, or one that begins with one and a colon. */
export function headingOf(line: string, kind: TextKind): { section: Section; length: number } | null {
  const [opening = ''] = /^[^:?]{2,60}(?=\s*[:?])/u.exec(line) ?? [];
  const inline = opening && headings[kind].get(bare(opening));
  if (inline) return { section: inline, length: line.search(/[:?]/) + 1 };
  if (line.length > longestHeading) return null;
  const whole = headings[kind].get(bare(line)) ?? joined(bare(line), kind);
  return whole ? { section: whole, length: line.length } : null;
}

/** "Compétences & outils", "Formation et langues": the first of the two says it. */
function joined(line: string, kind: TextKind): Section | undefined {
  const [first, second, ...more] = line.split(/ et | and /);
  if (!first || !second || more.length > 0) return undefined;
  return headings[kind].get(second) && headings[kind].get(first);
}

const bare = (line: string): string =>
  fold(line.replace(/&/g, ' et '))
    .replace(/^(?:\d+ )+|(?: \d+)+$/g, '')
    .replace(/^#+ ?/, '');
