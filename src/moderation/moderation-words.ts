import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const caseKinds = ['OFFER', 'COMPANY', 'INVITATION', 'MESSAGE', 'ACCOUNT', 'TERRITORY'] as const;
export type CaseKind = (typeof caseKinds)[number];
export const CaseKind = enumOf(caseKinds);

export type ReportOrigin = 'VISITOR' | 'PLATFORM' | 'CONCERNED';
export const ReportOrigin = enumOf(['VISITOR', 'PLATFORM', 'CONCERNED'] as const);

/** Why people report. */
export const reportReasons = [
  'DISCRIMINATORY',
  'FRAUD',
  'NOT_A_VTE',
  'WRONG_INFORMATION',
  'ASKS_FOR_MONEY',
  'SPAM',
  'OTHER',
] as const;

/** What a report says; those concerned by a suspension contest it. */
export const saidReasons = [...reportReasons, 'CONTESTED'] as const;
export type ReportReason = (typeof saidReasons)[number];
export const ReportReason = enumOf(saidReasons);

/** Why something is suspended. */
export const suspensionReasons = [...reportReasons, 'IMPERSONATION', 'ABUSE'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];
export const SuspensionReason = enumOf(suspensionReasons);

export const decisions = ['DISMISS', 'WARN', 'SUSPEND_OBJECT', 'SUSPEND_COMPANY', 'SUSPEND_AUTHOR', 'LIFT'] as const;
export type Decision = (typeof decisions)[number];
export const Decision = enumOf(decisions);

/** What may be decided of which object: words have no state of their own to suspend, and an account has no company. */
export const decisionsOf: Record<CaseKind, readonly Decision[]> = {
  OFFER: ['DISMISS', 'WARN', 'SUSPEND_OBJECT', 'SUSPEND_COMPANY', 'LIFT'],
  COMPANY: ['DISMISS', 'WARN', 'SUSPEND_OBJECT', 'LIFT'],
  INVITATION: ['DISMISS', 'WARN', 'SUSPEND_COMPANY', 'SUSPEND_AUTHOR'],
  MESSAGE: ['DISMISS', 'WARN', 'SUSPEND_COMPANY', 'SUSPEND_AUTHOR'],
  ACCOUNT: ['DISMISS', 'LIFT'],
  TERRITORY: ['DISMISS', 'WARN', 'SUSPEND_OBJECT', 'LIFT'],
};

/** Each as it stands in a sentence after a colon. */
export const reasonSentences: Record<SuspensionReason, Text> = {
  DISCRIMINATORY: {
    fr: 'un contenu discriminatoire, que la loi interdit (articles L. 1132-1 et L. 5321-2 du code du travail)',
    en: 'discriminatory content, which the law forbids (articles L. 1132-1 and L. 5321-2 of the French labour code)',
  },
  FRAUD: { fr: 'un soupçon d’escroquerie', en: 'a suspicion of fraud' },
  NOT_A_VTE: { fr: 'ce qui est proposé n’est pas un VTE', en: 'what is offered is not a VTE' },
  WRONG_INFORMATION: { fr: 'des informations fausses', en: 'wrong information' },
  ASKS_FOR_MONEY: {
    fr: 'de l’argent est demandé aux candidats, ce que la loi interdit (article L. 5321-3 du code du travail)',
    en: 'money is asked of candidates, which the law forbids (article L. 5321-3 of the French labour code)',
  },
  SPAM: { fr: 'des contenus répétés ou publicitaires', en: 'repeated or promotional content' },
  OTHER: { fr: 'un manquement aux règles de la plateforme', en: 'a breach of the rules of the platform' },
  IMPERSONATION: {
    fr: 'l’usage de l’identité d’une autre personne ou entreprise',
    en: 'the use of the identity of another person or company',
  },
  ABUSE: { fr: 'des propos ou un comportement abusifs', en: 'abusive words or behaviour' },
};

registerEnumType(CaseKind, {
  name: 'ModerationKind',
  description: 'What a case of moderation is about.',
  valuesMap: {
    OFFER: { description: 'An offer.' },
    COMPANY: { description: 'A company.' },
    INVITATION: { description: 'The words of an invitation, reported by the candidate who got it.' },
    MESSAGE: { description: 'A message about an application, reported by the side that got it.' },
    ACCOUNT: { description: 'An account, whose owner contests that it is suspended.' },
    TERRITORY: { description: 'What a territory says of itself.' },
  },
});

registerEnumType(ReportOrigin, {
  name: 'ReportOrigin',
  description: 'Who reported.',
  valuesMap: {
    VISITOR: { description: 'A visitor, signed in or not.' },
    PLATFORM: { description: 'The platform itself: words of the offer are of those that it looks for.' },
    CONCERNED: { description: 'Those who are concerned by a suspension, and contest it.' },
  },
});

const common = {
  DISCRIMINATORY: { description: 'It chooses people by age, sex, origin or anything else that the law forbids.' },
  FRAUD: { description: 'It looks like a swindle.' },
  NOT_A_VTE: { description: 'It is no VTE: an internship, unpaid work, self-employment.' },
  WRONG_INFORMATION: { description: 'What it says is not true.' },
  ASKS_FOR_MONEY: { description: 'Money is asked of candidates.' },
  SPAM: { description: 'Repeated or promotional content.' },
  OTHER: { description: 'Something else, said in words.' },
};

registerEnumType(ReportReason, {
  name: 'ReportReason',
  description: 'What is wrong with what is reported.',
  valuesMap: {
    ...common,
    CONTESTED: { description: 'Those concerned contest a suspension; visitors cannot give it.' },
  },
});

registerEnumType(SuspensionReason, {
  name: 'SuspensionReason',
  description: 'Why something is suspended, or a case decided.',
  valuesMap: {
    ...common,
    IMPERSONATION: { description: 'Someone passes for another person or company.' },
    ABUSE: { description: 'Abusive words or behaviour.' },
  },
});

registerEnumType(Decision, {
  name: 'ModerationDecision',
  description: 'What an administrator decides of a case.',
  valuesMap: {
    DISMISS: { description: 'Nothing is to be done; of a suspension that is contested: it stays.' },
    WARN: { description: 'Those who wrote it are told what is wrong; it stays. Not for accounts.' },
    SUSPEND_OBJECT: {
      description:
        'The offer or the company is suspended, what a territory says of itself hidden. Not for invitations and messages.',
    },
    SUSPEND_COMPANY: { description: 'The company behind the offer, the invitation or the message is suspended.' },
    SUSPEND_AUTHOR: { description: 'The account that wrote the invitation or the message is suspended.' },
    LIFT: {
      description:
        'The suspension of the offer, the company or the account ends; what a territory says is shown again.',
    },
  },
});
