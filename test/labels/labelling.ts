import { aPdf, column, pdfType } from '../documents/cv-files.js';
import { aCandidate, aMember, anAdministrator, anOwner } from '../support/people.js';
import type { Platform } from '../support/platform.js';

export interface Cast {
  owner: { token: string; companyId: string; email: string };
  candidate: { token: string; id: string; email: string };
  admin: { token: string };
  reader: { token: string };
}

const emailOf = async (platform: Platform, token: string): Promise<string> =>
  (await platform.ask('{ viewer { email } }', {}, { token })).viewer.email;

/** Who has to do with a label. The company is in Oyonnax, in a Territoire d’industrie. */
export async function aCast(platform: Platform, company: object = {}): Promise<Cast> {
  const owner = await anOwner(platform, company);
  const candidate = await aCandidate(platform, { studyLevel: 'BAC_5', diplomaOn: '2022-06-30' });
  return {
    owner: { ...owner, email: await emailOf(platform, owner.token) },
    candidate: { ...candidate, email: await emailOf(platform, candidate.token) },
    admin: await anAdministrator(platform),
    reader: await aMember(platform, owner.companyId, 'reader'),
  };
}

interface Hired {
  hiredOn?: string;
  startsOn?: string;
  contract?: string;
  green?: boolean;
  signed?: boolean;
  companyId?: string;
}

/** A hire as the room of hires writes it, and its label. */
export async function aHire(
  platform: Platform,
  { owner, candidate }: Cast,
  hired: Hired = {},
): Promise<{ hireId: string; id: string }> {
  const { hiredOn = '2023-01-15', startsOn = '2023-02-01', contract = 'CDI', green = false, signed = true } = hired;
  const [hire] = await platform.db.query<[{ id: string }]>(
    `INSERT INTO hire (company_id, candidate_id, status, hired_on, starts_on, contract_type, commune_code, mission_title,
       green_mission, study_level, created_at, updated_at)
     VALUES ($1, $2, 'DRAFT', $3, $4, $5, '01283', 'Ingénieure qualité', $6, 'BAC_5', $7, $7) RETURNING id`,
    [hired.companyId ?? owner.companyId, candidate.id, hiredOn, startsOn, contract, green, now(platform)],
  );
  if (signed) await sign(platform, hire.id);
  const [label] = await platform.db.query<[{ id: string }]>('SELECT id FROM label WHERE hire_id = $1', [hire.id]);
  return { hireId: hire.id, id: label.id };
}

const now = (platform: Platform): string => `${platform.today()}T09:00:00Z`;

export async function sign(platform: Platform, hireId: string): Promise<void> {
  await platform.db.query(`UPDATE hire SET status = 'SIGNED', signed_at = $2, updated_at = $2 WHERE id = $1`, [
    hireId,
    now(platform),
  ]);
}

const arguments_: Record<string, string> = {
  answerCheckIn: '$id: ID!, $answer: CheckInAnswerInput!',
  askMoreDocuments: '$id: ID!, $documents: [AskedDocumentInput!]!, $words: String',
  askMoreProofs: '$id: ID!, $documents: [AskedDocumentInput!]!, $words: String',
  endMissionEarly: '$id: ID!, $reason: HireEndReasonGiven!, $on: Date!, $words: String',
  grantLabel: '$id: ID!, $aids: [GrantedAidInput!], $words: String',
  recordPayment: '$id: ID!, $amountEuros: Int!, $on: Date!',
  refuseLabel: '$id: ID!, $reason: LabelRefusalReason!, $words: String',
  removeLabelDocument: '$id: ID!',
  remindLabel: '$id: ID!',
};

/** What a mutation about labels answers. */
export async function act(platform: Platform, token: string, name: string, variables: object): Promise<any> {
  const declared = arguments_[name] ?? '$id: ID!, $words: String';
  const given = Array.from(declared.matchAll(/\$(\w+)/g), ([, one]) => `${one}: $${one}`).join(', ');
  const query = `mutation (${declared}) { ${name}(${given}) { __typename
    ... on Label { id state amountEuros paidEuros paidOn } ... on IllegalLabelMove { state whoMustAct }
    ${name === 'requestLabel' ? '... on LabelRequestTooLate { requestBy }' : ''}
    ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
  return (await platform.ask(query, variables, { token }))[name];
}

const LABEL = `query ($id: ID!) { node(id: $id) { ... on Label { id state requestBy amountEuros missionTitle firstName needsATalk
  steps { step month standing doneOn dueOn who } missing { who what by late }
  aids { aid verdict amountEuros grantedEuros } events { from to notice at side reason words }
  checkIns { month side askedOn dueOn answeredAt rating asAgreed tutorPresent words }
  documents { id kind stage askedBy words label fileId url fileName fileKind } hire { id } company { name } workplace { code } } } }`;

export const read = async (platform: Platform, token: string, id: string): Promise<any> =>
  (await platform.ask(LABEL, { id }, { token })).node;

export const stateOf = async (platform: Platform, id: string): Promise<string> =>
  (await platform.db.query<[{ state: string }]>('SELECT state FROM label WHERE id = $1', [id]))[0].state;

export interface Sent {
  status: number;
  body: any;
}

/** Sends a paper; a PDF unless other bytes are given. */
export async function sendPaper(
  platform: Platform,
  token: string | undefined,
  id: string,
  query = '',
  { bytes, type = pdfType, name = 'Facture.pdf' }: { bytes?: Uint8Array; type?: string; name?: string } = {},
): Promise<Sent> {
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    'content-type': type,
    'x-file-name': encodeURIComponent(name),
  };
  const body = Buffer.from(bytes ?? (await aPdf(column(['Facture']))));
  const response = await fetch(`${platform.url}/labels/${id}/documents${query}`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
}
