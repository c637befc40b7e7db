import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How large one document may be, whatever it asks for. Fragments count where they are used, each time. */
export const documentLimits = { depth: 14, aliases: 15, directives: 20, queries: 15, mutations: 5 };

interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };

/** A validation rule: it sees the document only, so its verdict can be kept with the document. */
export function withinDocumentLimits(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Size>();

  /** Of a fragment in the making, nothing: a circle is refused by another rule. */
  function ofFragment(name: string): Size {
    const known = fragments.get(name);
    if (known) return known;
    fragments.set(name, nothing);
    const definition = context.getFragment(name);
    const size = definition ? measure(definition.selectionSet) : nothing;
    fragments.set(name, size);
    return size;
  }

  function measure(set: SelectionSetNode | undefined): Size {
    const total = { ...nothing };
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      // The introspection of a client's tools is deep by nature, harmless, and limited by graphql-js.
      if (isField && selection.name.value === '__schema') continue;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : measure(selection.selectionSet);
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0));
      total.fields += isField ? 1 : inner.fields;
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      total.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }

  return {
    OperationDefinition(operation: OperationDefinitionNode) {
      if (!context.getSchema().getRootType(operation.operation)) {
        refuse(
          context,
          operation,
          `Il n’y a pas de ${operation.operation}. (There is no ${operation.operation} here.)`,
        );
        return;
      }
      const size = measure(operation.selectionSet);
      const isMutation = operation.operation === OperationTypeNode.MUTATION;
      const found = [
        ['profondeur', 'levels', size.depth, documentLimits.depth],
        ['alias', 'aliases', size.aliases, documentLimits.aliases],
        ['directives', 'directives', size.directives + (operation.directives?.length ?? 0), documentLimits.directives],
        ['champs racine', 'root fields', size.fields, isMutation ? documentLimits.mutations : documentLimits.queries],
      ] as const;
      for (const [fr, en, count, limit] of found) {
        if (count > limit) {
          refuse(context, operation, `Requête trop grande : ${fr} ${count}, au plus ${limit}. (Too many ${en}.)`);
        }
      }
    },
  };
}

const refuse = (context: ValidationContext, node: OperationDefinitionNode, message: string): void => {
  context.reportError(new GraphQLError(message, { nodes: node }));
};
