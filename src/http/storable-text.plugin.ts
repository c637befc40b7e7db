import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, visit } from 'graphql';
import { refusedRequest } from './refused-request.js';

const deepest = 32;

/** A text that a UTF-8 database cannot hold: it has a null character or half of a surrogate pair. */
const isUnstorable = (text: string): boolean => /\0|\p{Surrogate}/u.test(text);

/** The way to the first text that cannot be stored, as `$input.title`; null when there is none. Depth first, without recursion. */
export function unstorableVariable(variables: Record<string, unknown>): { path: string; isTooDeep: boolean } | null {
  const left: { path: string; value: unknown; depth: number }[] = [{ path: '$', value: variables, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { path, value, depth } = next;
    if (typeof value === 'string' && isUnstorable(value)) return { path, isTooDeep: false };
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return { path: path.slice(0, 80), isTooDeep: true };
    for (const [key, inner] of Object.entries(value)) {
      if (isUnstorable(key)) return { path, isTooDeep: false };
      left.push({ path: depth === 0 ? `$${key}` : `${path}.${key}`, value: inner, depth: depth + 1 });
    }
  }
  return null;
}

function hasUnstorableLiteral(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.STRING]: (node) => {
      found ||= isUnstorable(node.value);
    },
  });
  return found;
}

/** Refuses texts that the database could not store, naming where they stand, instead of failing on them later. */
export function storableText(): ApolloServerPlugin {
  const clean = new WeakSet<DocumentNode>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, request }) => {
          if (!clean.has(document)) {
            if (hasUnstorableLiteral(document))
              return Promise.reject(unstorable('une chaîne du document', 'a string of the document'));
            clean.add(document);
          }
          const bad = unstorableVariable(request.variables ?? {});
          if (!bad) return Promise.resolve();
          if (bad.isTooDeep) return Promise.reject(refusedRequest(`${bad.path} est trop profond. (Nested too deep.)`));
          return Promise.reject(unstorable(bad.path, bad.path));
        },
      }),
  };
}

const unstorable = (fr: string, en: string): Error =>
  refusedRequest(
    `Caractère nul ou demi-caractère dans ${fr} : retirez-le. (Null character or lone surrogate in ${en}.)`,
  );
