import {
  aCandidate,
  aMember,
  anAdministrator,
  anOffer,
  anOfferInput,
  anOwner,
  applyTo,
  moveOffer,
  postOffer,
  signUp,
  skillCodes,
  suspend,
} from '../support/people.js';
import type { Platform } from '../support/platform.js';
import { invite } from '../invitations/inviting.js';
import type { CallerName, Thing } from './callers.js';
import { Marks } from './marks.js';

export interface World {
  tokens: Record<CallerName, string>;
  /** What has an id, by how it stands to people. */
  ids: Record<string, { type: string; id: string; thing: Thing }>;
  accounts: Partial<Record<CallerName, string>>;
  marks: Marks;
}

/** Adds a row as it is, whatever the rooms would say of it, and gives it back. */
export async function put(platform: Platform, table: string, row: Record<string, unknown>): Promise<any> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const [made] = await platform.db.query(
    `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING *`,
    Object.values(row),
  );
  return made;
}

export const at = '2026-09-01T09:00:00Z';
export const later = '2026-09-20T09:00:00Z';

/** People of every kind, two companies, and one of everything that belongs to any of them, with marks in what they wrote. */
export async function aWorld(platform: Platform): Promise<World> {
  platform.travelTo('2026-09-01T10:00:00Z');
  const [skill = ''] = await skillCodes(platform, 'AMDEC');
  const profile = { skills: [{ code: skill }], studyLevel: 'BAC_5', places: [{ departmentCode: '01' }] };
  const owner = await anOwner(platform);
  const other = await anOwner(platform, { communeCode: '29019' });
  const candidate = await aCandidate(platform, profile);
  const seen = await aCandidate(platform, { ...profile, visibleToCompanies: true });
  const hidden = await aCandidate(platform, profile);
  const left = await signUp(platform, 'COMPANY_MEMBER');
  const manager = await signUp(platform, 'COMPANY_MEMBER');
  const tokens: World['tokens'] = {
    anonymous: '',
    candidate: candidate.token,
    otherCandidate: seen.token,
    owner: owner.token,
    reader: (await aMember(platform, owner.companyId, 'reader')).token,
    otherCompany: other.token,
    suspended: left.token,
    admin: (await anAdministrator(platform)).token,
    manager: manager.token,
  };
  const accounts: World['accounts'] = {};
  for (const [name, token] of Object.entries(tokens)) {
    const { viewer } = await platform.ask('{ viewer { id } }', {}, { token });
    if (viewer) accounts[name as CallerName] = viewer.id;
  }
  await put(platform, 'company_member', {
    company_id: owner.companyId,
    account_id: accounts.suspended,
    role: 'recruiter',
  });
  await suspend(platform, left.email);

  const offer = { requiredSkillCodes: [skill], occupationCode: 'H1527' };
  const open = await anOffer(platform, owner, offer);
  const closed = await anOffer(platform, owner, offer);
  const foreign = await anOffer(platform, other, offer);
  const draft = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, publish: false }));
  const foreignDraft = await postOffer(
    platform,
    other.token,
    anOfferInput({ companyId: other.companyId, publish: false }),
  );
  const application = await applyTo(platform, candidate.token, open.id);
  const foreignApplication = await applyTo(platform, hidden.token, foreign.id);
  const invitation = await invite(platform, owner, open.id, seen.id);
  await moveOffer(platform, owner.token, 'closeOffer', closed.id);
  const { skills, commune } = await platform.ask(
    '{ skills(matching: "AMDEC", first: 1) { id } commune(code: "01283") { territories { id } } }',
  );
  const territory = commune.territories[0].id;
  await put(platform, 'territory_manager', { account_id: accounts.manager, territory_id: territory });
  await platform.db.query(`UPDATE account SET role = 'TERRITORY_MANAGER' WHERE id = $1`, [accounts.manager]);
  await platform.settled();
  return {
    tokens,
    accounts,
    marks: new Marks(),
    ids: {
      openOffer: { type: 'Offer', id: open.id, thing: 'openOffer' },
      draftOffer: { type: 'Offer', id: draft.id, thing: 'draftOffer' },
      closedOffer: { type: 'Offer', id: closed.id, thing: 'closedOffer' },
      foreignDraft: { type: 'Offer', id: foreignDraft.id, thing: 'foreignDraft' },
      company: { type: 'Company', id: owner.companyId, thing: 'company' },
      otherCompany: { type: 'Company', id: other.companyId, thing: 'otherCompany' },
      candidate: { type: 'Candidate', id: candidate.id, thing: 'candidate' },
      otherCandidate: { type: 'Candidate', id: seen.id, thing: 'otherCandidate' },
      hiddenCandidate: { type: 'Candidate', id: hidden.id, thing: 'hiddenCandidate' },
      application: { type: 'Application', id: application.id, thing: 'application' },
      foreignApplication: { type: 'Application', id: foreignApplication.id, thing: 'foreignApplication' },
      invitation: { type: 'Invitation', id: invitation.id, thing: 'invitation' },
      skill: { type: 'Skill', id: skills[0].id, thing: 'platform' },
      territory: { type: 'Territory', id: territory, thing: 'territory' },
    },
  };
}
