import type { Text } from '../common/text.js';
import { chosenLabel, hostOf, isPublicMailbox, sharedDomain } from './domains.js';
import { isLikeName, namesOf, speaksOfName } from './likeness.js';
import type { RegisterAnswer } from './company-register.js';

/** Why a company is not verified by itself, in the order in which it is said. */
const texts = {
  REGISTER_OFF: {
    fr: 'Le registre public n’est pas interrogé sur cette plateforme.',
    en: 'The public register is not asked on this platform.',
  },
  REGISTER_SILENT: { fr: 'Le registre public n’a pas encore répondu.', en: 'The public register has not answered yet.' },
  NOT_IN_REGISTER: {
    fr: 'Le registre public ne connaît pas ce SIRET.',
    en: 'The public register does not know this SIRET.',
  },
  CLOSED: {
    fr: 'Le registre public indique que l’établissement est fermé.',
    en: 'The public register says that the establishment is closed.',
  },
  NOT_PUBLIC: {
    fr: 'Le registre ne publie pas le nom de cette entreprise.',
    en: 'The register does not publish the name of this company.',
  },
  NAME_DIFFERS: {
    fr: 'Le nom indiqué ne ressemble pas à ceux du registre.',
    en: 'The name that is shown is not like those of the register.',
  },
  NO_WEBSITE: { fr: 'Aucun site n’est indiqué.', en: 'No website is given.' },
  EMAIL_NOT_CONFIRMED: {
    fr: 'Aucune personne propriétaire n’a confirmé son adresse e-mail.',
    en: 'No owner has confirmed their e-mail address.',
  },
  EMAIL_PUBLIC: {
    fr: 'L’adresse e-mail est celle d’une messagerie ouverte à tout le monde.',
    en: 'The e-mail address is with a provider that is open to everyone.',
  },
  EMAIL_ELSEWHERE: {
    fr: 'Le domaine de l’adresse e-mail n’est pas celui du site.',
    en: 'The domain of the e-mail address is not that of the website.',
  },
  DOMAIN_UNLIKE_NAME: {
    fr: 'Rien dans le domaine du site ne rappelle le nom de l’entreprise au registre.',
    en: 'Nothing in the domain of the website recalls the name of the company in the register.',
  },
  NAME_CHANGED: {
    fr: 'Le nom a changé après la vérification.',
    en: 'The name was changed after the company was verified.',
  },
  WEBSITE_CHANGED: {
    fr: 'Le site a changé de domaine après la vérification.',
    en: 'The website moved to another domain after the company was verified.',
  },
  CLOSED_SINCE: {
    fr: 'Le registre public indique que l’établissement a fermé depuis sa vérification.',
    en: 'The public register says that the establishment was closed after it was verified.',
  },
} satisfies Record<string, Text>;

export type Doubt = keyof typeof texts;
export const doubtSaid: Record<Doubt, Text> = texts;

/** What is looked at; of the owners only those who are not suspended. */
export interface Claim {
  name: string;
  website: string | null;
  owners: readonly { email: string; confirmed: boolean }[];
}

/**
 * Why the platform does not believe by itself that this company is the one it says it is; none at all when it does. Anyone
 * can type any SIRET and any website: so an address at the website’s domain counts only where the domain and the name that
 * is shown go with the name in the register.
 */
export function doubtsAbout({ name, website, owners }: Claim, register: RegisterAnswer | 'OFF' | 'SILENT'): Doubt[] {
  return [...aboutRegister(name, register), ...aboutDomain(website, owners, register)];
}

function aboutRegister(name: string, register: RegisterAnswer | 'OFF' | 'SILENT'): Doubt[] {
  if (typeof register === 'string') return [`REGISTER_${register}`];
  if (register.state === 'UNKNOWN') return ['NOT_IN_REGISTER'];
  const names = namesOf(register);
  return [
    ...(register.state === 'CLOSED' ? (['CLOSED'] as const) : []),
    ...(names.length === 0 ? (['NOT_PUBLIC'] as const) : []),
    ...(names.length > 0 && !isLikeName(name, names) ? (['NAME_DIFFERS'] as const) : []),
  ];
}

function aboutDomain(
  website: string | null,
  owners: Claim['owners'],
  register: RegisterAnswer | 'OFF' | 'SILENT',
): Doubt[] {
  const confirmed = owners.filter((owner) => owner.confirmed);
  const own = confirmed.filter(({ email }) => !isPublicMailbox(email));
  const host = hostOf(website);
  const reasons: Doubt[] = host === null ? ['NO_WEBSITE'] : [];
  if (confirmed.length === 0) return [...reasons, 'EMAIL_NOT_CONFIRMED'];
  if (own.length === 0) return [...reasons, 'EMAIL_PUBLIC'];
  if (host === null) return reasons;
  const shared = own.flatMap(({ email }) => sharedDomain(email, host) ?? []);
  if (shared.length === 0) return ['EMAIL_ELSEWHERE'];
  const names = typeof register === 'string' ? [] : namesOf(register);
  const goWith = names.length === 0 || shared.some((domain) => speaksOfName(chosenLabel(domain), names));
  return goWith ? [] : ['DOMAIN_UNLIKE_NAME'];
}
