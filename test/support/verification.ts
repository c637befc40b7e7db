import type { Platform } from './platform.js';
import { lastMail } from './sent-mails.js';
import { password } from './people.js';

/** What a company sees of its verification, and what administrators do about it. */
const VERIFICATION = `query ($id: ID!) { company(id: $id) { verified verification { status since reasons whatToDo
  register { state name headcount closedOn } history { status by reason words } } } }`;
const QUEUE = `query ($first: Int, $after: String) { companiesToVerify(first: $first, after: $after) {
  nodes { id queuedAt company { name verification { status reasons history { words } } }
    ownerEmailDomains { domain confirmed openToAll } } pageInfo { hasNextPage endCursor } } }`;
const decision =
  '__typename ... on Company { id verified } ... on CompanyDecidedMeanwhile { since } ... on InvalidInput { problems { path } } ... on Refusal { message }';
const VERIFY = `mutation ($id: ID!, $note: String, $seen: DateTime) { verifyCompany(id: $id, note: $note, seen: $seen) { ${decision} } }`;
const REFUSE = `mutation ($id: ID!, $reason: CompanyRefusalReason!, $words: String, $seen: DateTime) {
  refuseCompany(id: $id, reason: $reason, words: $words, seen: $seen) { ${decision} } }`;
const ASK = `mutation ($id: ID!, $words: String) { requestCompanyVerification(id: $id, words: $words) { __typename
  ... on Company { id verified } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
const REVISE = `mutation ($id: ID!, $changes: CompanyChanges!) { reviseCompany(id: $id, changes: $changes) { __typename } }`;
const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }`;
const CONFIRM = `mutation ($token: String!, $password: String!) { confirmEmail(token: $token, password: $password) {
  __typename ... on Session { token } } }`;

export function verificationOf(platform: Platform) {
  const act = (query: string, variables: object, token?: string): Promise<any> =>
    platform.ask(query, variables, token ? { token } : {}).then((data) => Object.values(data)[0]);
  return {
    /** The company as the caller sees it: `verified`, and `verification` for those who may see that. */
    company: (id: string, token?: string) => act(VERIFICATION, { id }, token),
    queue: (token: string, page: object = {}) => act(QUEUE, page, token),
    verify: (token: string, id: string, more: object = {}) => act(VERIFY, { id, ...more }, token),
    refuse: (token: string, id: string, reason: string, more: object = {}) =>
      act(REFUSE, { id, reason, ...more }, token),
    askAgain: (token: string, id: string, words: string | null = null) => act(ASK, { id, words }, token),
    revise: (token: string, id: string, changes: object) => act(REVISE, { id, changes }, token),
    /** Whether a stranger reads the offer, and whether a search for its only word finds it. */
    async isPublic({ id, title }: { id: string; title: string }): Promise<[read: boolean, found: boolean]> {
      await platform.settled();
      const { offer } = await platform.ask('query ($id: ID!) { offer(id: $id) { id } }', { id });
      const found = await act('query ($words: String) { searchOffers(words: $words) { edges { node { id } } } }', {
        words: title,
      });
      return [offer !== null, found.edges.some(({ node }: any) => node.id === id)];
    },
    /** Someone who signs up and confirms the address, as it is when addresses are confirmed. */
    async someoneAt(email: string): Promise<{ token: string; email: string }> {
      await act(SIGN_UP, { input: { email, password, role: 'COMPANY_MEMBER' } });
      const { links } = await lastMail(platform, email);
      const link = links.map((each) => new URL(each)).find(({ searchParams }) => searchParams.has('jeton'))!;
      const { token } = await act(CONFIRM, { token: link.searchParams.get('jeton'), password });
      return { token, email };
    },
  };
}
