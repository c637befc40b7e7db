import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { format } from 'prettier';
import { relationsOf, type Facts, type Relation } from '../../src/permissions/relation.js';
import { type Act, rules } from '../../src/permissions/rules.js';
import { nodeActs, openTypes } from './reach.js';
import { actOf, type Field, fieldsOf, isRefusal, isRoot, objectTypes } from './schema-acts.js';

type Held = Parameters<typeof relationsOf>[0];

const account = (role: NonNullable<Held>['role']): Held => ({ id: 'caller', role });

/** A column of the tables: who calls, and how they stand to whatever is asked for, beyond what the conditions say. */
const roles: readonly { title: string; caller: Held; facts: Facts }[] = [
  { title: 'Anonyme · anonymous', caller: null, facts: {} },
  { title: 'Candidat · candidate', caller: account('CANDIDATE'), facts: {} },
  { title: 'Lecteur · reader', caller: account('COMPANY_MEMBER'), facts: { companyRole: 'reader' } },
  { title: 'Recruteur · recruiter', caller: account('COMPANY_MEMBER'), facts: { companyRole: 'recruiter' } },
  { title: 'Propriétaire · owner', caller: account('COMPANY_MEMBER'), facts: { companyRole: 'owner' } },
  { title: 'Gestionnaire de territoire · territory manager', caller: account('TERRITORY_MANAGER'), facts: {} },
  { title: 'Administrateur · administrator', caller: account('ADMIN'), facts: {} },
];

/** What must be so for a relation to hold; a relation without one holds for its role whatever is asked for. */
const conditions: Partial<Record<Relation, { mark: string; fr: string; en: string }>> = {
  public: {
    mark: 'public',
    fr: 'l’objet est public : une offre ouverte',
    en: 'the object is public: an open offer',
  },
  self: { mark: 'soi · own', fr: 'l’objet appartient au compte qui demande', en: 'the object is the caller’s own' },
  reader: {
    mark: 'entreprise · company',
    fr: 'l’objet appartient à une entreprise dont le compte est membre',
    en: 'the object belongs to a company of which the caller is a member',
  },
  known: {
    mark: 'connu · known',
    fr: 'le candidat s’est fait connaître de l’entreprise : candidature, ou invitation acceptée',
    en: 'the candidate made themselves known to the company: an application, or an invitation accepted',
  },
  welcome: {
    mark: 'visible',
    fr: 'le candidat accepte d’être vu par les entreprises et n’a pas écarté celle-ci',
    en: 'the candidate agreed to be seen by companies and did not decline this one',
  },
  territory: {
    mark: 'territoire · territory',
    fr: 'l’objet se trouve dans un territoire que le compte gère',
    en: 'the object lies in a territory that the caller manages',
  },
};

const yes = '✓';
const no = '—';

/** Whether and when each role may, in the order of the columns. */
function verdicts(act: Act): string[] {
  return roles.map(({ caller, facts }) => {
    const always = relationsOf(caller, {});
    if (rules[act].some((relation) => always.has(relation))) return yes;
    const ifSo = relationsOf(caller, {
      ...facts,
      isPublic: true,
      ownerId: 'caller',
      ...ofMembers(facts),
      isInTerritory: true,
    });
    const marks = rules[act].filter((relation) => ifSo.has(relation)).map((relation) => markOf(relation));
    return [...new Set(marks)].join(', ') || no;
  });
}

const ofMembers = ({ companyRole }: Facts): Facts => (companyRole ? { isKnown: true, isWelcome: true } : {});

/** An owner is asked for as such, and is one in their own company only. */
const markOf = (relation: Relation): string =>
  (conditions[relation] ?? conditions[relation === 'owner' || relation === 'recruiter' ? 'reader' : relation])?.mark ??
  yes;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(titles), row(titles.map(() => '---')), ...rows.map(row)].join('\n');
const code = (words: string): string => `\`${words}\``;
const titlesOfRoles = roles.map(({ title }) => title);

const operations = (type: GraphQLObjectType): string =>
  table(
    ['Opération · operation', 'Acte · act', ...titlesOfRoles],
    fieldsOf(type)
      .sort(byName)
      .flatMap((field) => {
        const act = actOf(field);
        return act ? [[code(field.name), code(act), ...verdicts(act)]] : [];
      }),
  );

