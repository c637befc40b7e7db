import type { OfferDocument } from '../indexing/offer-document.js';
import { offerIndexSettings } from '../indexing/offer-index-settings.js';
import type { CommuneFacts } from '../territories/facts.js';
import type { Gazetteer } from '../territories/gazetteer.js';

/** An offer as a saved search looks at it: the document that the search would find it by. */
export interface JudgedOffer {
  document: OfferDocument;
  /** Every word it is found by. */
  words: ReadonlySet<string>;
  trade: ReadonlySet<string>;
  sites: readonly CommuneFacts[];
}

/** The parts of a document that hold words. */
type Searchable = {
  [Name in keyof OfferDocument]-?: Required<OfferDocument>[Name] extends string | string[] ? Name : never;
}[keyof OfferDocument];

export function judgedOffer(document: OfferDocument, gazetteer: Pick<Gazetteer, 'commune'>): JudgedOffer {
  const searched = offerIndexSettings.searchableAttributes as Searchable[];
  const texts = searched.flatMap((name): readonly string[] => [document[name] ?? []].flat());
  return {
    document,
    words: new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word !== '')),
    trade: new Set(document.trade),
    sites: document.communes.flatMap((code) => gazetteer.commune(code) ?? []),
  };
}
