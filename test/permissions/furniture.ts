import { randomBytes, randomUUID } from 'node:crypto';
import type { Platform } from '../support/platform.js';
import type { CallerName } from './callers.js';
import type { Reader } from './marks.js';
import { ofCompanies, ofModeration } from './furniture-of-companies.js';
import { ofHires } from './furniture-of-hires.js';
import { ofLabels } from './furniture-of-labels.js';
import { ofTerritories } from './furniture-of-territories.js';
import { at, later, put, type World } from './world.js';

/** One of everything that people leave here, and a mark in each of their words. */
export async function furnish(platform: Platform, world: World): Promise<void> {
  await ofCandidates(platform, world);
  await ofPeople(platform, world);
  await ofCompanies(platform, world);
  await ofModeration(platform, world);
  await ofHires(platform, world);
  await ofLabels(platform, world);
  await ofTerritories(platform, world);
  await platform.tick('refresh-statistics-whole');
  await platform.settled();
}

/** What hangs on applications and on candidates. */
async function ofCandidates(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  const id = (name: string): string => ids[name]?.id ?? '';
  const insert = (table: string, row: Record<string, unknown>) => put(platform, table, row);
  const set = (table: string, column: string, value: string, where: string) =>
    platform.db.query(`UPDATE "${table}" SET "${column}" = $1 WHERE id = $2`, [value, where]);
  const application = { application_id: id('application') };
  const company = { company_id: id('company') };

  await set(
    'application',
    'message',
    marks.plant('application message', ['application.read', 'application']),
    id('application'),
  );
  await insert('application_event', {
    ...application,
    from_status: 'SENT',
    to_status: 'SEEN',
    at,
    side: 'COMPANY',
    account_id: accounts.owner,
    words: marks.plant('words of a move', ['application.read', 'application']),
    signed_as: marks.plant('signature of a move', ['application.read', 'application']),
  });
  const message = await insert('message', {
    ...application,
    side: 'CANDIDATE',
    author_id: accounts.candidate,
    sent_at: at,
    body: marks.plant('message', ['message.read', 'application']),
    signed_as: marks.plant('signature of a message', ['message.read', 'application']),
  });
  ids['message'] = { type: 'Message', id: message.id, thing: 'application' };
  const interview = await insert('interview', {
    ...application,
    status: 'PROPOSED',
    proposed_by: 'COMPANY',
    proposer_id: accounts.owner,
    proposed_at: at,
    duration_minutes: 30,
    place: marks.plant('place of an interview', ['interview.read', 'application']),
    words: marks.plant('words of an interview', ['interview.read', 'application']),
  });
  ids['interview'] = { type: 'Interview', id: interview.id, thing: 'application' };
  await insert('interview', {
    ...application,
    status: 'DECLINED',
    proposed_by: 'COMPANY',
    proposer_id: accounts.owner,
    proposed_at: at,
    answered_at: at,
    duration_minutes: 30,
    video_url: `https://${marks.plant('address of a video call', ['interview.read', 'application'])}.example/`,
    answer_words: marks.plant('words of who declines a meeting', ['interview.read', 'application']),
  });
  const slot = await insert('interview_slot', { interview_id: interview.id, starts_at: later });
  ids['slot'] = { type: '', id: slot.id, thing: 'application' };
  const note = await insert('application_note', {
    ...application,
    author_id: accounts.owner,
    body: marks.plant('note', ['note.read', 'note']),
    written_at: at,
  });
  ids['note'] = { type: '', id: note.id, thing: 'note' };
  const template = await insert('answer_template', {
    ...company,
    name: marks.plant('name of a template', ['template.read', 'company']),
    to_status: 'INTERVIEW',
    body: marks.plant('template', ['template.read', 'company']),
    written_at: at,
  });
  ids['template'] = { type: '', id: template.id, thing: 'company' };

  const file = (what: string, ...readers: Reader[]) =>
    insert('stored_file', {
      account_id: accounts.candidate,
      disk_name: `${marks.plant(`place of a ${what}`)}${randomUUID()}`,
      name: `${marks.plant(what, ...readers)}.pdf`,
      kind: 'PDF',
      size: 1,
      sha256: randomBytes(32),
      standing: 'READY',
      stored_at: at,
    });
  const sent = await file('name of a file sent', ['file.read', 'application'], ['file.manage', 'candidate']);
  const kept = await file('name of a file kept', ['file.manage', 'candidate']);
  ids['file'] = { type: '', id: kept.id, thing: 'candidate' };
  await insert('file_attachment', { ...application, file_id: sent.id });

  const saved = await insert('saved_search', {
    candidate_id: id('candidate'),
    name: marks.plant('name of a search', ['search.read', 'candidate']),
    words: marks.plant('words of a search', ['search.read', 'candidate']),
    literal: false,
    filter: '{}',
    created_at: at,
  });
  ids['savedSearch'] = { type: '', id: saved.id, thing: 'candidate' };
  await set(
    'invitation',
    'message',
    marks.plant('message of an invitation', ['invitation.read', 'invitation']),
    id('invitation'),
  );
  await insert('alert', {
    candidate_id: id('candidate'),
    offer_id: id('openOffer'),
    offer_title: marks.plant('title in an alert', ['alert.read', 'candidate']),
    saved_search_ids: [saved.id],
    found_at: at,
  });
  await insert('favourite', { candidate_id: id('candidate'), offer_id: id('openOffer'), added_at: at });
  await insert('declined_company', { candidate_id: id('candidate'), company_id: id('otherCompany'), declined_at: at });
  await insert('consent_event', {
    candidate_id: id('candidate'),
    what: 'VISIBLE_TO_COMPANIES',
    given: false,
    at,
    wording: '2026-09',
  });
  await insert('data_export', {
    account_id: accounts.candidate,
    status: 'READY',
    asked_at: at,
    ready_at: at,
    expires_at: later,
    token_hash: randomBytes(32),
    disk_name: marks.plant('place of an export'),
  });
  await platform.db.query('UPDATE session SET agent = $1, network = $2 WHERE account_id = $3', [
    marks.plant('device of a session', ['account.act', 'accountOfCandidate']),
    marks.plant('network of a session', ['account.act', 'accountOfCandidate']),
    accounts.candidate,
  ]);
}

