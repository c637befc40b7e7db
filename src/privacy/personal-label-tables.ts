import type { PersonalTable } from './personal-table.js';
import { columns, myCandidate, ofOthers } from './personal-table.js';

const follow = {
  fr: 'suivre le label VTE d’une embauche, de la demande au versement de l’aide',
  en: 'following the VTE label of a hire, from the request to the payment of the aid',
};
const myLabels = `(SELECT l.id FROM label AS l JOIN hire AS h ON h.id = l.hire_id WHERE h.candidate_id = ${myCandidate})`;
const ofMyLabels = `t.label_id IN ${myLabels}`;

/** The label of a hire. What is said of the mission, and every paper, goes with the person; states and dates are nobody’s then. */
export const labelTables: readonly PersonalTable[] = [
  {
    name: 'label',
    about: { fr: 'le label de vos embauches', en: 'the label of your hires' },
    purpose: follow,
    basis: 'CONTRACT',
    kept: ['LABEL'],
    whose: `t.id IN ${myLabels}`,
    personal: columns('hire_id state since requested_at granted_at ended_on'),
    plain: columns('id aids amount_euros paid_on paid_euros act_by'),
  },
  {
    name: 'label_event',
    about: { fr: 'chaque étape du label', en: 'every step of the label' },
    purpose: follow,
    basis: 'CONTRACT',
    kept: ['LABEL'],
    whose: ofMyLabels,
    told: `(${ofMyLabels} OR t.account_id = $1::uuid)`,
    personal: columns('label_id to_state from_state notice at side account_id reason words'),
    plain: columns('seq'),
    withheld: { account_id: ofOthers },
  },
  {
    name: 'label_document',
    about: { fr: 'documents demandés pour le label', en: 'documents asked for the label' },
    purpose: follow,
    basis: 'CONTRACT',
    kept: ['LABEL'],
    whose: ofMyLabels,
    told: 't.file_id IN (SELECT f.id FROM stored_file AS f WHERE f.sent_by = $1::uuid)',
    personal: columns('label_id words file_id filled_at'),
    plain: columns('id kind stage asked_by asked_at'),
  },
  {
    name: 'label_check_in',
    about: { fr: 'points d’étape de la mission', en: 'check-ins of the mission' },
    purpose: {
      fr: 'savoir comment se passe la mission, et aider quand elle se passe mal',
      en: 'knowing how the mission goes, and helping when it goes badly',
    },
    basis: 'CONTRACT',
    kept: ['LABEL'],
    whose: ofMyLabels,
    told: `((${ofMyLabels} AND (t.side = 'CANDIDATE' OR NOT t.confidential)) OR t.account_id = $1::uuid)`,
    personal: columns('label_id month side account_id answered_at rating as_agreed tutor_present words confidential'),
    plain: [],
    withheld: { account_id: ofOthers },
    partly: {
      fr: 'ce que l’entreprise a dit sous le sceau de la confidence n’est lu que par les administrateurs',
      en: 'what the company said in confidence is read by administrators only',
    },
  },
];
