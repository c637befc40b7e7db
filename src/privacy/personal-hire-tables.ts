import type { PersonalTable } from './personal-table.js';
import { columns, companyNamed, myCandidate, myEmail, ofMyCandidate, ofOthers, secret } from './personal-table.js';

const hiring = {
  fr: 'suivre l’embauche, et faire signer la charte du VTE',
  en: 'following the hire, and having the charter of the VTE signed',
};
const myHires = `(SELECT h.id FROM hire AS h WHERE h.candidate_id = ${myCandidate})`;
const myVersions = `(SELECT v.id FROM charter_version AS v WHERE v.hire_id IN ${myHires})`;
const hireNamed = {
  company_name: '(SELECT c.name FROM company AS c JOIN hire AS h ON h.company_id = c.id WHERE h.id = t.hire_id)',
  mission_title: '(SELECT h.mission_title FROM hire AS h WHERE h.id = t.hire_id)',
};
const inTheFile = { fr: 'le PDF est joint à l’archive', en: 'the PDF is in the archive' };

/** Hires and charters. A hire stays when its person is erased, without anything of them: whom it was about is not known any more. */
export const hireTables: readonly PersonalTable[] = [
  {
    name: 'hire',
    about: { fr: 'vos embauches', en: 'your hires' },
    purpose: hiring,
    basis: 'CONTRACT',
    kept: ['ACCOUNT', 'HIRE'],
    whose: ofMyCandidate,
    told: `(${ofMyCandidate} OR t.declared_by = $1::uuid)`,
    personal: columns(
      'offer_id application_id candidate_id mission_title mission transforms reports_to tutor_name tutor_role study_level ' +
        'salary end_words declared_by address_digest',
    ),
    plain: columns(
      'id company_id status hired_on starts_on ends_on contract_type duration_months commune_code green_mission signed_at ' +
        'ended_on ended_by end_reason forgotten_at created_at updated_at demo',
    ),
    explained: companyNamed,
    withheld: { candidate_id: ofOthers, declared_by: ofOthers, address_digest: secret },
  },
  {
    name: 'hire_invitation',
    about: { fr: 'embauches déclarées à votre adresse', en: 'hires declared with your address' },
    purpose: { fr: 'vous demander si c’est bien vous', en: 'asking you whether it is you' },
    basis: 'LEGITIMATE_INTEREST',
    kept: ['ACCOUNT', 'HIRE_INVITATION'],
    whose: `t.email = ${myEmail}`,
    personal: columns('hire_id email token_hash invited_at'),
    plain: columns('expires_at'),
    explained: hireNamed,
    withheld: { token_hash: secret },
  },
  {
    name: 'charter_version',
    about: { fr: 'chartes de vos embauches', en: 'charters of your hires' },
    purpose: hiring,
    basis: 'CONTRACT',
    kept: ['ACCOUNT', 'HIRE'],
    whose: `t.hire_id IN ${myHires}`,
    personal: columns('hire_id content pdf final_pdf'),
    plain: columns('id number sha256 made_at voided_at signed_at final_sha256 company_reminders candidate_reminders'),
    explained: hireNamed,
    withheld: { pdf: inTheFile, final_pdf: inTheFile },
  },
  {
    name: 'charter_signature',
    about: { fr: 'signatures de chartes', en: 'signatures of charters' },
    purpose: { fr: 'prouver qui a signé quoi, et quand', en: 'proving who signed what, and when' },
    basis: 'CONTRACT',
    kept: ['ACCOUNT', 'HIRE'],
    whose: null,
    told: `(t.account_id = $1::uuid OR t.version_id IN ${myVersions})`,
    personal: columns('account_id name role'),
    plain: columns('id version_id side sha256 proved_by signed_at'),
    withheld: { account_id: ofOthers },
  },
];
