import type { Text } from '../common/text.js';

/** What two close skills share. */
export interface Shared {
  /** The field of work both belong to, where the reference data say one. */
  domain: string | null;
  /** The occupations that call for both, the most telling first. */
  together: readonly Text[];
  /** Where none does: two occupations between which people move, of which one calls for the one skill and one for the other. */
  nextDoor: readonly [Text, Text] | null;
}

/** Why two skills are close, in facts. */
export function reasonOf({ domain, together, nextDoor }: Shared): Text {
  const [first] = together;
  const parts: Text[] = [];
  const field = domain === null ? undefined : fields[domain];
  if (field) parts.push({ fr: `toutes deux du domaine « ${field.fr} »`, en: `both belong to ${field.en}` });
  if (first && together.length === 1) {
    parts.push({
      fr: `demandées ensemble par le métier « ${first.fr} »`,
      en: `called for together by the occupation “${first.en}”`,
    });
  } else if (first) {
    parts.push({
      fr: `demandées ensemble par ${together.length} métiers, dont « ${first.fr} »`,
      en: `called for together by ${together.length} occupations, among them “${first.en}”`,
    });
  } else if (nextDoor) {
    const [one, other] = nextDoor;
    parts.push({
      fr: `demandées par des métiers voisins, « ${one.fr} » et « ${other.fr} »`,
      en: `called for by neighbouring occupations, “${one.en}” and “${other.en}”`,
    });
  }
  return { fr: parts.map(({ fr }) => fr).join(' ; '), en: parts.map(({ en }) => en).join('; ') };
}

/** The families of the seed, as people call them. */
const fields: Readonly<Record<string, Text>> = {
  quality: { fr: 'management de la qualité dans l’industrie', en: 'quality management in industry' },
  digital: { fr: 'développement et systèmes numériques', en: 'software and digital systems' },
  production: { fr: 'production industrielle', en: 'industrial production' },
  mechanical: { fr: 'conception et fabrication mécaniques', en: 'mechanical design and manufacturing' },
  research: { fr: 'recherche, essais et innovation', en: 'research, testing and innovation' },
  maintenance: { fr: 'maintenance industrielle', en: 'industrial maintenance' },
  lean: { fr: 'amélioration continue', en: 'continuous improvement' },
  hse: { fr: 'hygiène, sécurité et environnement', en: 'health, safety and environment' },
  'supply-chain': { fr: 'chaîne logistique', en: 'supply chain' },
  automation: { fr: 'automatismes et robotique', en: 'automation and robotics' },
  marketing: { fr: 'marketing et communication', en: 'marketing and communication' },
  data: { fr: 'données et intelligence artificielle', en: 'data and artificial intelligence' },
  ecology: { fr: 'transition écologique', en: 'the ecological transition' },
  finance: { fr: 'finance et comptabilité', en: 'finance and accounting' },
  methods: { fr: 'méthodes et industrialisation', en: 'methods and industrialisation' },
  hr: { fr: 'ressources humaines', en: 'human resources' },
  electrical: { fr: 'électricité et électronique', en: 'electrical and electronic engineering' },
  energy: { fr: 'énergie', en: 'energy' },
  management: { fr: 'management et direction', en: 'management' },
  project: { fr: 'gestion de projet', en: 'project management' },
  process: { fr: 'génie des procédés', en: 'process engineering' },
  purchasing: { fr: 'achats', en: 'purchasing' },
  sales: { fr: 'vente et relation client', en: 'sales and customer relations' },
  international: { fr: 'commerce international', en: 'international trade' },
  csr: { fr: 'responsabilité sociétale', en: 'social responsibility' },
  cybersecurity: { fr: 'cybersécurité', en: 'cybersecurity' },
};
