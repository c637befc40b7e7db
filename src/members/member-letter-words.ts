import type { Text } from '../common/text.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { asRole } from './member-role.js';

export type MemberNews = 'joined' | 'left' | 'removed' | 'role' | 'successor' | 'asked' | 'admitted' | 'declined';

/** What is so when the letter is written; null where it is no longer. */
export interface About {
  company: string;
  email: string | null;
  role: CompanyRole | null;
  message: string | null;
}

interface Words {
  /** Read by the owners; by the one it is about otherwise. */
  toOwners: boolean;
  subject: (company: string) => Text;
  /** Null when there is nothing left to say. */
  paragraphs: (about: About) => Text[] | null;
}

export const letterAbout: Record<MemberNews, Words> = {
  joined: {
    toOwners: true,
    subject: (company) => ({ fr: `Un nouveau membre pour ${company}`, en: `A new member of ${company}` }),
    paragraphs: ({ company, email, role }) =>
      email === null || role === null
        ? null
        : [
            {
              fr: `${email} fait maintenant partie des membres de ${company}, en tant que ${asRole[role].fr}.`,
              en: `${email} is now a member of ${company}, as ${asRole[role].en}.`,
            },
          ],
  },
  left: {
    toOwners: true,
    subject: (company) => ({ fr: `Un membre a quitté ${company}`, en: `A member left ${company}` }),
    paragraphs: ({ company, email }) =>
      email === null
        ? null
        : [{ fr: `${email} ne fait plus partie des membres de ${company}.`, en: `${email} left ${company}.` }],
  },
  removed: {
    toOwners: false,
    subject: (company) => ({ fr: `Votre accès à ${company} a pris fin`, en: `Your access to ${company} has ended` }),
    paragraphs: ({ company }) => [
      {
        fr: `Une personne propriétaire de ${company} vous a retiré des membres : vous n’avez plus accès à ses offres ni à ses candidatures.`,
        en: `An owner of ${company} took you off its members: you no longer have access to its offers and applications.`,
      },
    ],
  },
  role: {
    toOwners: false,
    subject: (company) => ({ fr: `Votre rôle pour ${company} a changé`, en: `Your role for ${company} has changed` }),
    paragraphs: ({ company, role }) =>
      role && [
        {
          fr: `Vous agissez maintenant pour ${company} en tant que ${asRole[role].fr}.`,
          en: `You now act for ${company} as ${asRole[role].en}.`,
        },
      ],
  },
  successor: {
    toOwners: false,
    subject: (company) => ({
      fr: `Vous êtes maintenant propriétaire de ${company}`,
      en: `You are now the owner of ${company}`,
    }),
    paragraphs: ({ company }) => [
      {
        fr: `La dernière personne propriétaire de ${company} a supprimé son compte. Comme une entreprise garde toujours une personne propriétaire, c’est désormais vous : vous gérez ses membres, ses offres et ses candidatures.`,
        en: `The last owner of ${company} deleted their account. Since a company always keeps an owner, it is now you: you manage its members, offers and applications.`,
      },
      {
        fr: 'Vous pouvez nommer une autre personne propriétaire parmi les membres, ou en inviter une.',
        en: 'You can make another member an owner, or invite one.',
      },
    ],
  },
  asked: {
    toOwners: true,
    subject: (company) => ({
      fr: `Quelqu’un demande l’accès à ${company}`,
      en: `Someone asks for access to ${company}`,
    }),
    paragraphs: ({ company, email, message }) =>
      email === null || message === null
        ? null
        : [
            {
              fr: `${email} demande à faire partie des membres de ${company} et vous écrit :`,
              en: `${email} asks to become a member of ${company} and writes:`,
            },
            { fr: message, en: message },
            {
              fr: 'Acceptez ou refusez la demande depuis les membres de votre entreprise. N’acceptez que les personnes que vous connaissez.',
              en: 'Accept or decline the request among the members of your company. Accept only people you know.',
            },
          ],
  },
  admitted: {
    toOwners: false,
    subject: (company) => ({ fr: `Vous avez accès à ${company}`, en: `You have access to ${company}` }),
    paragraphs: ({ company, role }) =>
      role && [
        {
          fr: `Votre demande a été acceptée : vous agissez pour ${company} en tant que ${asRole[role].fr}.`,
          en: `Your request was accepted: you act for ${company} as ${asRole[role].en}.`,
        },
      ],
  },
  declined: {
    toOwners: false,
    subject: (company) => ({
      fr: `Votre demande d’accès à ${company} n’a pas été acceptée`,
      en: `Your request for access to ${company} was not accepted`,
    }),
    paragraphs: ({ company }) => [
      {
        fr: `Les personnes propriétaires de ${company} n’ont pas accepté votre demande. Si c’est une erreur, parlez-leur directement.`,
        en: `The owners of ${company} did not accept your request. If that is a mistake, speak to them directly.`,
      },
    ],
  },
};
