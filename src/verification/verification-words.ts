import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const verificationStatuses = ['PENDING', 'VERIFIED', 'REFUSED'] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];
export const VerificationStatus = enumOf(verificationStatuses);

export const verifiers = ['MEMBER', 'PLATFORM', 'ADMINISTRATOR'] as const;
export type VerifiedBy = (typeof verifiers)[number];
export const VerifiedBy = enumOf(verifiers);

export const refusalReasons = ['NOT_FOUND', 'CLOSED', 'NOT_YOURS', 'MISLEADING', 'NOT_ELIGIBLE', 'OTHER'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export const RefusalReason = enumOf(refusalReasons);

registerEnumType(VerificationStatus, {
  name: 'CompanyVerificationStatus',
  description: 'Whether a company was found to be the one it says it is.',
  valuesMap: {
    PENDING: { description: 'It is being looked at; its offers are saved and not public.' },
    VERIFIED: { description: 'It was; its offers are public.' },
    REFUSED: { description: 'It was not; its offers are not public. Its members can ask again.' },
  },
});

registerEnumType(VerifiedBy, {
  name: 'CompanyVerificationActor',
  description: 'Who made a step.',
  valuesMap: {
    MEMBER: { description: 'A member of the company.' },
    PLATFORM: {
      description: 'The platform by itself, by what the public register says or since the name was changed.',
    },
    ADMINISTRATOR: { description: 'An administrator of the platform.' },
  },
});

registerEnumType(RefusalReason, {
  name: 'CompanyRefusalReason',
  description: 'Why a company was not verified.',
  valuesMap: {
    NOT_FOUND: { description: 'The public register does not know the establishment.' },
    CLOSED: { description: 'The public register says that the establishment is closed.' },
    NOT_YOURS: { description: 'Nothing shows that its members act for this company.' },
    MISLEADING: { description: 'Its name, website or presentation are those of someone else, or mislead.' },
    NOT_ELIGIBLE: { description: 'It is no company that can offer a VTE.' },
    OTHER: { description: 'Something else, said in words.' },
  },
});

/** Why, and what its members can do, as they read it. */
export const refusalSaid: Record<RefusalReason, { why: Text; whatToDo: Text }> = {
  NOT_FOUND: {
    why: {
      fr: 'Le SIRET n’a pas été trouvé dans le registre public des entreprises.',
      en: 'The SIRET was not found in the public register of companies.',
    },
    whatToDo: {
      fr: 'Si l’établissement vient d’être créé, attendez qu’il figure au registre, puis demandez une nouvelle vérification.',
      en: 'If the establishment was made recently, wait until the register knows it, then ask to be verified again.',
    },
  },
  CLOSED: {
    why: {
      fr: 'Le registre public indique que cet établissement est fermé.',
      en: 'The public register says that this establishment is closed.',
    },
    whatToDo: {
      fr: 'Inscrivez l’établissement en activité avec son propre SIRET ou, si le registre se trompe, demandez une nouvelle vérification une fois qu’il est corrigé.',
      en: 'Register the establishment that is active under its own SIRET or, if the register is wrong, ask again once it was put right.',
    },
  },
  NOT_YOURS: {
    why: {
      fr: 'Rien ne montre que vous agissez pour cette entreprise.',
      en: 'Nothing shows that you act for this company.',
    },
    whatToDo: {
      fr: 'Invitez parmi les propriétaires une personne qui a une adresse e-mail de l’entreprise, indiquez le site de l’entreprise, puis demandez une nouvelle vérification.',
      en: 'Invite someone with an e-mail address of the company as an owner, give the website of the company, then ask again.',
    },
  },
  MISLEADING: {
    why: {
      fr: 'Le nom, le site ou la présentation ne sont pas ceux de cette entreprise, ou induisent en erreur.',
      en: 'Name, website or presentation are not those of this company, or mislead.',
    },
    whatToDo: {
      fr: 'Corrigez le nom, le site et la présentation, puis demandez une nouvelle vérification.',
      en: 'Put name, website and presentation right, then ask to be verified again.',
    },
  },
  NOT_ELIGIBLE: {
    why: {
      fr: 'Cette entreprise ne peut pas proposer de VTE.',
      en: 'This company cannot offer a VTE.',
    },
    whatToDo: {
      fr: 'Le VTE s’adresse aux PME et ETI établies en France. Si c’est une erreur, expliquez-le en demandant une nouvelle vérification.',
      en: 'VTE is for small, medium and mid-cap companies in France. If this is a mistake, explain it when you ask again.',
    },
  },
  OTHER: {
    why: { fr: 'L’entreprise n’a pas pu être vérifiée.', en: 'The company could not be verified.' },
    whatToDo: {
      fr: 'Corrigez ce qui vous est indiqué, puis demandez une nouvelle vérification.',
      en: 'Put right what you are told, then ask to be verified again.',
    },
  },
};

export const nothingToDo: Text = {
  fr: 'Rien à faire : vos offres sont publiques.',
  en: 'Nothing: your offers are public.',
};

export const whileLookedAtAgain: Text = {
  fr: 'Rien pour le moment : vos offres restent publiques pendant qu’un administrateur regarde ce qui a changé.',
  en: 'Nothing for now: your offers stay public while an administrator looks at what has changed.',
};
