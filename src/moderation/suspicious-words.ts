import type { ContractType } from '../offers/offer-words.js';
import type { ReportReason } from './moderation-words.js';

/** Words for which a person should look at an offer. They prove nothing, and stop nothing. */
export interface SuspiciousWords {
  reason: Extract<ReportReason, 'DISCRIMINATORY' | 'FRAUD' | 'ASKS_FOR_MONEY' | 'NOT_A_VTE'>;
  /** Over the text as `plain` makes it: lower case, no accents, straight apostrophes, single spaces. */
  pattern: RegExp;
  /** Contracts under which the words are right by law. */
  except?: readonly ContractType[];
  /** The day from which the words are looked for. */
  since: string;
  source: string;
}

const labourCode = 'Code du travail, art. L. 1132-1 et L. 5321-2';
const noMoney = 'Code du travail, art. L. 5321-3';
const charter = 'Charte du VTE';

export const suspiciousWords: readonly SuspiciousWords[] = [
  words('ASKS_FOR_MONEY', noMoney, /\bfrais (d'inscription|de dossier|d'adhesion|de formation a (votre|la) charge)\b/),
  words(
    'ASKS_FOR_MONEY',
    noMoney,
    /\b(caution|acompte|arrhes|participation) (financiere )?(a|de) (verser|payer|regler)\b/,
  ),
  words('ASKS_FOR_MONEY', noMoney, /\b(apport|investissement) (personnel|de depart|initial)\b/),
  words('FRAUD', noMoney, /\b(western union|moneygram|transcash|coupons? pcs|carte prepayee|mandat cash)\b/),
  words('FRAUD', noMoney, /\b(gains? garantis?|revenus? illimites?|marketing de reseau|argent facile)\b/),
  words(
    'FRAUD',
    noMoney,
    /\b(coordonnees bancaires|numero de carte bancaire|copie de (votre |la )?carte (bancaire|d'identite))\b/,
  ),
  words('FRAUD', noMoney, /\b(par|sur) (whatsapp|telegram)\b/),
  words(
    'DISCRIMINATORY',
    labourCode,
    /\b(moins de|maximum|max|pas plus de|plus de) (1[89]|[2-6]\d) ans\b(?! d'(experience|existence|anciennete|expertise))/,
    ['APPRENTICESHIP', 'PROFESSIONALISATION'],
  ),
  words('DISCRIMINATORY', labourCode, /\b(1[89]|[2-6]\d) ans (maximum|max|au plus)\b/, [
    'APPRENTICESHIP',
    'PROFESSIONALISATION',
  ]),
  words('DISCRIMINATORY', labourCode, /\b(agee?s? de|ages? entre) (1[89]|[2-6]\d)\b/, [
    'APPRENTICESHIP',
    'PROFESSIONALISATION',
  ]),
  words(
    'DISCRIMINATORY',
    labourCode,
    /\b(hommes?|femmes?|garcons?|filles?) (uniquement|seulement|exclusivement|exige)/,
  ),
  words(
    'DISCRIMINATORY',
    labourCode,
    /\b(uniquement|seulement|exclusivement|reserve|recherchons|cherchons) (aux? |des? |une? |les )?(jeunes? )?(hommes?|femmes?|garcons?|filles?)\b/,
  ),
  words('DISCRIMINATORY', labourCode, /\b(de )?sexe (masculin|feminin)\b/),
  words(
    'DISCRIMINATORY',
    labourCode,
    /\b(nationalite|langue maternelle) francaise\b|\bfrancais(e)? de souche\b|\btype europeen\b/,
  ),
  words(
    'DISCRIMINATORY',
    labourCode,
    /\b(sans enfants?|celibataire|sans charge de famille|bonne presentation physique)\b/,
  ),
  words('NOT_A_VTE', charter, /\b(stage de \d+ mois|convention de stage|gratification de stage|offre de stage)\b/),
  words(
    'NOT_A_VTE',
    charter,
    /\b(non remunere|benevolat?|service civique|auto-?entrepreneur|statut (de )?freelance)\b/,
  ),
];

interface Found {
  reason: SuspiciousWords['reason'];
  found: string;
}

/** What of the table in force on the day stands in the offer, each with the words as they were found. */
export const suspiciousIn = (
  { title, description, contractType }: { title: string; description: string; contractType: ContractType },
  today: string,
): Found[] =>
  foundIn(
    `${title}\n${description}`,
    suspiciousWords.filter(({ except }) => !except?.includes(contractType)),
    today,
  );

/** The same of what a company says of itself: only words of money. “Plus de 40 ans” is its age, and it may take interns. */
export const suspiciousOfCompany = (
  { name, description }: { name: string; description: string | null },
  today: string,
): Found[] =>
  foundIn(
    `${name}\n${description ?? ''}`,
    suspiciousWords.filter(({ reason }) => reason === 'FRAUD' || reason === 'ASKS_FOR_MONEY'),
    today,
  );

function foundIn(given: string, among: readonly SuspiciousWords[], today: string): Found[] {
  const text = plain(given);
  return among.flatMap(({ reason, pattern, since }) => {
    const found = since <= today ? pattern.exec(text)?.[0] : undefined;
    return found === undefined ? [] : [{ reason, found }];
  });
}

function words(
  reason: SuspiciousWords['reason'],
  source: string,
  pattern: RegExp,
  except?: readonly ContractType[],
): SuspiciousWords {
  return { reason, pattern, source, since: '2026-11-01', ...(except && { except }) };
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim();
