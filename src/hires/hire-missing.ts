import type { Text } from '../common/text.js';
import { shortestMonths } from '../offers/vte-in-use.js';
import { type StudyLevel, studyLevelLabels } from '../skills/study-level.js';
import type { HireParties, HireSide } from './hire-parties.js';
import { nameOf } from './hire-parties.js';
import type { Hire } from './hire.entity.js';
import { isPrintable } from './hire-rules.js';

/** Something that must be there before both can have signed, and whose it is to do. */
export interface Missing {
  side: HireSide;
  text: Text;
}

const company = (fr: string, en: string): Missing => ({ side: 'COMPANY', text: { fr, en } });
const candidate = (fr: string, en: string): Missing => ({ side: 'CANDIDATE', text: { fr, en } });

/** What the charter cannot be made without. */
export function missingForCharter(hire: Hire, between: HireParties): Missing[] {
  const missing: Missing[] = [];
  if (!between.isVerified) missing.push(notVerified);
  if (hire.status === 'AWAITING_PERSON') missing.push(notAccepted);
  else {
    const name = nameOf(between);
    if (name === null) missing.push(nameless);
    else if (!isPrintable(name)) missing.push(unprintableName);
  }
  for (const field of ['mission', 'transforms', 'reportsTo', 'tutorName', 'tutorRole'] as const) {
    if (hire[field] === null) missing.push(ofCompany[field]);
  }
  const least = shortestMonths(hire.contractType, hire.startsOn);
  if (least !== undefined && hire.durationMonths !== null && hire.durationMonths < least) missing.push(tooShort(least));
  return missing;
}

/** The same, and what comes after: opening, and the signatures; and what is to be looked at, which keeps nobody from opening it. Nothing once both signed or the hire ended. */
export function whatIsMissing(
  hire: Hire,
  between: HireParties,
  { signed, levelUnder }: { signed: ReadonlySet<HireSide>; levelUnder: StudyLevel | null },
): Missing[] {
  if (hire.status === 'CHARTER_OPEN') {
    const hands = [signed.has('CANDIDATE') ? null : candidateSigns, signed.has('COMPANY') ? null : companySigns];
    return [...(between.isVerified ? [] : [notVerified]), ...hands.filter((hand) => hand !== null)];
  }
  if (hire.status !== 'DRAFT' && hire.status !== 'AWAITING_PERSON') return [];
  const missing = missingForCharter(hire, between);
  const steps = missing.length > 0 ? missing : [notOpened];
  return levelUnder ? [...steps, checkLevel(levelUnder)] : steps;
}

const notVerified = company(
  'L’entreprise doit être vérifiée pour que la charte soit signée.',
  'The company must be verified for the charter to be signed.',
);
const notAccepted = candidate(
  'La personne doit dire, par le lien qu’elle a reçu, que c’est bien elle.',
  'The person must say, by the link they got, that it is them.',
);
const nameless = candidate(
  'Le profil de la personne embauchée doit donner son prénom et son nom.',
  'The profile of the person hired must give first name and surname.',
);
const unprintableName = candidate(
  'Le prénom et le nom doivent être écrits en lettres que la charte sait imprimer (latines, grecques ou cyrilliques).',
  'First name and surname must be in letters that the charter can print (Latin, Greek or Cyrillic).',
);
const ofCompany = {
  mission: company('Décrivez la mission et ses responsabilités.', 'Describe the mission and its responsibilities.'),
  transforms: company(
    'Dites ce que la mission transforme dans l’entreprise.',
    'Say what the mission changes in the company.',
  ),
  reportsTo: company(
    'Dites à qui, dans la direction, la personne rend compte.',
    'Say whom of the management the person reports to.',
  ),
  tutorName: company('Donnez le nom du tuteur ou de la tutrice.', 'Give the name of the tutor.'),
  tutorRole: company('Donnez la fonction du tuteur ou de la tutrice.', 'Give the role of the tutor.'),
};
const tooShort = (least: number): Missing =>
  company(
    `Un VTE dure au moins ${least} mois avec ce contrat.`,
    `A VTE lasts ${least} months at least under this contract.`,
  );
const checkLevel = (least: StudyLevel): Missing => {
  const { fr, en } = studyLevelLabels[least];
  return company(
    `Vérifiez le niveau d’études de la personne embauchée : un VTE demande au moins ${fr}, atteint ou préparé.`,
    `Check the level of study of the person hired: a VTE asks for “${en}” at least, reached or being prepared.`,
  );
};
const notOpened = company('Ouvrez la charte à la signature.', 'Open the charter for signature.');
const companySigns = company('L’entreprise doit signer la charte.', 'The company must sign the charter.');
const candidateSigns = candidate(
  'La personne embauchée doit signer la charte.',
  'The person hired must sign the charter.',
);
