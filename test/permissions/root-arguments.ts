import { readFileSync } from 'node:fs';
import type { GraphQLObjectType } from 'graphql';
import { isRequiredArgument } from 'graphql';
import type { Thing } from './callers.js';
import { signedSha256 } from './furniture-of-hires.js';
import { actOf, type Field, fieldsOf } from './schema-acts.js';
import type { World } from './world.js';

interface Asked {
  field: Field;
  /** In parentheses; empty for none. */
  args: string;
  /** The same for objects that do not exist; null where none is asked for. */
  without: string | null;
  thing: Thing;
}

const nowhere = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';

/** How queries that need something are asked: ids are names of the world’s objects in `{}`. A new query that needs something needs a row. */
const asked: Readonly<Record<string, readonly { args: string; thing: Thing }[]>> = {
  aidHistory: [{ args: '(aid: VTE_VERT)', thing: 'platform' }],
  aidPlan: [
    {
      args: '(input: { contractType: CDI, hiredOn: "2022-06-01", workplaceCommuneCode: "01283", greenMission: true })',
      thing: 'platform',
    },
  ],
  aidsFor: [
    { args: '(input: { contractType: CDI, hiredOn: "2026-10-01", workplaceCommuneCode: "01283" })', thing: 'platform' },
  ],
  auditLog: [{ args: '(first: 10, act: "matrix.planted")', thing: 'platform' }],
  charterBySha256: [{ args: `(sha256: "${signedSha256}")`, thing: 'platform' }],
  checkVtePost: [{ args: '(input: { contractType: CDI })', thing: 'platform' }],
  commune: [{ args: '(code: "01283")', thing: 'platform' }],
  communes: [{ args: '(startingWith: "Oyon")', thing: 'platform' }],
  company: [{ args: '(id: "{company}")', thing: 'company' }],
  matchBetween: [{ args: '(offerId: "{openOffer}", candidateId: "{otherCandidate}")', thing: 'pair' }],
  matchHistory: [{ args: '(offerId: "{openOffer}", candidateId: "{otherCandidate}")', thing: 'pair' }],
  moderationCase: [{ args: '(id: "{case}")', thing: 'platform' }],
  occupations: [{ args: '(matching: "qualité")', thing: 'platform' }],
  offer: (['openOffer', 'draftOffer', 'closedOffer', 'foreignDraft'] as const).map((thing) => ({
    args: `(id: "{${thing}}")`,
    thing,
  })),
  previewAnswers: [
    { args: '(input: { ids: ["{application}"], answer: INTERVIEW, words: "Bonjour à vous." })', thing: 'application' },
  ],
  previewMatches: [{ args: '(profile: {})', thing: 'platform' }],
  previewRuleBook: [
    {
      args: `(name: "labels", content: ${JSON.stringify(readFileSync('reference/label-rules.json', 'utf8'))})`,
      thing: 'platform',
    },
  ],
  programme: [
    { args: '', thing: 'platform' },
    { args: '(generation: LAUNCH_2018_2022)', thing: 'platform' },
  ],
  proposeForOffer: [{ args: '(title: "Ingénieur qualité", description: "Tenir l’AMDEC.")', thing: 'platform' }],
  proposeProfile: [{ args: '(text: "Maîtrise de l’AMDEC.")', thing: 'platform' }],
  schools: [{ args: '(startingWith: "Institut")', thing: 'platform' }],
  ruleBook: [{ args: '(name: "aids")', thing: 'platform' }],
  searchOffers: [{ args: '(first: 3, words: "qualité à Oyonnax")', thing: 'platform' }],
  skills: [{ args: '(matching: "AMDEC")', thing: 'platform' }],
  statistics: [{ args: '(scope: { nation: true })', thing: 'platform' }],
  suggestSearches: [{ args: '(startingWith: "qual")', thing: 'platform' }],
  territory: [{ args: '(code: "ti-0101")', thing: 'platform' }],
  territoryOf: [{ args: '(communeCode: "01283")', thing: 'platform' }],
  vteEligibility: [{ args: '(offerId: "{openOffer}")', thing: 'platform' }],
  whyNot: [{ args: '(offerId: "{openOffer}")', thing: 'platform' }],
};

export function rootFields(type: GraphQLObjectType, { ids }: World): Asked[] {
  return fieldsOf(type)
    .filter(({ name }) => name !== 'node')
    .flatMap((field) => {
      const known = asked[field.name];
      if (!known && field.args.some(isRequiredArgument))
        throw new Error(`no row for Query.${field.name}: ${String(actOf(field))}`);
      return (known ?? [{ args: pageOf(field), thing: 'platform' as const }]).map(({ args, thing }) => ({
        field,
        args: args.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]?.id ?? ''),
        without: args.includes('{') && /\{\w+\}/.test(args) ? args.replace(/\{(\w+)\}/g, nowhere) : null,
        thing,
      }));
    });
}

/** Small, so that deep questions are not refused for what they could cost. */
const pageOf = (field: Field): string => (field.args.some(({ name }) => name === 'first') ? '(first: 10)' : '');
