import {
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';
import { fieldCost, largestCost } from '../../src/http/query-cost.plugin.js';
import { actOf, type Field, fieldsOf, isRefusal } from './schema-acts.js';

export const isNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');

/** What to ask of an object that has an id of its own; each is asked for by itself too. */
type OnNode = (type: GraphQLObjectType) => string;
const idOnly: OnNode = () => '{ __typename id }';

const deepest = 7;

/** Small pages, so that deep questions are not refused for what they could cost; the world is small. */
const named = ({ name, args }: Field): string =>
  args.some((one) => one.name === 'first') ? `${name}(first: 3)` : name;

/** A field with everything below it that needs no argument; null for one that needs some. */
export function selectionOf(field: Field, onNode: OnNode = idOnly, path: readonly string[] = []): string | null {
  if (field.args.some(isRequiredArgument)) return null;
  const below = selectionBelow(field, onNode, path);
  return below === null ? null : `${named(field)}${below}`;
}

/** With `{ … }`, or nothing for a leaf; null where nothing can be asked for. */
export function selectionBelow(field: Field, onNode: OnNode = idOnly, path: readonly string[] = []): string | null {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (isInterfaceType(type)) return ' { __typename }';
  if (isUnionType(type)) {
    const ways = type.getTypes().flatMap((each) => {
      const inner = isRefusal(each) || path.includes(each.name) ? null : below(each, onNode, path);
      return inner ? [`... on ${each.name}${inner}`] : [];
    });
    return ` { __typename ${ways.join(' ')} }`;
  }
  if (!isObjectType(type) || path.includes(type.name) || path.length >= deepest) return null;
  return below(type, onNode, path);
}

function below(type: GraphQLObjectType, onNode: OnNode, path: readonly string[]): string | null {
  if (isNode(type)) return ` ${onNode(type)}`;
  const inner = fieldsOf(type).flatMap((each) => selectionOf(each, onNode, [...path, type.name]) ?? []);
  return inner.length > 0 ? ` { __typename ${inner.join(' ')} }` : null;
}

/** About how many tokens of a request it takes. */
export const sizeOf = (selection: string): number => selection.match(/\w+|[^\s\w]/g)?.length ?? 0;

/** What one request takes at most, its own words left out. */
export const largest = 700;

/** The same, in as many selections as it takes for none to be too large or to cost too much. */
export function selectionsOf(field: Field): string[] {
  return split(field, [], (inner) => inner);

  function split(part: Field, path: readonly string[], around: (inner: string) => string): string[] {
    const whole = selectionOf(part, idOnly, path);
    if (whole === null) return [];
    const asked = around(whole);
    if (sizeOf(asked) <= largest && costIn(field, asked) <= largestCost - 100) return [asked];
    const type = getNamedType(part.type);
    const ways = isUnionType(type) ? type.getTypes().filter((each) => !isRefusal(each)) : [type].filter(isObjectType);
    return ways.flatMap((way) =>
      fieldsOf(way).flatMap((inner) =>
        split(inner, [...path, way.name], (each) => {
          const of = `__typename ${each}`;
          return around(`${named(part)} { ${isUnionType(type) ? `__typename ... on ${way.name} { ${of} }` : of} }`);
        }),
      ),
    );
  }
}

/** What a selection of this field costs, as the platform counts it. */
function costIn(field: Field, selection: string): number {
  const [operation] = parse(`{ ${selection} }`).definitions;
  const [node] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return node?.kind === Kind.FIELD ? cost(field, node, '') : 0;

  function cost(of: Field, { arguments: given = [], selectionSet }: FieldNode, parent: string): number {
    const args = Object.fromEntries(
      given.map(({ name, value }) => [name.value, value.kind === Kind.INT ? Number(value.value) : null]),
    );
    const type = getNamedType(of.type);
    const childComplexity = (selectionSet?.selections ?? []).reduce((sum, each) => sum + costOfEach(each, type), 0);
    return fieldCost(of, args, parent, childComplexity);
  }

  function costOfEach(each: SelectionNode, type: GraphQLNamedType): number {
    if (each.kind === Kind.INLINE_FRAGMENT) {
      const other = isUnionType(type) && type.getTypes().find(({ name }) => name === each.typeCondition?.name.value);
      return other ? each.selectionSet.selections.reduce((sum, inner) => sum + costOfEach(inner, other), 0) : 0;
    }
    const inner = each.kind === Kind.FIELD && isObjectType(type) ? type.getFields()[each.name.value] : undefined;
    return inner && each.kind === Kind.FIELD ? cost(inner, each, type.name) : 1;
  }
}

/** Every field of a node, those without a guard together: what is asked of nodes that are come upon on the way from others. */
export function stepsOf(type: GraphQLObjectType, tokens: number): string[] {
  const steps: string[] = [];
  let open = '';
  for (const field of fieldsOf(type)) {
    for (const each of selectionsOf(field).filter((one) => sizeOf(one) <= tokens)) {
      if (actOf(field)) steps.push(each);
      else if (sizeOf(`${open} ${each}`) <= 60) open = `${open} ${each}`;
      else {
        steps.push(open);
        open = each;
      }
    }
  }
  return [...steps, open].filter((one) => one !== '');
}

/** The kinds of nodes that a field leads to. */
export function nodesBelow(field: Field): GraphQLObjectType[] {
  const found = new Set<GraphQLObjectType>();
  selectionBelow(field, (type) => (found.add(type), idOnly(type)));
  return [...found];
}

/**
 * One field of each node of a kind that a field leads to, by every way, and nothing else: in as many selections as it takes
 * for none to be too large; none when no way leads there.
 */
export function waysTo(field: Field, to: GraphQLObjectType, asked: string, path: readonly string[] = []): string[] {
  const type = getNamedType(field.type);
  if (field.args.some(isRequiredArgument) || !isObjectType(type)) return [];
  if (type === to)
    return path.length + levelsOf(asked) <= deepestBelowNode ? [`${named(field)} { __typename ${asked} }`] : [];
  if (path.includes(type.name) || path.length >= deepest || isNode(type)) return [];
  const inner = fieldsOf(type).flatMap((each) => waysTo(each, to, asked, [...path, type.name]));
  return together(inner).map((each) => `${named(field)} { __typename ${each} }`);
}

/** The platform answers 14 levels, of which `node` and the field that is gone through are two: deeper ways are refused to everyone. */
const deepestBelowNode = 12;

function levelsOf(selection: string): number {
  let [level, most] = [1, 1];
  for (const sign of selection) {
    if (sign === '{') most = Math.max(most, ++level);
    else if (sign === '}') level--;
  }
  return most;
}

/** As many beside each other as one request takes. */
function together(selections: readonly string[]): string[] {
  const packed: string[] = [];
  for (const each of selections) {
    const beside = `${packed.at(-1) ?? ''} ${each}`.trim();
    if (packed.length > 0 && sizeOf(beside) <= largest) packed[packed.length - 1] = beside;
    else packed.push(each);
  }
  return packed;
}

/** Tells every `Type.field` that an answer holds, whatever its value. */
export function fieldsIn(schema: GraphQLSchema, typeName: string, value: unknown, tell: (field: string) => void): void {
  if (Array.isArray(value)) for (const each of value) fieldsIn(schema, typeName, each, tell);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const named = '__typename' in value && typeof value.__typename === 'string' ? value.__typename : typeName;
  const type = schema.getType(named);
  if (!isObjectType(type)) return;
  for (const [name, inner] of Object.entries(value)) {
    const field = type.getFields()[name];
    if (!field) continue;
    tell(`${type.name}.${name}`);
    fieldsIn(schema, getNamedType(field.type).name, inner, tell);
  }
}
