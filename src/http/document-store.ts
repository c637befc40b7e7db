import { BREAK, type DocumentNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of query text whose documents are kept: of some thousand queries. */
const room = 2_000_000;

/**
 * Documents that were read and found valid, so that the next request like it begins at once. Those that hold words of their own
 * (a name, an address, an id) are not kept: they would outlast the person. Clients send words as variables.
 */
export class DocumentStore {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: room,
    sizeCalculation: (document) => Math.max(1, document.loc?.source.body.length ?? room),
  });

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.documents.get(key));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    if (!holdsWords(document)) this.documents.set(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.documents.delete(key));
  }
}

/** Codes, days, and names of types. */
const leadsToNobody = /^(?:[A-Za-z0-9_]{0,5}|\d{4}-\d\d-\d\d)$/;

/** Whether text stands in the query itself rather than in its variables. Comments are no part of a document, but of its source. */
export function holdsWords(document: DocumentNode): boolean {
  let holds = document.loc?.source.body.includes('#') ?? false;
  visit(document, {
    StringValue: ({ value }) => {
      holds ||= !leadsToNobody.test(value);
      return holds ? BREAK : undefined;
    },
  });
  return holds;
}
