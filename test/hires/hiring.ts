import { answerTo } from '../applications/steps.js';
import { anOffer, anOwner, applyTo, password, saveProfile, signUp } from '../support/people.js';
import type { Platform } from '../support/platform.js';

const HIRE = `__typename ... on Hire { id status hiredOn startsOn endsOn contractType durationMonths missionTitle invitedEmail
    candidate { id } whatIsMissing { side words } endReason endedBy
    charter { sha256 url verificationUrl signatures { side name role sha256 } versions { number sha256 voidedAt signedAt } } }
  ... on Refusal { why: message }`;
const INVALID = '... on InvalidInput { problems { path message } }';

const acts = {
  declareHire: `($id: ID!, $input: HireInput!) { did: declareHire(applicationId: $id, input: $input) {
    ${HIRE} ${INVALID} ... on HireAlreadyDeclared { hire { id } } } }`,
  declareOutsideHire: `($id: ID!, $email: String!, $input: HireInput!) {
    did: declareOutsideHire(companyId: $id, email: $email, input: $input) { ${HIRE} ${INVALID} } }`,
  reviseHire: `($id: ID!, $input: HireInput!) { did: reviseHire(id: $id, input: $input) { ${HIRE} ${INVALID} } }`,
  acceptHire: `($token: String!) { did: acceptHire(token: $token) { ${HIRE} } }`,
  openCharter: `($id: ID!) { did: openCharter(hireId: $id) { ${HIRE} ... on HireIncomplete { missing { side words } } } }`,
  signCharter: `($id: ID!, $input: SignCharterInput!) { did: signCharter(hireId: $id, input: $input) {
    ${HIRE} ${INVALID} ... on CharterChanged { sha256 } } }`,
  endHire: `($id: ID!, $input: EndHireInput!) { did: endHire(id: $id, input: $input) {
    ${HIRE} ${INVALID} ... on IllegalHireMove { from to } } }`,
};

/** What one of the mutations about hires answers. */
export const act = (
  platform: Platform,
  by: { token: string },
  name: keyof typeof acts,
  variables: object,
): Promise<any> => platform.ask(`mutation ${acts[name]}`, variables, { token: by.token }).then(({ did }) => did);

/** What a company says of a hire, complete for a charter. */
export const aHireInput = (differs: object = {}): Record<string, unknown> => ({
  hiredOn: '2026-11-20',
  startsOn: '2026-12-01',
  contractType: 'CDD',
  durationMonths: 12,
  communeCode: '01283',
  missionTitle: 'Ingénieure qualité',
  mission: 'Construire le système qualité de l’atelier.',
  transforms: 'L’atelier mesure enfin ce qu’il fait.',
  reportsTo: 'la directrice générale',
  tutorName: 'Ève Garçon',
  tutorRole: 'responsable qualité',
  ...differs,
});

export interface Hired {
  owner: { token: string; companyId: string };
  candidate: { token: string; email: string; id: string };
  applicationId: string;
}

/** An applicant whom the company accepted. */
export async function anAccepted(platform: Platform, company: object = {}, offer: object = {}): Promise<Hired> {
  const owner = await anOwner(platform, company);
  const { id: offerId } = await anOffer(platform, owner, offer);
  const { token, email } = await signUp(platform, 'CANDIDATE');
  const { id } = await saveProfile(platform, token, { firstName: 'Zoë', lastName: 'Nuñez' });
  const { id: applicationId } = await applyTo(platform, token, offerId);
  await answerTo(platform, owner.token, applicationId, 'ACCEPTED');
  return { owner, candidate: { token, email, id }, applicationId };
}

/** The same with a hire whose charter is open for signature. */
export async function anOpenCharter(platform: Platform): Promise<Hired & { hireId: string; sha256: string }> {
  const hired = await anAccepted(platform);
  const { id } = await act(platform, hired.owner, 'declareHire', { id: hired.applicationId, input: aHireInput() });
  const { charter } = await act(platform, hired.owner, 'openCharter', { id });
  return { ...hired, hireId: id, sha256: charter.sha256 };
}

export const forCompany = { password, name: 'Ada Dupont', role: 'présidente' };

export const sign = (platform: Platform, by: { token: string }, id: string, input: object): Promise<any> =>
  act(platform, by, 'signCharter', { id, input: { password, ...input } });
