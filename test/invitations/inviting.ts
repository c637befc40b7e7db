import { anOffer, anOwner } from '../support/people.js';
import type { Platform } from '../support/platform.js';

/** What the tests of invitations do, as companies and candidates do it. */
export const words = 'Bonjour, votre profil nous intéresse pour ce poste.';

/** Visible, and anywhere in France. */
export const findable = { visibleToCompanies: true, lastName: 'Martin' };

const FIELDS = `id status message sentAt answeredAt offer { id } company { id } candidate { id firstName contact { email } }`;
const REFUSED = '... on Refusal { why: message }';
const INVALID = '... on InvalidInput { problems { path } }';

const INVITE = `mutation ($offer: ID!, $candidate: ID!, $message: String!) {
  inviteCandidate(offerId: $offer, candidateId: $candidate, message: $message) { __typename ... on Invitation { ${FIELDS} }
    ... on AlreadyInvited { invitation { id } } ... on InvitationCapReached { scope cap againAt } ${INVALID} ${REFUSED} } }`;

interface Who {
  token: string;
  language?: string;
}

export const invite = (
  platform: Platform,
  who: Who,
  offer: string,
  candidate: string,
  message: string = words,
): Promise<any> =>
  platform.ask(INVITE, { offer, candidate, message }, who).then(({ inviteCandidate }) => inviteCandidate);

const ANSWER = `mutation ($id: ID!, $accept: Boolean!, $forGood: Boolean) {
  answerInvitation(id: $id, accept: $accept, forGood: $forGood) { __typename ... on Invitation { ${FIELDS} }
    ... on InvitationNotWaiting { status } ${INVALID} ${REFUSED} } }`;

export const answer = (
  platform: Platform,
  who: Who,
  id: string,
  accept: boolean,
  forGood?: boolean | null,
): Promise<any> => platform.ask(ANSWER, { id, accept, forGood }, who).then(({ answerInvitation }) => answerInvitation);

const WITHDRAW = `mutation ($id: ID!) { withdrawInvitation(id: $id) { __typename ... on Invitation { ${FIELDS} }
  ... on InvitationNotWaiting { status } ${REFUSED} } }`;

export const withdraw = (platform: Platform, who: Who, id: string): Promise<any> =>
  platform.ask(WITHDRAW, { id }, who).then(({ withdrawInvitation }) => withdrawInvitation);

const UNDO = `mutation ($id: ID!) { undoDecline(companyId: $id) { __typename
  ... on Candidate { profile { declinedCompanies { declinedAt company { id } } } } ${INVALID} ${REFUSED} } }`;

export const undoDecline = (platform: Platform, who: Who, companyId: string): Promise<any> =>
  platform.ask(UNDO, { id: companyId }, who).then((data) => data.undoDecline);

const MINE = `{ viewer { candidate { invitations(first: 100) { nodes { ${FIELDS} } }
  profile { declinedCompanies { declinedAt company { id } } } } } }`;

/** What a candidate reads: the invitations they got, and the companies they declined for good. */
export const mine = (platform: Platform, who: Who): Promise<any> =>
  platform.ask(MINE, {}, who).then(({ viewer: { candidate } }) => ({
    invitations: candidate.invitations.nodes,
    declined: candidate.profile.declinedCompanies.map(({ company }: any) => company.id),
  }));

const OF_OFFER = `query ($id: ID!) { offer(id: $id) { invitations(first: 100) { nodes { ${FIELDS} } } } }`;

export const ofOffer = (platform: Platform, who: Who, id: string): Promise<any[]> =>
  platform.ask(OF_OFFER, { id }, who).then(({ offer }) => offer.invitations.nodes);

const SEEN = `query ($id: ID!) { node(id: $id) { ... on Candidate { id firstName skills { level }
  contact { firstName lastName email } } } }`;

/** The candidate as the caller reads them, or null. */
export const seen = (platform: Platform, who: Who, id: string): Promise<any> =>
  platform.ask(SEEN, { id }, who).then(({ node }) => node);

/** Candidates who can be found but not sign in: passwords are dear to hash. */
export async function findableIds(platform: Platform, count: number): Promise<string[]> {
  const rows = await platform.db.query<{ id: string }[]>(
    `WITH person AS (INSERT INTO account (email, password_hash, role)
       SELECT gen_random_uuid() || '@example.com', '-', 'CANDIDATE' FROM generate_series(1, $1) RETURNING id)
     INSERT INTO candidate (account_id, visible_since) SELECT id, now() FROM person RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** A company with an open offer. */
export async function anInvitingCompany(
  platform: Platform,
): Promise<{ token: string; companyId: string; offerId: string }> {
  const owner = await anOwner(platform);
  return { ...owner, offerId: (await anOffer(platform, owner)).id };
}
