import type { Text } from '../common/text.js';
import { chosenLabel, hasUsualEnding, hostOf, isPublicMailbox, isSameSite, sharedDomain } from './domains.js';
import { isLikeName, isNamedAfter, namesOf } from './likeness.js';
import type { RegisterAnswer } from './company-register.js';

/** Why a company is not verified by itself, in the order in which it is said. */
const texts = {
  REGISTER_OFF: {
    fr: 'Le registre public n’est pas interrogé sur cette plateforme.',
    en: 'The public register is not asked on this platform.',
  },
  REGISTER_SILENT: {
    fr: 'Le registre public n’a pas encore répondu.',
    en: 'The public register has not answered yet.',
  },
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
    fr: 'Le domaine du site n’est pas le nom de l’entreprise au registre.',
    en: 'The domain of the website is not the name of the company in the register.',
  },
  DOMAIN_UNUSUAL: {
    fr: 'Le domaine du site a une terminaison inhabituelle pour une entreprise en France.',
    en: 'The domain of the website has an ending that is unusual for a company in France.',
  },
  DOMAIN_OTHER_THAN_KNOWN: {
    fr: 'Un autre établissement de la même entreprise, déjà vérifié, a un site sur un autre domaine.',
    en: 'Another establishment of the same company, verified before, has its website at another domain.',
  },
  REFUSED_BEFORE: {
    fr: 'La vérification a été refusée auparavant : un administrateur regarde la nouvelle demande.',
    en: 'Verification was refused before: an administrator looks at the new request.',
  },
  NAME_CHANGED: {
    fr: 'Le nom a changé après la vérification.',
    en: 'The name was changed after the company was verified.',
  },
  WEBSITE_CHANGED: {
    fr: 'Le site a changé de domaine après la vérification.',
    en: 'The website moved to another domain after the company was verified.',
  },
  NOBODY_TO_ASK: {
    fr: 'Une personne demande à rejoindre l’entreprise, qui n’a plus de propriétaire.',
    en: 'Someone asks to join the company, which has no owner any more.',
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
  /** Websites of verified establishments of the same legal unit. */
  sisters: readonly string[];
}

/**
 * Why the platform does not believe by itself that this company is the one it says it is; none at all when it does. Anyone
 * can type any SIRET and any website: so an address at the website’s domain counts only where the domain is the name in the
 * register, and the name that is shown is like it.
 */
export function doubtsAbout(claim: Claim, register: RegisterAnswer | 'OFF' | 'SILENT'): Doubt[] {
  return [...aboutRegister(claim.name, register), ...aboutDomain(claim, register)];
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

function aboutDomain({ website, owners, sisters }: Claim, register: RegisterAnswer | 'OFF' | 'SILENT'): Doubt[] {
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
  const named = names.length === 0 || shared.some((domain) => isNamedAfter(chosenLabel(domain), names));
  const known = sisters.flatMap((sister) => hostOf(sister) ?? []);
  return [
    ...(named ? [] : (['DOMAIN_UNLIKE_NAME'] as const)),
    ...(shared.some(hasUsualEnding) ? [] : (['DOMAIN_UNUSUAL'] as const)),
    ...(known.length === 0 || known.some((site) => isSameSite(site, host))
      ? []
      : (['DOMAIN_OTHER_THAN_KNOWN'] as const)),
  ];
}
