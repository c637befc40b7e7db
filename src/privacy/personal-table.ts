import type { Text } from '../common/text.js';
import type { KeptWith } from './kept-for.js';
import type { RetentionRuleId } from './retention-rules.js';

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
  /** The delays that hold, whichever ends first. */
  kept: readonly (KeptWith | RetentionRuleId)[];
  /**
   * An SQL condition for "this row is of that person and goes with them", $1 being the id of their account; the table is called
   * t. Null where rows stay, without the person, or lead to nobody.
   */
  whose: string | null;
  /** The same for the rows that an export tells; null for none. As `whose` when it is left out. */
  told?: string | null;
  /** Columns that hold something of a person. */
  personal: readonly string[];
  /** Columns that hold nothing of a person. */
  plain: readonly string[];
  /** What an export adds, so that a person understands the row: SQL by the name under which it is told. */
  explained?: Readonly<Record<string, string>>;
  /** Columns that an export leaves out, each with its reason. */
  withheld?: Readonly<Record<string, Text>>;
  /** Why an export does not tell every row that has something of the person. */
  partly?: Text;
}

export const toldRows = ({ told, whose }: PersonalTable): string | null => (told === undefined ? whose : told);

/** Names of columns between spaces. */
export const columns = (names: string): string[] => names.split(' ');

export const isMine = 't.account_id = $1::uuid';
export const myCandidate = '(SELECT id FROM candidate WHERE account_id = $1::uuid)';
export const ofMyCandidate = `t.candidate_id = ${myCandidate}`;
export const myApplications = `(SELECT id FROM application WHERE candidate_id = ${myCandidate})`;
export const ofMyApplications = `t.application_id IN ${myApplications}`;
export const myEmail = '(SELECT email FROM account WHERE id = $1::uuid)';

const nameOf = (companyId: string): string => `(SELECT c.name FROM company AS c WHERE c.id = ${companyId})`;
const offer = (id: string) => ({
  offer_title: `(SELECT o.title FROM offer AS o WHERE o.id = ${id})`,
  company_name: nameOf(`(SELECT o.company_id FROM offer AS o WHERE o.id = ${id})`),
});
const offerOf = (applicationId: string) =>
  offer(`(SELECT a.offer_id FROM application AS a WHERE a.id = ${applicationId})`);

/** What tables lead to, in words. */
export const companyNamed = { company_name: nameOf('t.company_id') };
export const offerNamed = offer('t.offer_id');
export const applicationNamed = offerOf('t.application_id');
export const interviewNamed = offerOf('(SELECT i.application_id FROM interview AS i WHERE i.id = t.interview_id)');

export const secret: Text = {
  fr: 'secret qui ne sert qu’à vous reconnaître',
  en: 'a secret that serves only to recognise you',
};

export const ofOthers: Text = {
  fr: 'désigne une autre personne',
  en: 'names another person',
};

export const technical: Text = {
  fr: 'calculé à partir du reste, sans rien y ajouter',
  en: 'worked out from the rest, and adds nothing to it',
};
