import { randomBytes } from 'node:crypto';
import type { Platform } from '../support/platform.js';
import type { Reader } from './marks.js';
import { at, later, put, type World } from './world.js';

/** Of a charter that both signed. */
export const signedSha256 = 'c'.repeat(64);

/** The hire of the application, whose charter the company signed; and one made elsewhere that waits for its person. */
export async function ofHires(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  const id = (name: string): string => ids[name]?.id ?? '';
  const both: Reader = ['hire.read', 'application'];
  const work = { hired_on: '2026-09-01', starts_on: '2026-09-15', contract_type: 'CDI', commune_code: '01283' };
  const hire = await put(platform, 'hire', {
    ...work,
    company_id: id('company'),
    offer_id: id('openOffer'),
    application_id: id('application'),
    candidate_id: id('candidate'),
    status: 'CHARTER_OPEN',
    mission_title: marks.plant('title of a mission', both, ['label.read', 'label']),
    mission: marks.plant('mission', both),
    transforms: marks.plant('what a mission changes', both),
    reports_to: marks.plant('whom one reports to', both),
    tutor_name: marks.plant('name of a tutor', both),
    tutor_role: marks.plant('role of a tutor', both),
    end_words: marks.plant('words of an end', both),
    declared_by: accounts.owner,
  });
  ids['hire'] = { type: 'Hire', id: hire.id, thing: 'application' };
  const sha256 = randomBytes(32).toString('hex');
  const version = await put(platform, 'charter_version', {
    hire_id: hire.id,
    number: 1,
    content: JSON.stringify({ candidate: { name: marks.plant('name in a charter') } }),
    pdf: Buffer.from('%PDF-1.4'),
    sha256,
    made_at: at,
  });
  await put(platform, 'charter_signature', {
    version_id: version.id,
    side: 'COMPANY',
    account_id: accounts.owner,
    name: marks.plant('name of who signed', both),
    role: marks.plant('role of who signed', both),
    sha256,
    proved_by: 'PASSWORD',
    signed_at: at,
  });
  const outside = await put(platform, 'hire', {
    ...work,
    company_id: id('company'),
    status: 'AWAITING_PERSON',
    mission_title: 'Ingénieure qualité',
  });
  await put(platform, 'charter_version', {
    ...{ hire_id: outside.id, number: 1, content: '{}', pdf: Buffer.from('%PDF-1.4'), sha256: signedSha256 },
    ...{ made_at: at, signed_at: at },
  });
  await put(platform, 'hire_invitation', {
    hire_id: outside.id,
    email: `${marks.plant('address of someone hired elsewhere', ['hire.readWithin', 'company'])}@example.com`,
    token_hash: randomBytes(32),
    invited_at: at,
    expires_at: later,
  });
}
