import { randomBytes, randomUUID } from 'node:crypto';
import type { Platform } from '../support/platform.js';
import { at, put, type World } from './world.js';

/** The label of the hire, with something that each side wrote, in confidence and not, and papers of both. */
export async function ofLabels(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  const [label] = await platform.db.query<[{ id: string }]>('SELECT id FROM label WHERE hire_id = $1', [
    ids['hire']?.id,
  ]);
  const of = { label_id: label.id };
  ids['label'] = { type: 'Label', id: label.id, thing: 'label' };
  const aid = { aid: 'VTE_VERT', verdict: 'UNKNOWN', amountEuros: null, grantedEuros: 0 };
  await platform.db.query(`UPDATE label SET state = 'MISSION', since = $2, aids = $3, amount_euros = 0 WHERE id = $1`, [
    label.id,
    at,
    JSON.stringify([aid]),
  ]);
  await put(platform, 'label_event', {
    ...of,
    from_state: 'REQUESTED',
    to_state: 'GRANTED',
    at,
    side: 'INSTRUCTOR',
    account_id: accounts.admin,
    words: marks.plant('words of a step of a label', ['label.readPapers', 'label']),
  });
  const file = await put(platform, 'stored_file', {
    ...of,
    sent_by: accounts.candidate,
    disk_name: `${marks.plant('place of a paper')}${randomUUID()}`,
    name: `${marks.plant('name of a paper', ['label.readPapers', 'label'])}.pdf`,
    kind: 'PDF',
    size: 1,
    sha256: randomBytes(32),
    standing: 'READY',
    stored_at: at,
  });
  ids['paper'] = { type: '', id: file.id, thing: 'label' };
  await put(platform, 'label_document', { ...of, kind: 'DIPLOMA', stage: 'PROOFS', file_id: file.id, filled_at: at });
  const asked = await put(platform, 'label_document', {
    ...of,
    kind: 'OTHER',
    stage: 'REQUEST',
    asked_by: 'INSTRUCTOR',
    asked_at: at,
    words: marks.plant('words of what is asked for', ['label.readOfCompany', 'label']),
  });
  ids['labelDocument'] = { type: '', id: asked.id, thing: 'label' };
  const checkIn = {
    ...of,
    month: 1,
    answered_at: at,
    rating: 2,
    as_agreed: true,
    tutor_present: false,
    confidential: true,
  };
  await put(platform, 'label_check_in', {
    ...checkIn,
    side: 'CANDIDATE',
    account_id: accounts.candidate,
    words: marks.plant(
      'what a young person says in confidence',
      ['label.watch', 'label'],
      ['candidate.act', 'candidate'],
    ),
  });
  await put(platform, 'label_check_in', {
    ...checkIn,
    side: 'COMPANY',
    account_id: accounts.owner,
    words: marks.plant('what a company says in confidence', ['label.readOfCompany', 'label']),
  });
}
