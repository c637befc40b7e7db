import type { PersonalTable } from './personal-table.js';
import { columns, isMine, myEmail, ofOthers, secret } from './personal-table.js';

const member = { fr: 'agir au nom d’une entreprise', en: 'acting for a company' };
const moderate = {
  fr: 'protéger les personnes des offres et comptes abusifs',
  en: 'protecting people from abusive offers and accounts',
};

/** People who act for companies and territories, and what was reported and decided. */
export const companyTables: readonly PersonalTable[] = [
  {
    name: 'company_member',
    about: { fr: 'vos entreprises', en: 'your companies' },
    purpose: member,
    basis: 'CONTRACT',
    kept: ['ACCOUNT'],
    whose: isMine,
    personal: columns('company_id account_id role joined_at'),
    plain: [],
  },
  {
    name: 'join_request',
    about: { fr: 'vos demandes pour rejoindre une entreprise', en: 'your requests to join a company' },
    purpose: member,
    basis: 'CONTRACT',
    kept: ['ACCOUNT'],
    whose: isMine,
    personal: columns('company_id account_id message asked_at declined_at'),
    plain: columns('id'),
  },
  {
    name: 'member_invitation',
    about: { fr: 'invitations à rejoindre une entreprise', en: 'invitations to join a company' },
    purpose: member,
    basis: 'CONTRACT',
    kept: ['MEMBER_INVITATION'],
    whose: `t.email = ${myEmail}`,
    told: `(t.email = ${myEmail} OR t.invited_by = $1::uuid)`,
    personal: columns('company_id email role token_hash invited_by invited_at'),
    plain: columns('id expires_at withdrawn_at'),
    withheld: { email: ofOthers, token_hash: secret, invited_by: ofOthers },
  },
  {
    name: 'company_verification_step',
    about: { fr: 'étapes de la vérification d’une entreprise', en: 'steps of the verification of a company' },
    purpose: {
      fr: 'prouver que l’entreprise est celle qu’elle dit être',
      en: 'proving that the company is the one it says it is',
    },
    basis: 'LEGITIMATE_INTEREST',
    kept: ['COMPANY'],
    whose: null,
    told: isMine,
    personal: columns('account_id words'),
    plain: columns('id company_id at status by reason'),
  },
  {
    name: 'territory_manager',
    about: { fr: 'territoires que vous gérez', en: 'territories you manage' },
    purpose: { fr: 'suivre un territoire', en: 'looking after a territory' },
    basis: 'LEGITIMATE_INTEREST',
    kept: ['ACCOUNT'],
    whose: isMine,
    personal: columns('account_id territory_id given_at'),
    plain: [],
  },
  {
    name: 'suspension',
    about: {
      fr: 'suspensions d’une offre, d’une entreprise ou d’un compte',
      en: 'suspensions of an offer, a company or an account',
    },
    purpose: moderate,
    basis: 'LEGITIMATE_INTEREST',
    kept: ['ACCOUNT', 'REPORT'],
    whose: isMine,
    personal: columns('account_id visible_since reason words since suspended_by answer_token_hash lifted_at lifted_by'),
    plain: columns('id offer_id company_id'),
    withheld: { suspended_by: ofOthers, answer_token_hash: secret, lifted_by: ofOthers },
  },
  {
    name: 'moderation_case',
    about: { fr: 'dossiers de modération', en: 'cases of moderation' },
    purpose: moderate,
    basis: 'LEGITIMATE_INTEREST',
    kept: ['ACCOUNT', 'REPORT'],
    whose: isMine,
    personal: columns('account_id invitation_id message_id decided_by decision reason words'),
    plain: columns('id kind offer_id company_id opened_at decided_at'),
    withheld: { decided_by: ofOthers },
  },
  {
    name: 'moderation_report',
    about: { fr: 'vos signalements', en: 'your reports' },
    purpose: moderate,
    basis: 'LEGITIMATE_INTEREST',
    kept: ['UNTIL_DECIDED', 'REPORT'],
    whose: null,
    told: `(t.reporter_id = $1::uuid OR t.email = ${myEmail})`,
    personal: columns('reason words reporter_id email language caller_key reported_at'),
    plain: columns('id case_id origin'),
    withheld: { caller_key: secret },
    partly: {
      fr: 'qui vous a signalé, et en quels mots, reste tu pour protéger les personnes qui signalent',
      en: 'who reported you, and in which words, is kept back to protect those who report',
    },
  },
];
