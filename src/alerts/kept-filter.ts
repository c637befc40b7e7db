import { asked } from '../offers/offer-filter.js';
import { OfferFilter } from '../offers/offer-filter.input.js';

/** A filter as it is stored: plain JSON, only what sets a condition. */
export type KeptFilter = Omit<OfferFilter, 'publishedSince'> & { publishedSince?: string };

export const setsCondition = (value: unknown): boolean =>
  Array.isArray(value) ? asked(value) !== null : value !== null && value !== undefined;

export const keptFilter = (filter: OfferFilter | null | undefined): KeptFilter =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => setsCondition(value)))),
  ) as KeptFilter;

export function filterFrom({ publishedSince, ...said }: KeptFilter): OfferFilter {
  return Object.assign(new OfferFilter(), said, publishedSince && { publishedSince: new Date(publishedSince) });
}
