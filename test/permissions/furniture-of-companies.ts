import { randomBytes } from 'node:crypto';
import type { Platform } from '../support/platform.js';
import type { Reader } from './marks.js';
import { at, later, put, type World } from './world.js';

export async function ofCompanies(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  const id = (name: string): string => ids[name]?.id ?? '';
  for (const [name, reader] of [
    ['draftOffer', 'draftOffer'],
    ['foreignDraft', 'foreignDraft'],
    ['closedOffer', 'closedOffer'],
  ] as const) {
    const readers: Reader[] = [['offer.read', reader]];
    // Whoever was invited or applied reads of an offer that is not open that it is not; nobody was here.
    await platform.db.query('UPDATE offer SET title = $1, description = $2 WHERE id = $3', [
      marks.plant(`title of ${name}`, ...readers),
      marks.plant(`description of ${name}`, ...readers),
      id(name),
    ]);
    await platform.db.query('UPDATE offer_site SET address = $1 WHERE offer_id = $2', [
      marks.plant(`address of ${name}`, ...readers),
      id(name),
    ]);
  }
  const invited = await put(platform, 'member_invitation', {
    company_id: id('company'),
    role: 'reader',
    token_hash: randomBytes(32),
    invited_by: accounts.owner,
    email: `${marks.plant('address of someone invited', ['company.readMembers', 'company'])}@example.com`,
    invited_at: at,
    expires_at: later,
  });
  ids['memberInvitation'] = { type: '', id: invited.id, thing: 'company' };
  const asked = await put(platform, 'join_request', {
    company_id: id('company'),
    account_id: accounts.otherCompany,
    asked_at: at,
    message: marks.plant('words of who would join', ['company.manageMembers', 'company']),
  });
  ids['joinRequest'] = { type: '', id: asked.id, thing: 'company' };
  const words = marks.plant('words of a verification', ['company.readVerification', 'company']);
  await platform.db.query('DELETE FROM company_verification');
  await put(platform, 'company_verification', {
    company_id: id('company'),
    since: at,
    refused_because: 'OTHER',
    refused_words: words,
  });
  await put(platform, 'company_verification_step', {
    company_id: id('company'),
    at,
    status: 'REFUSED',
    by: 'ADMINISTRATOR',
    account_id: accounts.admin,
    reason: 'OTHER',
    words,
  });
  await put(platform, 'company_verification', {
    company_id: id('otherCompany'),
    since: at,
    queued_at: at,
    doubts: ['REGISTER_OFF'],
  });
}

export async function ofModeration(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  ids['account'] = { type: 'Account', id: accounts.candidate ?? '', thing: 'platform' };
  const offer = ids['openOffer']?.id;
  const found = await put(platform, 'moderation_case', {
    kind: 'OFFER',
    offer_id: offer,
    opened_at: at,
    words: marks.plant('words of a decision', ['moderation.read', 'platform']),
  });
  ids['case'] = { type: '', id: found.id, thing: 'platform' };
  await put(platform, 'moderation_report', {
    case_id: found.id,
    origin: 'VISITOR',
    reason: 'OTHER',
    reporter_id: accounts.otherCandidate,
    reported_at: at,
    words: marks.plant('words of a report', ['moderation.read', 'platform']),
    email: `${marks.plant('address of a reporter', ['moderation.read', 'platform'])}@example.com`,
    caller_key: marks.plant('key of a reporter'),
  });
  await put(platform, 'suspension', {
    offer_id: ids['closedOffer']?.id,
    reason: 'OTHER',
    since: at,
    suspended_by: accounts.admin,
    words: marks.plant('words of a suspension', ['suspension.read', 'closedOffer'], ['moderation.read', 'platform']),
  });
  await platform.db.query('UPDATE offer SET suspended_at = $1 WHERE id = $2', [at, ids['closedOffer']?.id]);
  await put(platform, 'audit_entry', {
    at,
    actor_id: accounts.admin,
    act: 'matrix.planted',
    object_type: 'Company',
    object_id: ids['company']?.id,
    reason: marks.plant('reason in the audit log', ['audit.read', 'platform']),
    details: JSON.stringify({ about: marks.plant('details in the audit log', ['audit.read', 'platform']) }),
  });
}
