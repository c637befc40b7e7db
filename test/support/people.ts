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
