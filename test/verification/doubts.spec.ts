import type { RegisterAnswer } from '../../src/verification/company-register.js';
import {
  chosenLabel,
  domainOf,
  hasUsualEnding,
  hostOf,
  isPublicMailbox,
  isSameSite,
  sharedDomain,
} from '../../src/verification/domains.js';
import { type Claim, doubtsAbout } from '../../src/verification/doubts.js';
import { isLikeName, isNamedAfter } from '../../src/verification/likeness.js';

const answer = (differs: Partial<RegisterAnswer> = {}): RegisterAnswer => ({
  state: 'ACTIVE',
  name: 'PLASTURGIE DU HAUT BUGEY',
  otherNames: ['PHB'],
  nafCode: '22.29A',
  headcountBand: '21',
  closedOn: null,
  ...differs,
});
const claim = (differs: Partial<Claim> = {}): Claim => ({
  name: 'Plasturgie du Haut-Bugey',
  website: 'https://www.plasturgie-haut-bugey.fr/',
  owners: [{ email: 'rh@plasturgie-haut-bugey.fr', confirmed: true }],
  sisters: [],
  ...differs,
});
const at = (email: string, website: string | null, confirmed = true): Claim =>
  claim({ website, owners: [{ email, confirmed }] });

test('an active establishment, its name, and a confirmed address at the domain of that name leave no doubt', () => {
  expect(doubtsAbout(claim(), answer())).toEqual([]);
  const written = { email: 'contact@mail.plasturgieduhautbugey.com', confirmed: true };
  const website = 'http://plasturgieduhautbugey.com/nous?x=1';
  expect(doubtsAbout(claim({ website, owners: [written] }), answer())).toEqual([]);
  expect(doubtsAbout(at('rh@phb.fr', 'https://phb.fr'), answer())).toEqual([]);
  const other = { email: 'x@gmail.com', confirmed: true };
  expect(doubtsAbout(claim({ owners: [other, ...claim().owners] }), answer())).toEqual([]);
});

test.each<[string, Claim, Parameters<typeof doubtsAbout>[1], string[]]>([
  ['register not asked', claim(), 'OFF', ['REGISTER_OFF']],
  ['register silent', claim(), 'SILENT', ['REGISTER_SILENT']],
  ['unknown there', claim(), answer({ state: 'UNKNOWN', name: null, otherNames: [] }), ['NOT_IN_REGISTER']],
  ['closed', claim(), answer({ state: 'CLOSED' }), ['CLOSED']],
  ['no name published', claim(), answer({ name: null, otherNames: [] }), ['NOT_PUBLIC']],
  ['the name of someone else', claim({ name: 'Airbus' }), answer(), ['NAME_DIFFERS']],
  ['no website', claim({ website: null }), answer(), ['NO_WEBSITE']],
  ['no website, public mailbox', at('phb@gmail.com', null), answer(), ['NO_WEBSITE', 'EMAIL_PUBLIC']],
  ['public mailbox', at('phb@gmail.com', 'https://phb.fr'), answer(), ['EMAIL_PUBLIC']],
  ['a mailbox below a public one', at('rh@phb.free.fr', 'https://phb.free.fr'), answer(), ['EMAIL_PUBLIC']],
  ['address not confirmed', at('rh@phb.fr', 'https://phb.fr', false), answer(), ['EMAIL_NOT_CONFIRMED']],
  ['nobody there', claim({ owners: [] }), answer(), ['EMAIL_NOT_CONFIRMED']],
  ['address elsewhere', at('rh@autre.fr', 'https://phb.fr'), answer(), ['EMAIL_ELSEWHERE']],
  ['a domain that ends alike', at('rh@xphb.fr', 'https://phb.fr'), answer(), ['EMAIL_ELSEWHERE']],
  ['the same name under another ending', at('rh@phb.com', 'https://phb.fr'), answer(), ['EMAIL_ELSEWHERE']],
  ['one’s own domain under a false claim', at('rh@autre.fr', 'https://autre.fr'), answer(), ['DOMAIN_UNLIKE_NAME']],
  ['a look-alike with a word more', at('rh@phb-emploi.fr', 'https://phb-emploi.fr'), answer(), ['DOMAIN_UNLIKE_NAME']],
  [
    'a look-alike by a letter',
    at('rh@plasturgie-haut-bugcy.fr', 'https://plasturgie-haut-bugcy.fr'),
    answer(),
    ['DOMAIN_UNLIKE_NAME'],
  ],
  ['a look-alike in another script', at('rh@рhb.fr', 'https://рhb.fr'), answer(), ['DOMAIN_UNLIKE_NAME']],
  ['one word of the name', at('rh@plasturgie.fr', 'https://plasturgie.fr'), answer(), ['DOMAIN_UNLIKE_NAME']],
  ['an ending had for nothing', at('rh@phb.xyz', 'https://phb.xyz'), answer(), ['DOMAIN_UNUSUAL']],
  ['free names below one', at('rh@phb.eu.org', 'https://phb.eu.org'), answer(), ['DOMAIN_UNUSUAL']],
  ['pages that anyone can have', at('rh@phb.github.io', 'https://phb.github.io'), answer(), ['DOMAIN_UNUSUAL']],
  ['sisters at another domain', claim({ sisters: ['https://phb-groupe.fr'] }), answer(), ['DOMAIN_OTHER_THAN_KNOWN']],
])('%s', (_what, claimed, said, expected) => {
  expect(doubtsAbout(claimed, said)).toEqual(expected);
});

