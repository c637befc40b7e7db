import { readFileSync, writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { rules } from '../../src/permissions/rules.js';
import { Platform } from '../support/platform.js';
import { permissionsPage } from './page.js';
import { closedTypes, nodeActs, openTypes } from './reach.js';
import { actOf, asksInSources, fieldsOf, given, isRefusal, isRoot, objectTypes } from './schema-acts.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  const platform = await Platform.start('permissions_page');
  ({ schema } = platform.app.get(GraphQLSchemaHost, { strict: false }));
  await platform.stop();
});

const domainTypes = () => objectTypes(schema).filter((type) => !isRoot(schema, type) && !isRefusal(type));

test('every query and every mutation asks for an act', () => {
  const roots = objectTypes(schema).filter((type) => isRoot(schema, type));
  const bare = roots.flatMap((type) => fieldsOf(type).filter((field) => !actOf(field)));
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test('every type is said to be open or closed, and every kind of node has its act', () => {
  const names = domainTypes().map(({ name }) => name);
  const isClosed = (name: string) => closedTypes.has(name) || (/(Connection|Edge)$/.test(name) && !openTypes.has(name));
  expect(names.filter((name) => openTypes.has(name) === isClosed(name))).toEqual([]);
  // No row outlives its type.
  expect([...openTypes, ...closedTypes].filter((name) => !names.includes(name))).toEqual([]);
  const nodes = domainTypes().filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
  expect(nodes.map(({ name }) => name).filter((name) => !nodeActs[name])).toEqual([]);
});

test('what belongs to someone is given by nothing open without asking', () => {
  const holes = domainTypes()
    .filter(({ name }) => openTypes.has(name))
    .flatMap((type) =>
      fieldsOf(type)
        .filter((field) => !actOf(field) && given(schema, field.type).some(({ name }) => !openTypes.has(name)))
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(holes).toEqual([]);
});

/** What tells who someone is, or opens something, and who is told it: a new field of such a name is thought about here. */
const tellingFields = {
  'Account.email': 'administrators',
  'AuditEntry.actorId': 'administrators',
  'AuditEntry.ownerId': 'administrators',
  'CandidateContact.email': 'the candidate, companies they made themselves known to, administrators',
  'CompanyMember.email': 'members of the company, administrators',
  'CompanyToVerify.ownerEmailDomains': 'administrators',
  'EligibilityCheck.subject': 'whoever asked: whether it is about a candidate, a company or a post, never which',
  'Hire.invitedEmail': 'members of the company that wrote to it',
  'JoinRequest.email': 'who manages the members of the company',
  'MemberInvitation.email': 'members of the company, administrators',
  'OpenSession.network': 'the account itself',
  'SecondFactorNeeded.ticket': 'whoever just gave the password, once',
  'SecondFactorOn.recoveryCodes': 'the account itself, once',
  'SecondFactorStarted.qrSvg': 'the account itself, once',
  'SecondFactorStarted.secret': 'the account itself, once',
  'SecondFactorStarted.uri': 'the account itself, once',
  'SecondFactorToEnrol.qrSvg': 'an administrator who just gave the password, once',
  'SecondFactorToEnrol.secret': 'an administrator who just gave the password, once',
  'SecondFactorToEnrol.ticket': 'an administrator who just gave the password, once',
  'SecondFactorToEnrol.uri': 'an administrator who just gave the password, once',
  'SeeingSession.token': 'the administrator who sees as another, once',
  'Session.recoveryCodes': 'whoever just set up a second factor, once',
  'Session.token': 'whoever just signed in, once',
  'TerritoriesAssigned.accountId': 'administrators',
  'TerritoryContact.email': 'everyone: whoever it is agreed to that, and was told how to be removed',
  'TerritoryContact.phone': 'everyone: whoever it is agreed to that',
  'TerritoryContactDraft.email': 'managers of the territory, administrators',
  'TerritoryContactDraft.phone': 'managers of the territory, administrators',
  'TerritoryManager.accountId': 'managers of the territory, administrators',
  'TerritoryManager.email': 'managers of the territory, administrators',
  'TerritoryWelcomeChange.accountId': 'managers of the territory, administrators',
  'Viewer.email': 'the account itself',
};

test('no field gives an address, an account or a secret but those that were thought about', () => {
  const telling =
    /e-?mail|passw|phone|mobile|hash|secret|token|ticket|^(account|author|reporter|actor|owner)Id$|recoveryCode|network|^ip|subject$|birth|^uri$|^qr/i;
  const found = objectTypes(schema)
    .filter((type) => !isRoot(schema, type))
    .flatMap((type) => fieldsOf(type).map(({ name }) => ({ name, of: `${type.name}.${name}` })))
    .filter(({ name }) => telling.test(name))
    .map(({ of }) => of);
  expect(found.sort()).toEqual(Object.keys(tellingFields).sort());
  // Of those none is of a type that anyone reads, but what people and services show of themselves.
  const shown = ['TerritoryContact.email', 'TerritoryContact.phone'];
  expect(found.filter((name) => openTypes.has(name.split('.')[0]!))).toEqual(shown);
});

test('no act that a resolver names gets lost on the way to the schema', () => {
  const asked = new Set(
    objectTypes(schema).flatMap((type) => fieldsOf(type).map((field) => `${field.name} ${actOf(field) ?? ''}`)),
  );
  const asks = asksInSources();
  expect(asks.length).toBeGreaterThan(100);
  expect(asks.filter(({ name, act }) => !asked.has(`${name} ${act}`))).toEqual([]);
});

test('acts stand in alphabetical order', () => {
  expect(Object.keys(rules)).toEqual(Object.keys(rules).sort());
});

test('docs/permissions.md is what the rules and the schema say (UPDATE_PERMISSIONS=1 writes it anew, for review)', async () => {
  const page = await permissionsPage(schema);
  if (process.env['UPDATE_PERMISSIONS']) writeFileSync('docs/permissions.md', page);
  expect(page).toBe(readFileSync('docs/permissions.md', 'utf8'));
});
