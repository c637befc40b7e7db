import type { Platform } from './platform.js';

let count = 0;
const next = (): number => (count += 1);

export const password = 'correct-horse-battery-staple';

/** A SIRET that passes its check digits, different at every call. */
export function aSiret(): string {
  const siren = withCheckDigit(`8${String(10_000_000 + next()).slice(1)}`);
  return withCheckDigit(`${siren}0001`);
}

function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { __typename ... on Session { token viewer { id email role } } ... on Refusal { message } } }`;

export async function signUp(
  platform: Platform,
  role: 'CANDIDATE' | 'COMPANY_MEMBER',
): Promise<{ token: string; email: string }> {
  const email = `person${next()}@example.com`;
  const { signUp: session } = await platform.ask(SIGN_UP, { input: { email, password, role } });
  if (session.__typename !== 'Session') throw new Error(JSON.stringify(session));
  return { token: session.token, email };
}

const REGISTER = `mutation ($input: RegisterCompanyInput!) {
  registerCompany(input: $input) { __typename ... on Company { id siret name commune { code } }
    ... on InvalidInput { message problems { path message } } ... on Refusal { message } } }`;

export const registerCompany = (platform: Platform, token: string, input: object = {}): Promise<any> =>
  platform
    .ask(
      REGISTER,
      { input: { siret: aSiret(), name: 'Plasturgie du Haut-Bugey', communeCode: '01283', headcount: 80, ...input } },
      { token },
    )
    .then(({ registerCompany: company }) => company);

/** Someone who owns a company in Oyonnax, unless told otherwise. */
export async function anOwner(platform: Platform, company: object = {}): Promise<{ token: string; companyId: string }> {
  const { token } = await signUp(platform, 'COMPANY_MEMBER');
  const { id } = await registerCompany(platform, token, company);
  return { token, companyId: id };
}

export const anOfferInput = (differs: object = {}): Record<string, unknown> => ({
  title: 'Ingénieure ou ingénieur qualité',
  description: 'Vous construisez le système qualité de l’atelier avec la direction, du diagnostic aux audits.',
  missionCategory: 'QUALITY_SAFETY_ENVIRONMENT',
  sites: [{ communeCode: '01283' }],
  contractType: 'CDI',
  ...differs,
});

const POST = `mutation ($input: PostOfferInput!) {
  postOffer(input: $input) { __typename
    ... on Offer { id slug status title publishedAt expiresOn }
    ... on InvalidInput { message problems { path message } }
    ... on DurationTooShort { path minimumMonths contractType } ... on OutsideFrance { path communeCode }
    ... on Refusal { message } } }`;

export const postOffer = (platform: Platform, token: string, input: object): Promise<any> =>
  platform.ask(POST, { input }, { token }).then(({ postOffer: offer }) => offer);

/** A published offer of the owner's company. */
export async function anOffer(
  platform: Platform,
  owner: { token: string; companyId: string },
  differs: object = {},
): Promise<{ id: string; title: string; slug: string }> {
  const offer = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, ...differs }));
  if (offer.__typename !== 'Offer') throw new Error(JSON.stringify(offer));
  return offer;
}

const SAVE = `mutation ($input: CandidateProfileInput!) {
  saveCandidateProfile(input: $input) { __typename ... on Candidate { id firstName }
    ... on InvalidInput { message problems { path message } } ... on Refusal { message } } }`;

export const saveProfile = (platform: Platform, token: string, input: object): Promise<any> =>
  platform.ask(SAVE, { input }, { token }).then(({ saveCandidateProfile: saved }) => saved);

/** A candidate with this profile. */
export async function aCandidate(platform: Platform, profile: object = {}): Promise<{ token: string; id: string }> {
  const { token } = await signUp(platform, 'CANDIDATE');
  const saved = await saveProfile(platform, token, { firstName: 'Camille', ...profile });
  if (saved.__typename !== 'Candidate') throw new Error(JSON.stringify(saved));
  return { token, id: saved.id };
}

/** Codes of skills by the words one would type, in order. */
export const skillCodes = async (platform: Platform, ...words: string[]): Promise<string[]> =>
  Promise.all(
    words.map(async (word) => {
      const { skills } = await platform.ask('query ($word: String!) { skills(matching: $word, first: 1) { code } }', {
        word,
      });
      if (!skills[0]) throw new Error(`no skill matches ${word}`);
      return skills[0].code as string;
    }),
  );

/** A second person who acts for the company: `owner`, `recruiter` or `reader`. */
export async function aMember(platform: Platform, companyId: string, role = 'recruiter'): Promise<{ token: string }> {
  const { token, email } = await signUp(platform, 'COMPANY_MEMBER');
  await platform.db.query(
    'INSERT INTO company_member (company_id, account_id, role) SELECT $1, id, $2 FROM account WHERE email = $3',
    [companyId, role, email],
  );
  return { token };
}

/** Someone whose session counts as opened with a second factor, without which administrators have none. */
export async function anAdministrator(platform: Platform): Promise<{ token: string }> {
  const { token, email } = await signUp(platform, 'COMPANY_MEMBER');
  await platform.db.query(
    `WITH raised AS (UPDATE account SET role = 'ADMIN' WHERE email = $1 RETURNING id)
     UPDATE session SET second_factor = true FROM raised WHERE account_id = raised.id`,
    [email],
  );
  return { token };
}

/** Someone suspended while signed in: the token lives on. */
export async function suspend(platform: Platform, email: string): Promise<void> {
  await platform.db.query('UPDATE account SET suspended_at = now() WHERE email = $1', [email]);
}

const move = (act: string) => `mutation ($id: ID!) { ${act}(id: $id) { __typename
  ... on Offer { id status publishedAt expiresOn } ... on IllegalOfferMove { from message }
  ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;

/** publishOffer, pauseOffer, fillOffer or closeOffer. */
export const moveOffer = (platform: Platform, token: string, act: string, id: string): Promise<any> =>
  platform.ask(move(act), { id }, { token }).then((data) => data[act]);

const REVISE = `mutation ($id: ID!, $changes: OfferChangesInput!) { reviseOffer(id: $id, changes: $changes) { __typename
    ... on Offer { id slug status title description durationMonths startsOn salaryMin salaryMax studyLevel remoteWork
      expiresOn publishedAt openings sites { address commune { code } } requiredSkills { code } desiredSkills { code } }
    ... on InvalidInput { problems { path message } } ... on DurationTooShort { path minimumMonths contractType }
    ... on OutsideFrance { path communeCode } ... on IllegalOfferMove { from } ... on Refusal { message } } }`;

export const reviseOffer = (platform: Platform, token: string, id: string, changes: object): Promise<any> =>
  platform.ask(REVISE, { id, changes }, { token }).then((data) => data.reviseOffer);

const APPLY = `mutation ($id: ID!, $message: String) { applyToOffer(offerId: $id, message: $message) { __typename
    ... on Application { id status message sentAt answerDueOn offer { id } candidate { id } }
    ... on AlreadyApplied { application { id } } ... on InvalidInput { problems { path } } ... on Refusal { why: message } } }`;

export const aMessage = 'Bonjour, votre mission correspond à ce que je cherche et je serais heureuse d’en parler.';

/** With words that suit unless others are given; null is sent as such. */
export const applyTo = (
  platform: Platform,
  token: string,
  id: string,
  message: string | null = aMessage,
): Promise<any> => platform.ask(APPLY, { id, message }, { token }).then((data) => data.applyToOffer);

/** Someone who manages these territories. */
export async function aTerritoryManager(
  platform: Platform,
  ...territoryIds: string[]
): Promise<{ token: string; email: string; id: string }> {
  const { token, email } = await signUp(platform, 'COMPANY_MEMBER');
  await platform.db.query(`UPDATE account SET role = 'TERRITORY_MANAGER' WHERE email = $1`, [email]);
  await platform.db.query(
    `INSERT INTO territory_manager (account_id, territory_id)
     SELECT id, unnest($2::text[]) FROM account WHERE email = $1`,
    [email, territoryIds],
  );
  const { viewer } = await platform.ask('{ viewer { id } }', {}, { token });
  return { token, email, id: viewer.id };
}
