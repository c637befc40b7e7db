import type { Text } from '../common/text.js';
import type { KeptFor } from './kept-for.js';

/** On which ground of article 6 of the GDPR a column is kept. */
export const legalBases = {
  CONTRACT: {
    fr: 'exécution du service demandé (art. 6.1.b)',
    en: 'performance of the service asked for (art. 6.1.b)',
  },
  CONSENT: { fr: 'consentement (art. 6.1.a)', en: 'consent (art. 6.1.a)' },
  LEGITIMATE_INTEREST: {
    fr: 'intérêt légitime : sécurité et bon usage de la plateforme (art. 6.1.f)',
    en: 'legitimate interest: security and proper use of the platform (art. 6.1.f)',
  },
  LEGAL_OBLIGATION: { fr: 'obligation légale (art. 6.1.c)', en: 'legal obligation (art. 6.1.c)' },
} as const satisfies Record<string, Text>;

export type LegalBasis = keyof typeof legalBases;

/** A table with rows about people: what each column is for, and how the rows of one person are found. */
export interface PersonalTable {
  name: string;
  /** What a row is, in a few words. */
  about: Text;
  purpose: Text;
  basis: LegalBasis;
  kept: KeptFor;
  /**
   * An SQL condition on a row for "it is about this person", $1 being the id of their account; the table is called t. Null where
   * no row leads to a person who has an account: then nothing of it is exported.
   */
  whose: string | null;
  /** Columns that hold something of a person. */
  personal: readonly string[];
  /** Columns that hold nothing of a person. */
  plain: readonly string[];
  /** Personal columns that an export leaves out, each with its reason. */
  withheld?: Readonly<Record<string, Text>>;
}

export const secret: Text = {
  fr: 'secret qui ne sert qu’à vous reconnaître',
  en: 'a secret that serves only to recognise you',
};

export const ofOthers: Text = {
  fr: 'désigne une autre personne',
  en: 'names another person',
};
