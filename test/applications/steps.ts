import { password, registerCompany, signUp } from '../support/people.js';
import type { Platform } from '../support/platform.js';

export interface Owner {
  token: string;
  email: string;
  companyId: string;
}

/** An owner whose letters can be read. */
export async function aWrittenOwner(platform: Platform): Promise<Owner> {
  const { token, email } = await signUp(platform, 'COMPANY_MEMBER');
  return { token, email, companyId: (await registerCompany(platform, token)).id };
}

const result = `__typename ... on Application { id status answerDueOn } ... on IllegalApplicationMove { from to }
  ... on InvalidInput { problems { path } } ... on Refusal { why: message }`;
const ANSWER = `mutation ($input: AnswerApplicationInput!) { answerApplication(input: $input) { ${result} } }`;
const WITHDRAW = `mutation ($id: ID!, $reason: String) { withdrawApplication(id: $id, reason: $reason) { ${result} } }`;
const SEE = `mutation ($id: ID!) { markSeen(id: $id) { ${result} } }`;

export const answerTo = (
  platform: Platform,
  token: string,
  id: string,
  answer: string,
  said: object = {},
): Promise<any> =>
  platform.ask(ANSWER, { input: { id, answer, ...said } }, { token }).then((data) => data.answerApplication);
export const decline = (platform: Platform, token: string, id: string): Promise<any> =>
  answerTo(platform, token, id, 'DECLINED', { reason: 'SKILLS' });
export const withdraw = (platform: Platform, token: string, id: string, reason?: string): Promise<any> =>
  platform.ask(WITHDRAW, { id, reason }, { token }).then((data) => data.withdrawApplication);
export const see = (platform: Platform, token: string, id: string): Promise<any> =>
  platform.ask(SEE, { id }, { token }).then((data) => data.markSeen);

const STEPS = `query ($id: ID!) { node(id: $id) { ... on Application { status
  events { from to notice at side reason words signedAs } } } }`;
export const steps = async (platform: Platform, token: string, id: string): Promise<any> =>
  (await platform.ask(STEPS, { id }, { token })).node;

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { ... on Session { token } } }`;
/** The token of whoever was away for so long that their session ended. */
export const signedInAgain = async (platform: Platform, email: string): Promise<string> =>
  (await platform.ask(SIGN_IN, { email, password })).signIn.token;
