import type { Wishes } from '../scoring/wishes.js';
import type { Gazetteer } from '../territories/gazetteer.js';

/** The communes wished for, as sites name them, with what each is worth: columns of one length, the kilometres in tenths. */
export interface PlaceTable {
  codes: string[];
  fits: number[];
  km: (number | null)[];
}

/** Empty for someone who would work everywhere. Outside, only remote work counts, which is worth more than any site there. */
export function placeTable(gazetteer: Gazetteer, wishes: Wishes): PlaceTable {
  const worths = [...wishes.communeWorths()].flatMap(([code, worth]) =>
    writtenAs(gazetteer, code).map((written) => ({ code: written, ...worth })),
  );
  return {
    codes: worths.map(({ code }) => code),
    fits: worths.map(({ fit }) => fit),
    km: worths.map(({ km }) => (km === null ? null : Math.round(km * 10))),
  };
}

/** By the code of a commune of today, its own code and those of the communes that became part of it. */
const written = new WeakMap<object, Map<string, string[]>>();

/** The codes under which sites may name the commune; none for one that became part of another. */
function writtenAs(gazetteer: Gazetteer, code: string): string[] {
  let codes = written.get(gazetteer.edition);
  if (!codes) {
    codes = new Map();
    for (const { code: own } of gazetteer.communes()) {
      const today = gazetteer.commune(own)?.code ?? own;
      if (today !== own) codes.set(today, [...(codes.get(today) ?? [today]), own]);
    }
    written.set(gazetteer.edition, codes);
  }
  return gazetteer.commune(code)?.code === code ? (codes.get(code) ?? [code]) : [];
}
