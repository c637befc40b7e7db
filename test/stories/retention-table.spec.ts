import { randomUUID } from 'node:crypto';
import { NotesTidy } from '../../src/alerts/notes-tidy.js';
import { Clock } from '../../src/common/clock.js';
import { MatchLogKeeper } from '../../src/matchlog/match-log-keeper.js';
import { DatabaseClock } from '../../src/privacy/purge-clock.js';
import { before } from '../../src/privacy/retention-delays.js';
import { type RetentionRuleId, retentionRules } from '../../src/privacy/retention-rules.js';
import { QueryLogKeeper } from '../../src/searchlog/query-log-keeper.js';
import { aCandidate, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Each line of the table: what is older than it says goes when its keeper looks, and what is younger stays. */
let platform: Platform;
const now = new Date('2027-06-15T10:00:00Z');

/** Whom the rows are about: each its own candidate, since many things are once for everyone. */
interface About {
  account: string;
  candidate: string;
  company: string;
  open: string;
  closed: string;
}
let [older, younger]: [About, About] = [{} as About, {} as About];

beforeAll(async () => {
  platform = await Platform.start('retention_table');
  platform.travelTo(now.toISOString());
  platform.app.get(DatabaseClock, { strict: false }).now = () =>
    Promise.resolve(platform.app.get(Clock, { strict: false }).now());
  const owner = await anOwner(platform);
  const [open, closed] = [(await anOffer(platform, owner)).id, (await anOffer(platform, owner)).id];
  await platform.db.query(`UPDATE offer SET status = 'CLOSED' WHERE id = $1`, [closed]);
  const about = async (): Promise<About> => {
    const { token, id } = await aCandidate(platform);
    const { viewer } = await platform.ask('{ viewer { id } }', {}, { token });
    return { account: viewer.id, candidate: id, company: owner.companyId, open, closed };
  };
  [older, younger] = [await about(), await about()];
}, 60_000);
afterAll(() => platform.stop());

interface Line {
  /** SQL that plants a row, or several; :id is its id, :at when its delay began, :ends when it is over. */
  plant: readonly string[];
  /** SQL for what must be gone afterwards, or still there: one for each row that was planted. */
  find: readonly string[];
  /** Minutes on either side of the delay: what counts by days, or is told to go sooner than the line says, needs more. */
  margin?: number;
}

const anAccount = `INSERT INTO account (id, email, role, created_at) VALUES (:id, :id || '@example.com', 'CANDIDATE', :at)`;
const hash = 'uuid_send(:id)';
const byId = (...tables: string[]): string[] => tables.map((table) => `SELECT FROM ${table} WHERE id = :id`);

const lines: Record<RetentionRuleId, Line> = {
  CANDIDATE_ASKED: {
    plant: [anAccount],
    find: ['SELECT FROM account_activity WHERE account_id = :id AND asked_at IS NULL'],
  },
  CANDIDATE_ERASED: {
    plant: [anAccount, `UPDATE account_activity SET asked_at = '2027-01-01' WHERE account_id = :id`],
    find: byId('account'),
  },
  APPLICATION: {
    plant: [
      `INSERT INTO application (id, offer_id, candidate_id, status, message, sent_at, moved_at, answer_due_on)
       VALUES (:id, :open, :candidate, 'DECLINED', 'Bonjour', :at, :at, :at)`,
      `INSERT INTO application_event (application_id, to_status, at, side) VALUES (:id, 'SENT', :at, 'CANDIDATE')`,
    ],
    find: [...byId('application'), 'SELECT FROM application_event WHERE application_id = :id'],
  },
  LABEL: {
    plant: [
      `INSERT INTO hire (id, company_id, status, hired_on, starts_on, contract_type, commune_code, mission_title)
       VALUES (:id, :company, 'DRAFT', '2027-06-01', '2027-06-01', 'CDI', '01283', 'x')`,
      'DELETE FROM label_event WHERE label_id = (SELECT id FROM label WHERE hire_id = :id)',
      `UPDATE label SET id = :id, state = 'NO_AID', since = :at WHERE hire_id = :id`,
      `INSERT INTO label_check_in (label_id, month, side, answered_at, rating, as_agreed, tutor_present)
       VALUES (:id, 1, 'COMPANY', :at, 3, true, true)`,
      `INSERT INTO label_event (label_id, from_state, to_state, at, side, words)
       VALUES (:id, 'MISSION', 'NO_AID', :at, 'PLATFORM', 'x')`,
      `INSERT INTO stored_file (id, label_id, disk_name, name, kind, size, sha256, standing, stored_at)
       VALUES (:id, :id, :id, 'x', 'PDF', 1, 'x', 'READY', :at)`,
    ],
    find: [
      'SELECT FROM label_check_in WHERE label_id = :id',
      'SELECT FROM label_event WHERE label_id = :id AND words IS NOT NULL',
      ...byId('stored_file'),
    ],
  },
  HIRE: {
    plant: [
      `INSERT INTO hire (id, company_id, status, hired_on, starts_on, ends_on, contract_type, duration_months, commune_code,
         mission_title, tutor_name, signed_at)
       VALUES (:id, :company, 'SIGNED', '2019-01-01', '2019-01-01', (:at)::date, 'CDD', 36, '01283', 'x', 'x', '2019-01-01')`,
      `INSERT INTO charter_version (id, hire_id, number, content, pdf, final_pdf, sha256, made_at, signed_at)
       VALUES (:id, :id, 1, '{}', 'x', 'x', repeat(md5((:id)::text), 2), '2019-01-01', '2019-01-01')`,
      `INSERT INTO charter_signature (version_id, side, name, role, sha256, proved_by, signed_at)
       VALUES (:id, 'COMPANY', 'x', 'x', 'x', 'PASSWORD', '2019-01-01')`,
    ],
    find: [
      `SELECT FROM hire WHERE id = :id AND tutor_name IS NOT NULL AND mission_title = 'x'`,
      'SELECT FROM charter_version WHERE id = :id AND num_nulls(content, pdf, final_pdf) = 0',
      'SELECT FROM charter_signature WHERE version_id = :id AND num_nulls(name, role) = 0',
    ],
    margin: 25 * 60,
  },
  HIRE_INVITATION: {
    plant: [
      `INSERT INTO hire (id, company_id, status, hired_on, starts_on, contract_type, commune_code, mission_title)
       VALUES (:id, :company, 'AWAITING_PERSON', '2027-01-01', '2027-01-01', 'CDI', '01283', 'x')`,
      `INSERT INTO hire_invitation (hire_id, email, token_hash, invited_at, expires_at)
       VALUES (:id, :id || '@example.com', ${hash}, :at, :ends)`,
    ],
    find: ['SELECT FROM hire_invitation WHERE hire_id = :id'],
  },
  INVITATION: {
    plant: [
      `INSERT INTO invitation (id, offer_id, candidate_id, company_id, message, sent_at)
       VALUES (:id, :open, :candidate, :company, 'Venez', :at)`,
    ],
    find: byId('invitation'),
  },
  REPORT: {
    plant: [
      `INSERT INTO moderation_case (id, kind, account_id, opened_at, decided_at, decision)
       VALUES (:id, 'ACCOUNT', :account, :at, :at, 'DISMISS')`,
      `INSERT INTO suspension (id, account_id, reason, since, lifted_at) VALUES (:id, :account, 'SPAM', :at, :at)`,
    ],
    find: byId('moderation_case', 'suspension'),
  },
  ALERT: {
    plant: [
      `INSERT INTO alert (id, candidate_id, offer_id, offer_title, found_at) VALUES (:id, :candidate, :closed, 'x', :at)`,
    ],
    find: byId('alert'),
  },
  MAIL: {
    plant: [
      `INSERT INTO mail (id, kind, to_address, subject, text, html, created_at, sent_at)
       VALUES (:id, 'test', 'someone@example.com', '', '', '', :at, :at)`,
    ],
    find: byId('mail'),
  },
  REPLY_ADDRESS: {
    plant: [
      `INSERT INTO reply_address (token, topic, account_id, used_at) VALUES ((:id)::text, (:id)::text, :account, :at)`,
    ],
    find: ['SELECT FROM reply_address WHERE token = (:id)::text'],
  },
  REPLY_RECEIVED: {
    plant: [
      `INSERT INTO reply_address (token, topic, account_id, used_at) VALUES ((:id)::text, (:id)::text, :account, '2027-06-15')`,
      `INSERT INTO reply_received (token, message, received_at) VALUES ((:id)::text, 'x', :at)`,
    ],
    find: ['SELECT FROM reply_received WHERE token = (:id)::text'],
  },
  PURGE: {
    plant: [`INSERT INTO purge (id, status, at, database_at) VALUES (:id, 'DONE', :at, :at)`],
    find: byId('purge'),
  },
  SESSION: {
    plant: [
      `INSERT INTO session (id, token_hash, account_id, created_at, last_used_at, expires_at)
       VALUES (:id, ${hash}, :account, :at, :at, :ends)`,
    ],
    find: byId('session'),
  },
  CONFIRMATION: {
    plant: [
      `INSERT INTO pending_sign_up (id, email, password_hash, role, language, created_at, expires_at)
       VALUES (:id, 'x@example.com', 'x', 'CANDIDATE', 'fr', :at, :ends)`,
      `INSERT INTO email_change (id, account_id, new_email, created_at, expires_at)
       VALUES (:id, :account, 'x@example.com', :at, :ends)`,
    ],
    find: byId('pending_sign_up', 'email_change'),
  },
  PASSWORD_RESET: {
    plant: [`INSERT INTO password_reset (id, email, created_at, expires_at) VALUES (:id, 'x@example.com', :at, :ends)`],
    find: byId('password_reset'),
  },
  SIGN_IN_TICKET: {
    plant: [`INSERT INTO sign_in_ticket (token_hash, account_id, expires_at) VALUES (${hash}, :account, :ends)`],
    find: [`SELECT FROM sign_in_ticket WHERE token_hash = ${hash}`],
  },
  IDENTITY_PROOF: {
    plant: [
      `INSERT INTO identity_proof (id, token_hash, issuer, subject, email, role, language, created_at, expires_at)
       VALUES (:id, ${hash}, 'x', 'x', 'x@example.com', 'CANDIDATE', 'fr', :at, :ends)`,
    ],
    find: byId('identity_proof'),
  },
  MEMBER_INVITATION: {
    plant: [
      `INSERT INTO member_invitation (id, company_id, email, role, token_hash, invited_at, expires_at)
       VALUES (:id, :company, :id || '@example.com', 'reader', ${hash}, :at, :ends)`,
    ],
    find: byId('member_invitation'),
  },
  EXPORT: {
    plant: [
      `INSERT INTO data_export (id, account_id, status, asked_at, ready_at, expires_at, token_hash, disk_name)
       VALUES (:id, :account, 'READY', :at, :at, :ends, ${hash}, (:id)::text)`,
    ],
    find: ['SELECT FROM data_export WHERE id = :id AND disk_name IS NOT NULL AND token_hash IS NOT NULL'],
  },
  MATCH_LOG: {
    plant: [
      `INSERT INTO match_log (id, account_id, offer_id, candidate_id, shown_to, scoring_version, tenths, times,
         first_shown_at, last_shown_at, shown)
       VALUES (:id, :account, :open, :candidate, 'CANDIDATE', 'x', 1, 1, :at, :at, '{}')`,
    ],
    find: byId('match_log'),
  },
  SEARCH_LOG: {
    plant: [
      `INSERT INTO search_log (day, words, place, literal, searches, empty) VALUES ((:at)::date, (:id)::text, '', false, 1, 0)`,
    ],
    find: ['SELECT FROM search_log WHERE words = (:id)::text'],
    margin: 24 * 60,
  },
  AUDIT: {
    plant: [`INSERT INTO audit_entry (id, at, act, object_type) VALUES (:id, :at, 'test', 'Test')`],
    find: byId('audit_entry'),
  },
  FOLLOWED_CHANGE: {
    plant: [
      `INSERT INTO match_change (kind, id, at) VALUES ('candidate', :id, :at)`,
      `INSERT INTO saved_search_change (saved_search_id, changed_in, changed_at)
       VALUES (:id, (pg_current_xact_id()::text)::bigint, :at)`,
    ],
    find: [...byId('match_change'), 'SELECT FROM saved_search_change WHERE saved_search_id = :id'],
    margin: 8,
  },
  FAILED_JOB: {
    plant: [
      `SELECT graphile_worker.add_job('nobody-does-this', job_key => (:id)::text)`,
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, updated_at = :at WHERE key = (:id)::text`,
    ],
    find: ['SELECT FROM graphile_worker._private_jobs WHERE key = (:id)::text'],
  },
  ATTEMPTS: {
    plant: [
      `INSERT INTO rate_limit (key, points, expire) VALUES ((:id)::text, 1, extract(epoch FROM (:at)::timestamptz) * 1000)`,
    ],
    find: ['SELECT FROM rate_limit WHERE key = (:id)::text'],
  },
  ERASURE_LIST: {
    plant: [`INSERT INTO erasure_list (pseudonym, at) VALUES (${hash}, :at)`],
    find: [`SELECT FROM erasure_list WHERE pseudonym = ${hash}`],
  },
};

/** Values are ours, so that they may stand in the SQL. */
const filled = (sql: string, values: Record<string, string>, types: Record<string, string> = {}): string =>
  sql.replace(/(?<!:):([a-z]+)/g, (_, name: string) => `'${values[name]!}'::${types[name] ?? 'uuid'}`);

async function plant({ plant: rows }: Line, about: About, at: Date, ends: Date): Promise<string> {
  const id = randomUUID();
  const values = { ...about, id, at: at.toISOString(), ends: ends.toISOString() };
  for (const row of rows) await platform.db.query(filled(row, values, { at: 'timestamptz', ends: 'timestamptz' }));
  return id;
}

/** How many of the rows are left. */
async function left({ find }: Line, id: string): Promise<number> {
  const found = await Promise.all(find.map((sql) => platform.db.query<unknown[]>(filled(sql, { id }))));
  return found.filter((rows) => rows.length > 0).length;
}

/** By the schedule that the line names, or the class that has a timer of its own. */
async function keep(by: string): Promise<void> {
  const { app } = platform;
  if (by === MatchLogKeeper.name) await app.get(MatchLogKeeper, { strict: false }).forget();
  else if (by === QueryLogKeeper.name) await app.get(QueryLogKeeper, { strict: false }).forget();
  else if (by === NotesTidy.name)
    for (let looks = 0; looks < 2; looks += 1) await app.get(NotesTidy, { strict: false }).tidy();
  else await platform.tick(by);
}

test.each(retentionRules.map((rule) => [rule.id, rule] as const))('%s', async (id, { delay, by }) => {
  const line = lines[id];
  // Changes are dated by the database, whose clock is its own.
  const today = id === 'FOLLOWED_CHANGE' ? new Date() : now;
  const margin = (line.margin ?? 1) * 60_000;
  const [old, young] = await Promise.all(
    ([-margin, margin] as const).map((moved) => {
      const at = new Date(before(today, delay).valueOf() + moved);
      return plant(line, moved < 0 ? older : younger, at, new Date(today.valueOf() + moved));
    }),
  );
  expect([await left(line, old!), await left(line, young!)]).toEqual([line.find.length, line.find.length]);
  await keep(by);
  expect([await left(line, old!), await left(line, young!)]).toEqual([0, line.find.length]);
});