const byName = (one: Field, other: Field): number => (one.name < other.name ? -1 : 1);

function guarded(types: readonly GraphQLObjectType[]): string[][] {
  return types.flatMap((type) =>
    fieldsOf(type)
      .sort(byName)
      .flatMap((field) => {
        const act = actOf(field);
        return act ? [[code(`${type.name}.${field.name}`), code(act), ...verdicts(act)]] : [];
      }),
  );
}

function unguarded(types: readonly GraphQLObjectType[]): string[][] {
  return types.map((type) => [
    code(type.name),
    nodeActs[type.name] ? code(nodeActs[type.name] ?? '') : no,
    fieldsOf(type)
      .sort(byName)
      .filter((field) => !actOf(field))
      .map(({ name }) => code(name))
      .join(' '),
  ]);
}

/** docs/permissions.md: everything in it comes from the rules, from the schema and from which types are open. */
export function permissionsPage(schema: GraphQLSchema): Promise<string> {
  const types = objectTypes(schema).filter((type) => !isRoot(schema, type) && !isRefusal(type));
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  const open = types.filter(({ name }) => openTypes.has(name));
  const closed = types.filter(({ name }) => !openTypes.has(name));
  const openTitles = ['Type', 'Par `node` · by `node`', 'Champs sans garde · fields without a guard'];
  const parts = [
    '# Qui peut quoi · Who may what',
    'Cette page est produite par `UPDATE_PERMISSIONS=1 npm test -- test/permissions/page.spec.ts` à partir de `src/permissions/rules.ts` et du schéma ; un test la compare à ce qui est servi, et `test/stories/matrix.spec.ts` demande chaque champ avec chaque rôle.',
    '_This page is made from `src/permissions/rules.ts` and the schema; a test compares it with what is served, and `test/stories/matrix.spec.ts` asks for every field as every role._',
    'Ce qu’on n’a pas le droit de voir ressemble exactement à ce qui n’existe pas : `null`, ou le même refus. Les listes qui appartiennent à quelqu’un répondent `UNAUTHENTICATED` ou `FORBIDDEN`. Un compte suspendu est un anonyme, quel que soit son jeton. Ce que les administrateurs lisent des personnes, et ce qu’ils font, est inscrit au journal d’audit ; voir comme un autre ne permet d’écrire nulle part.',
    '_What one may not see looks exactly like what does not exist: `null`, or the same refusal. Lists that belong to someone answer `UNAUTHENTICATED` or `FORBIDDEN`. A suspended account is a stranger, whatever its token. What administrators read of people, and what they do, is in the audit log; seeing as someone else never writes._',
    '## Conditions · Conditions',
    table(
      ['Signe · mark', 'Français', 'English'],
      [
        [yes, 'toujours', 'always'],
        [no, 'jamais', 'never'],
        ...Object.values(conditions).map(({ mark, fr, en }) => [mark, fr, en]),
      ],
    ),
    '## Actes · Acts',
    table(
      ['Acte · act', ...titlesOfRoles],
      (Object.keys(rules) as Act[]).map((act) => [code(act), ...verdicts(act)]),
    ),
    '## Lectures · Queries',
    query ? operations(query) : '',
    '## Écritures · Mutations',
    mutation ? operations(mutation) : '',
    '## Champs gardés · Guarded fields',
    table(['Champ · field', 'Acte · act', ...titlesOfRoles], guarded(types)),
    '## Types ouverts · Open types',
    'Tout ce qui en est donné peut être lu par tout le monde. _Whatever is given of these may be read by anyone._',
    table(openTitles, unguarded(open)),
    '## Types fermés · Closed types',
    'Donnés seulement par un champ gardé, ou par un type fermé : qui les a reçus les lit. _Given by guarded fields and by closed types only: whoever was given one reads it._',
    table(openTitles, unguarded(closed)),
  ];
  // As prettier has it, so that the page passes the same check as every other.
  return format(parts.join('\n\n'), { parser: 'markdown', printWidth: 120 });
}
