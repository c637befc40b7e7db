import {
  type FieldNode,
  getArgumentValues,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What of a search the client selected, as far as the engine has to be asked for it. */
export interface WantedFields {
  /** Names of facets; null for all of them, undefined for none. */
  facets: readonly string[] | null | undefined;
  /** Whether the words that matched are to be told. */
  words: boolean;
  /** Whether any offer is: a client may want counts only. */
  offers: boolean;
}

const wordFields = ['matchedWords', 'snippet', 'highlightedTitle'];

/** Known beforehand, they can be asked for in the request for the page itself. */
export function wantedFields(info: GraphQLResolveInfo): WantedFields {
  const fields = info.fieldNodes.flatMap(({ selectionSet }) => fieldsOf(selectionSet, info));
  const named = (name: string): FieldNode[] => fields.filter((field) => field.name.value === name);
  const edges = named('edges').flatMap(({ selectionSet }) => fieldsOf(selectionSet, info));
  const facets = named('facets').map((field) => facetNames(field, info));
  return {
    facets: facets.length === 0 ? undefined : facets.includes(null) ? null : facets.flatMap((names) => names ?? []),
    words: edges.some((field) => wordFields.includes(field.name.value)),
    offers: ['edges', 'nodes', 'pageInfo'].some((name) => named(name).length > 0),
  };
}

/** Through fragments; what @skip leaves out counts as selected. */
function fieldsOf(selectionSet: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info);
    return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info);
  });
}

function facetNames(field: FieldNode, info: GraphQLResolveInfo): string[] | null {
  const type = info.schema.getType('OfferSearchConnection');
  const definition = isObjectType(type) ? type.getFields()['facets'] : undefined;
  if (!definition) return null;
  return (getArgumentValues(definition, field, info.variableValues)['names'] as string[] | null | undefined) ?? null;
}