test('a sister at the same site, or below it, is no doubt', () => {
  const sisters = ['https://autre.fr', 'https://oyonnax.plasturgie-haut-bugey.fr'];
  expect(doubtsAbout(claim({ sisters }), answer())).toEqual([]);
});

test.each([
  ['acme', ['ACME'], true],
  ['acme', ['ACME INDUSTRIES SAS'], true],
  ['acme-industries', ['ACME INDUSTRIES SAS'], true],
  ['groupe-acme', ['ACME'], false],
  ['dupontetfils', ['DUPONT & FILS'], true],
  ['dupont-fils', ['DUPONT ET FILS'], true],
  ['dupont', ['DUPONT ET FILS'], false],
  ['boulangerie-martin', ['BOULANGERIE DUPONT'], false],
  ['credit-agricole', ["CRÉDIT AGRICOLE D'ILE DE FRANCE"], false],
  ['loreal', ["L'ORÉAL"], true],
  ['oreal', ["L'ORÉAL"], true],
  ['acme', ['A.C.M.E.'], true],
  ['lu', ['LU'], false],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', [`${'a '.repeat(99)}xyz`], false],
  ['', ['ACME'], false],
] as const)('the domain “%s” for %j: %s', (label, names, expected) => {
  expect(isNamedAfter(label, names)).toBe(expected);
});

test.each([
  ['Plasturgie du Haut-Bugey', ['PLASTURGIE DU HAUT BUGEY'], true],
  ['Groupe Acme', ['ACME SAS'], true],
  ['Acme Oyonnax', ['ACME', 'AUTRE'], false],
  ['Michelin', ['MANUFACTURE FRANCAISE DES PNEUMATIQUES MICHELIN'], false],
  ['SNCF', ['SNCF VOYAGEURS'], false],
  ['Acme Production', ['ACME PRODUCTION SUD'], true],
  ['SAS', ['ACME SAS'], false],
  ['Électricité de Bugey', ['ELECTRICITE DE BUGEY'], true],
] as const)('the name “%s” beside %j: %s', (name, names, expected) => {
  expect(isLikeName(name, names)).toBe(expected);
});

test('hosts and domains are read as the network does', () => {
  expect(hostOf('https://WWW.Acme.FR./x')).toBe('acme.fr');
  expect([hostOf(null), hostOf('acme.fr'), hostOf('https://192.0.2.1/'), hostOf('https://[::1]/')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(domainOf('rh@Société.fr')).toBe('xn--socit-esab.fr');
  expect([domainOf('rh'), domainOf('rh@localhost'), domainOf('"a@b"@acme.fr')]).toEqual([null, null, 'acme.fr']);
  expect(['x@gmail.com', 'x@orange.fr', 'x@perso.wanadoo.fr', 'x@yopmail.com', 'x'].map(isPublicMailbox)).toEqual(
    Array(5).fill(true),
  );
  expect(isPublicMailbox('x@agrume-orange.fr')).toBe(false);
  expect(sharedDomain('x@fr', 'acme.fr')).toBeNull();
  expect([sharedDomain('x@acme.asso.fr', 'acme.asso.fr'), sharedDomain('x@asso.fr', 'acme.asso.fr')]).toEqual([
    'acme.asso.fr',
    null,
  ]);
  expect(['shop.acme.fr', 'acme.co.uk', 'acme.asso.fr', 'acme.fr'].map(chosenLabel)).toEqual(Array(4).fill('acme'));
  expect(['acme.fr', 'a.acme.com', 'acme.asso.fr', 'acme.co.uk', 'acme.top'].map(hasUsualEnding)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect([isSameSite('acme.fr', 'emploi.acme.fr'), isSameSite('acme.fr', 'acme.com')]).toEqual([true, false]);
});
