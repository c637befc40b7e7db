import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether the client selected the entries of a connection, and not its count alone; what @skip leaves out counts too. */
export const wantsEdges = (info: GraphQLResolveInfo): boolean =>
  info.fieldNodes.some(({ selectionSet }) => fieldsOf(selectionSet, info).some(({ name }) => name.value === 'edges'));

function fieldsOf(selectionSet: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info);
    return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info);
  });
}
