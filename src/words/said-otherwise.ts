import { normalWords, type TextWord } from './normal-form.js';

/** Acronyms of French industry and what they stand for: whoever writes one of a line means the others. */
export const acronymLines = `
QSE | QHSE | HQSE | HSE | EHS | SSE | QSSE | qualité sécurité environnement | qualité hygiène sécurité environnement | hygiène sécurité environnement | santé sécurité environnement | environnement santé sécurité
R&D | recherche développement
GMAO | gestion de maintenance assistée par ordinateur
GPAO | gestion de production assistée par ordinateur
CAO | DAO | CAO DAO | conception assistée par ordinateur | dessin assisté par ordinateur
FAO | CFAO | fabrication assistée par ordinateur
BTP | bâtiment travaux publics
TP | travaux publics
IAA | industrie agroalimentaire | agroalimentaire | agro-alimentaire
RH | ressources humaines
RRH | responsable des ressources humaines
DRH | directeur des ressources humaines
GPEC | GEPP | gestion prévisionnelle des emplois et des compétences
DAF | directeur administratif et financier
RSE | responsabilité sociétale des entreprises | développement durable
DSI | directeur des systèmes d'information | direction des systèmes d'information
ERP | PGI | progiciel de gestion intégré
PLM | gestion du cycle de vie produit
MRP | planification des besoins
PDP | plan directeur de production
SAV | service après-vente
ADV | administration des ventes
BE | bureau d'études
BM | bureau des méthodes
CDG | contrôleur de gestion | contrôle de gestion
APPRO | approvisionneur | approvisionnement
LABO | laboratoire
PAYE | paie
CDP | chef de projet
CDA | chargé d'affaires
TEC | technico-commercial
AMDEC | analyse des modes de défaillance | FMEA
SMED | changement rapide d'outillage
TPM | maintenance productive totale
TRS | taux de rendement synthétique
MSP | SPC | maîtrise statistique des procédés
VSM | cartographie des flux
CND | contrôle non destructif | contrôles non destructifs
CN | CNC | commande numérique
API | automates programmables industriels | automate programmable
CVC | CVCF | génie climatique | chauffage ventilation climatisation
GTB | GTC | gestion technique du bâtiment
GTA | gestion des temps
BPF | GMP | bonnes pratiques de fabrication
HACCP | analyse des dangers
IFS | BRC
VRD | voirie et réseaux divers
ICPE | installations classées
SST | santé sécurité au travail
ENR | énergies renouvelables
ACV | analyse du cycle de vie
BEGES | bilan carbone | bilan des émissions de gaz à effet de serre
IA | intelligence artificielle
BI | business intelligence | informatique décisionnelle
IOT | internet des objets | objets connectés
MOA | AMOA | maîtrise d'ouvrage
MOE | maîtrise d'œuvre
DEV | développeur | développement informatique
CACES | cariste
ADR | matières dangereuses
AQ | assurance qualité
AQF | qualité fournisseurs
SQE | SQA | supplier quality
CQ | contrôle qualité
LEAN | amélioration continue | excellence opérationnelle
SCM | supply chain | chaîne logistique
`;

interface Form {
  words: readonly string[];
  others: readonly string[];
}

const byFirstWord = new Map<string, Form[]>();
for (const line of acronymLines.trim().split('\n')) {
  const forms = line.split('|').map(normalWords);
  for (const words of forms) {
    const others = [...new Set(forms.filter((form) => form !== words).flat())];
    const first = words[0]!;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, others }]);
  }
}

/** Acronyms that are words of French or English too: in a text they count when written in capitals. */
const inCapitals = new Set(['be', 'bi', 'ia', 'tp', 'bm', 'tec', 'ifs', 'adr', 'api']);

/** Acronyms of several trades, and the words that must stand in the text for them to be ours: most APIs are of software. */
const contexts = new Map([['api', /^(?:automat|grafcet|siemen|schneider|rockwell)/]]);

/**
 * The words that say otherwise what these normal words say: "quality safety environment" for QSE and the reverse; of each
 * acronym everything that it may stand for.
 */
export const saidOtherwise = (words: readonly string[]): string[] => othersOf(words, () => true);

/** The same for a text: documents are given them, so that a query needs no widening and finds both, the literal one first. */
export function textSaidOtherwise(text: readonly TextWord[]): string[] {
  const words = text.flatMap(({ normal }) => normal);
  const written = text.flatMap((word) => word.normal.map(() => word.written));
  return othersOf(words, (word, at) => {
    if (inCapitals.has(word) && /\p{Ll}/u.test(written[at]!)) return false;
    const context = contexts.get(word);
    return context === undefined || words.some((one) => context.test(one));
  });
}

function othersOf(words: readonly string[], counts: (acronym: string, at: number) => boolean): string[] {
  const others = new Set<string>();
  words.forEach((word, at) => {
    for (const form of byFirstWord.get(word) ?? []) {
      if (!form.words.every((one, ahead) => words[at + ahead] === one)) continue;
      if (form.words.length > 1 || counts(word, at)) form.others.forEach((other) => others.add(other));
    }
  });
  return [...others];
}

/** A whole word that is an acronym: what was typed is complete, nothing begins with it. */
export const isAcronym = (word: string): boolean =>
  byFirstWord.get(word)?.some(({ words }) => words.length === 1) ?? false;
