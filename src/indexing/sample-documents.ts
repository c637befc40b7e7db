import type { Offer } from '../offers/offer.entity.js';
import { contractTypes, missionCategories, remoteWorks } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';
import { abbreviations, abbreviationsAtFirst } from '../words/normal-form.js';
import { acronymLines } from '../words/said-otherwise.js';
import { grammarWords } from '../words/silent-words.js';
import { feminines, plurals } from '../words/stem.js';
import { type IndexableSite, type OfferDocument, offerDocument } from './offer-document.js';
import { type OccupationLexicon, occupationTitles } from './occupation-titles.js';

const moment = (day: string): Date => new Date(`${day}T06:00:00Z`);

const plain = {
  id: '80000000-0000-4000-a000-000000000000',
  companyId: '11111111-0000-4000-a000-000000000000',
  occupationCode: null,
  studyLevel: null,
  requiredSkillCodes: [],
  desiredSkillCodes: [],
  greenMission: false,
  startsOn: null,
  salaryMin: null,
  salaryMax: null,
  openings: 1,
  waitingApplications: 0,
  publishedAt: null,
  createdAt: moment('2026-03-01'),
  updatedAt: moment('2026-03-11'),
};

/** Titles as they are written: by gender, inclusive, shortened, with acronyms, names made of signs, levels and towns. */
const titles = [
  'Chargé·e de projet R&D / recherche et développement (H/F)',
  'Technicien(ne)s de maintenance - Bac +2 - h/f/x',
  'Opérateur.trice de production, conducteur·rice de ligne',
  'Ingénieure qualité / Ingénieur qualité',
  'Adjointe, agente, apprentie, experte, laborantine, manageuse, manageur',
  'Resp. maint. indus. ; tech. méca ; op. prod ; com export ; asst. dir. ; ing. indu ; inge log',
  'Assistante commerciale, acheteuse, animatrice, infirmière, créative, employée, gérante, référente, cheffe',
  'Chefs de chantiers, commerciaux, travaux neufs, matériaux, tuyaux, noyaux, vitraux, émaux, bureaux, réseaux',
  'Développeur C++ / C#, automaticien ISO9001, L’Oréal, aujourd’hui, VTE vert, MES',
  'Coordonnatrice Q.S.E., pilote HSE, QHSE, EHS',
  'Patronne, bouchère, professionnelle, pelle, rive, attente, vente, verte, supérieure, seconde, marée',
  'Vendeuse confirmée, chargées d’affaires, attachée de direction',
];

/** Acronyms, and what stands for acronyms, as descriptions have them. */
const acronyms = `
  QSE QHSE HQSE HSE EHS SSE QSSE GMAO GPAO CAO DAO FAO CFAO BTP TP IAA RH RRH DRH GPEC GEPP DAF RSE DSI ERP PGI PLM MRP PDP
  SAV ADV BE BM CDG APPRO LABO PAYE CDP CDA TEC AMDEC FMEA SMED TPM TRS MSP SPC VSM CND CN CNC API CVC CVCF GTB GTC GTA BPF GMP
  HACCP IFS BRC VRD ICPE SST ENR ACV BEGES IA BI IOT MOA AMOA MOE DEV CACES ADR AQ AQF SQE SQA CQ LEAN SCM`;
const spoken =
  'Vous pilotez l’amélioration continue, la maintenance productive totale, le contrôle non destructif, la maîtrise ' +
  'd’ouvrage, le génie climatique, les ressources humaines, le bureau d’études, la supply chain, la commande numérique, ' +
  'l’intelligence artificielle, la gestion de maintenance assistée par ordinateur et le bilan carbone des œuvres. ' +
  'To be, bi, ia, tp, bm, tec, api: en minuscules. Automates Siemens et Schneider.';

const sites: IndexableSite[] = [
  {
    commune: {
      code: '01283',
      name: 'Saint-Étienne-du-Rouvray',
      foldedName: 'saint etienne du rouvray',
      postalCodes: ['76800', '76801'],
      departmentCode: '76',
      regionCode: '28',
      epciSiren: null,
      population: 1,
      cell: '494,11',
      retired: false,
      latitude: 49.38,
      longitude: 1.1,
    },
    department: 'Seine-Maritime',
    region: 'Provence-Alpes-Côte d’Azur',
    territories: [{ id: 't1', name: 'Plastics Vallée' }],
  },
];

/** A lexicon of one occupation, of one word when it is asked for one. */
const lexicon: OccupationLexicon = {
  recognise: (words) => [
    { kind: 'OCCUPATION', code: 'H1206', label: { fr: '', en: '' }, words: words.split(' ')[0]!, from: 0, until: 1 },
    { kind: 'OCCUPATION', code: 'M1607', label: { fr: '', en: '' }, words, from: 0, until: 2 },
  ],
  occupationWords: (codes) =>
    new Map(codes.map((code) => [code, [`Titre ${code}`, 'Responsable qualité / Qualiticienne']])),
};

/** Every value of the closed lists is in one of them, in turn. */
const offers = titles.map((title, place) => ({
  ...plain,
  title,
  description: place === 0 ? `${acronyms} ${spoken}` : spoken.slice(-place * 40),
  contractType: contractTypes[place % contractTypes.length]!,
  missionCategory: missionCategories[place % missionCategories.length]!,
  remoteWork: remoteWorks[place % remoteWorks.length]!,
  ...(place % 2 === 1 && {
    studyLevel: studyLevels[place >> 1] ?? 'BAC',
    occupationCode: 'H1502',
    requiredSkillCodes: ['a', 'b'],
    desiredSkillCodes: ['b', 'c'],
    greenMission: true,
    startsOn: '2026-09-01',
    salaryMin: 24_000 + place,
    salaryMax: place > 4 ? 30_000 : null,
    waitingApplications: place * 7,
    publishedAt: moment('2026-03-10'),
  }),
}));

/**
 * What becomes of a few offers that have of everything: whenever it changes, so do the documents of others, and the index is
 * to be built again. Words of grammar leave no trace in documents and are named beside them.
 */
export function sampleDocuments(): { documents: OfferDocument[]; words: unknown } {
  const documents = offers.map((sample) => {
    const offer = sample as unknown as Offer;
    return offerDocument({
      offer,
      companyName: 'Plastiques d’Œuvre & Fils',
      aids: () => ['APPRENTICESHIP'],
      sites: () => (offer.greenMission ? sites : []),
      occupationWords: () => occupationTitles(lexicon, offer),
      skillWords: () => ['Audits internes', 'Soudures TIG'],
    });
  });
  const tables = [plurals, feminines, abbreviations, abbreviationsAtFirst].map((table) => [...table]);
  return { documents, words: [grammarWords, acronymLines, tables] };
}