/** Names and addresses of people, and what nobody reads of them. */
async function ofPeople(platform: Platform, world: World): Promise<void> {
  const { ids, accounts, marks } = world;
  const set = (table: string, column: string, value: string, id = '') =>
    platform.db.query(`UPDATE "${table}" SET "${column}" = $1 WHERE id = $2`, [value, id]);
  for (const name of ['candidate', 'otherCandidate', 'hiddenCandidate'] as const) {
    for (const column of ['first_name', 'last_name'])
      await set('candidate', column, marks.plant(`${column} of ${name}`, ['candidate.identify', name]), ids[name]?.id);
    const school = marks.plant(`school of ${name}`, ['candidate.identify', name]);
    await platform.db.query('UPDATE candidate SET school = $1, school_key = $1 WHERE id = $2', [school, ids[name]?.id]);
  }
  const email = (name: CallerName, ...readers: Reader[]) => {
    const mark = marks.plant(`e-mail of ${name}`, ['account.list', 'platform'], ...readers);
    return set('account', 'email', `${mark}@example.com`, accounts[name]);
  };
  await email('candidate', ['account.act', 'accountOfCandidate'], ['candidate.identify', 'candidate']);
  await email('otherCandidate', ['account.act', 'accountOfOther'], ['candidate.identify', 'otherCandidate']);
  await email('owner', ['account.act', 'accountOfOwner'], ['company.readMembers', 'company']);
  await email('reader', ['account.act', 'accountOfReader'], ['company.readMembers', 'company']);
  await email('suspended', ['company.readMembers', 'company']);
  await email(
    'otherCompany',
    ['account.act', 'accountOfOtherCompany'],
    ['company.readMembers', 'otherCompany'],
    // They ask to join, below.
    ['company.manageMembers', 'company'],
  );
  await email('manager', ['account.act', 'accountOfManager'], ['territory.manage', 'territory']);
  await ofCredentials(platform, world);
  await ofLetters(platform, world);
}

/** How people prove who they are: nobody reads any of it. */
async function ofCredentials(platform: Platform, { accounts, marks }: World): Promise<void> {
  const known = { issuer: `https://${marks.plant('provider of someone')}.example`, created_at: at };
  await put(platform, 'federated_identity', {
    ...known,
    subject: marks.plant('subject at a provider'),
    account_id: accounts.candidate,
  });
  await put(platform, 'identity_proof', {
    issuer: `https://${marks.plant('provider of someone to come')}.example`,
    subject: marks.plant('subject of someone to come'),
    email: `${marks.plant('address to be proved')}@example.com`,
    role: 'CANDIDATE',
    language: 'fr',
    token_hash: randomBytes(32),
    created_at: at,
    expires_at: later,
  });
  await put(platform, 'password_reset', {
    email: `${marks.plant('address of a new password')}@example.com`,
    created_at: at,
    expires_at: later,
  });
  await put(platform, 'second_factor', {
    account_id: accounts.otherCandidate,
    secret: marks.plant('secret of an authenticator'),
    started_at: at,
  });
  await platform.db.query('UPDATE account SET password_hash = $1 WHERE id = $2', [
    marks.plant('password of an account'),
    accounts.suspended,
  ]);
  await put(platform, 'rate_limit', { key: marks.plant('key of a count'), points: 1, expire: 0 });
  await put(platform, 'email_change', {
    account_id: accounts.candidate,
    new_email: `${marks.plant('new address')}@example.com`,
    old_token_hash: randomBytes(32),
    new_token_hash: randomBytes(32),
    created_at: at,
    expires_at: later,
  });
  await put(platform, 'pending_sign_up', {
    email: `${marks.plant('address of a sign-up')}@example.com`,
    password_hash: marks.plant('hash of a password'),
    role: 'CANDIDATE',
    language: 'fr',
    token_hash: randomBytes(32),
    created_at: at,
    expires_at: later,
  });
}

/** Letters, and what comes back of them. */
async function ofLetters(platform: Platform, { accounts, marks }: World): Promise<void> {
  await put(platform, 'mail', {
    kind: 'x',
    account_id: accounts.candidate,
    to_address: `${marks.plant('address of a letter')}@example.com`,
    subject: marks.plant('subject of a letter'),
    text: marks.plant('text of a letter'),
    html: marks.plant('page of a letter'),
    reply_to: `${marks.plant('where answers to a letter go')}@example.com`,
    attachments: JSON.stringify([{ name: marks.plant('name of what is in a letter') }]),
    once_key: marks.plant('key of a letter'),
    error: marks.plant('what went wrong with a letter'),
    created_at: at,
    sent_at: at,
  });
  const token = marks.plant('token of an answer');
  const topic = marks.plant('topic of an answer');
  await put(platform, 'reply_address', { token, topic, account_id: accounts.candidate });
  await put(platform, 'reply_received', { token, message: marks.plant('name of a message that came') });
}
