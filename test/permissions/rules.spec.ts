import type { Act } from '../../src/permissions/rules.js';
import { callerNames, type CallerName, expected, type Thing } from './callers.js';

/**
 * Who is to be let through, written down by hand from what was decided before there was code: whoever changes a rule sees
 * here what it opens. Candidate is the one it is about, first of a pair; owner and reader are of its company.
 */
const decided: readonly (readonly [act: Act, thing: Thing, allowed: readonly CallerName[]])[] = [
  ['offer.search', 'platform', callerNames],
  ['offer.read', 'openOffer', callerNames],
  ['offer.read', 'draftOffer', ['owner', 'reader', 'admin']],
  ['offer.read', 'closedOffer', ['owner', 'reader', 'admin']],
  ['offer.readWithin', 'openOffer', ['owner', 'reader', 'admin']],
  ['offer.manage', 'openOffer', ['owner', 'admin']],
  ['offer.suspend', 'openOffer', ['admin']],
  ['application.read', 'application', ['candidate', 'owner', 'reader', 'admin']],
  ['file.read', 'application', ['candidate', 'owner', 'reader', 'admin']],
  ['message.read', 'application', ['candidate', 'owner', 'reader', 'admin']],
  ['message.send', 'application', ['candidate', 'owner']],
  ['interview.act', 'application', ['candidate', 'owner']],
  ['application.send', 'platform', ['candidate', 'otherCandidate']],
  ['application.answer', 'application', ['owner', 'admin']],
  ['application.withdraw', 'application', ['candidate']],
  ['application.export', 'company', ['owner', 'admin']],
  ['board.read', 'company', ['owner', 'reader', 'admin']],
  ['note.read', 'note', ['owner', 'reader', 'admin']],
  ['candidate.read', 'candidate', ['candidate', 'owner', 'reader', 'admin']],
  ['candidate.identify', 'candidate', ['candidate', 'owner', 'reader', 'admin']],
  ['candidate.read', 'otherCandidate', ['otherCandidate', 'owner', 'reader', 'otherCompany', 'admin']],
  ['candidate.identify', 'otherCandidate', ['otherCandidate', 'admin']],
  ['candidate.readProfile', 'candidate', ['candidate', 'admin']],
  ['match.readOffers', 'candidate', ['candidate']],
  ['search.read', 'candidate', ['candidate']],
  ['alert.read', 'candidate', ['candidate']],
  ['favourite.read', 'candidate', ['candidate']],
  ['company.read', 'company', callerNames],
  ['company.readMembers', 'company', ['owner', 'reader', 'admin']],
  ['company.manage', 'company', ['owner', 'admin']],
  ['company.manageMembers', 'company', ['owner', 'admin']],
  ['company.readVerification', 'company', ['owner', 'reader', 'admin']],
  ['company.verify', 'company', ['admin']],
  ['company.suspend', 'company', ['admin']],
  ['account.act', 'accountOfCandidate', ['candidate']],
  ['account.list', 'platform', ['admin']],
  ['account.suspend', 'platform', ['admin']],
  ['account.seeAs', 'platform', ['admin']],
  ['moderation.read', 'platform', ['admin']],
  ['moderation.decide', 'platform', ['admin']],
  ['audit.read', 'platform', ['admin']],
  ['purge.confirm', 'platform', ['admin']],
  ['search.report', 'platform', ['admin']],
  ['territory.assign', 'platform', ['admin']],
  ['territory.readLists', 'platform', ['admin']],
  ['territory.manage', 'territory', ['admin', 'manager']],
  ['territory.write', 'territory', ['admin', 'manager']],
  ['territory.hide', 'territory', ['admin']],
  ['report.send', 'platform', callerNames],
];

test.each(decided)('%s of %s', (act, thing, allowed) => {
  expect(callerNames.filter((name) => expected(name, act, thing))).toEqual(
    callerNames.filter((name) => allowed.includes(name)),
  );
});
