import type { CommuneFacts } from '../territories/facts.js';
import { same } from '../common/text.js';
import type { Place } from '../territories/place.js';
import type { Mention } from './mention.js';
import type { NamedPlaces } from './place-names.js';
import type { RecognisedConcept } from './understood.js';
import { type SaidWord, wordsIn } from './said-words.js';

type PlaceMention = Extract<Mention, { kind: 'PLACE' }>;

/** The places of a search: what was recognised, and the union to look in. */
export interface ReadPlaces {
  concepts: Map<Mention, RecognisedConcept[]>;
  places: Place[];
}

/**
 * One commune of each name: the one that lies in another place of the same search, or the most populated, with those that
 * are not much smaller, for nobody knows which is meant. That other place
 * then only tells which, so that "Oyonnax (01)" is the town and not its department, unless "et" or "ou" joins the two.
 */
export function readPlaces(mentions: readonly PlaceMention[], words: readonly SaidWord[]): ReadPlaces {
  const telling = new Set<PlaceMention>();
  const communesOf = new Map(
    mentions.map((mention): [PlaceMention, readonly CommuneFacts[]] => {
      const others = mentions.filter((other) => other !== mention && !joined(words, mention, other));
      if (mention.postal) return [mention, mention.named.communes];
      const { communes, formerly } = mention.named;
      const all = [...communes, ...formerly];
      for (const commune of all) {
        const holding = others.filter(({ named, postal }) =>
          postal ? named.communes.includes(commune) : lies(commune, named),
        );
        if (holding.length === 0) continue;
        holding.forEach((one) => telling.add(one));
        return [mention, [commune]];
      }
      return [mention, comparable(all)];
    }),
  );
  for (const mention of mentions) {
    const within = mentions.filter(
      (other) =>
        !joined(words, mention, other) && other.named.departments.some((one) => liesIn(one.regionCode, mention)),
    );
    if (within.length > 0 && !within.includes(mention)) telling.add(mention);
  }
  const concepts = new Map<Mention, RecognisedConcept[]>();
  const places: Place[] = [];
  for (const mention of mentions) {
    const own = placesOf(mention, mention.postal && telling.has(mention) ? [] : communesOf.get(mention)!);
    const said = wordsIn(words, mention);
    concepts.set(
      mention,
      own.map(({ kind, code, name }) => ({ kind, code, label: same(name), words: said, applied: true })),
    );
    if (!telling.has(mention)) places.push(...own.map(({ place }) => place));
  }
  return { concepts, places: [...new Map(places.map((place) => [JSON.stringify(place), place])).values()] };
}

/** Communes of one name, the most populated first: that one, and any of at least half its size. */
const comparable = (homonyms: readonly CommuneFacts[]): readonly CommuneFacts[] =>
  homonyms.filter(({ population }) => population * 2 >= homonyms[0]!.population);

const lies = ({ departmentCode, regionCode }: CommuneFacts, { departments, regions }: NamedPlaces): boolean =>
  departments.some(({ code }) => code === departmentCode) || regions.some(({ code }) => code === regionCode);

const liesIn = (regionCode: string, { named }: PlaceMention): boolean =>
  named.departments.length === 0 &&
  named.communes.length === 0 &&
  named.regions.some(({ code }) => code === regionCode);

function joined(words: readonly SaidWord[], one: PlaceMention, other: PlaceMention): boolean {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  return words.slice(first.until, second.from).some(({ word }) => word === 'et' || word === 'ou');
}

function placesOf(
  { named: { departments, regions, territories } }: PlaceMention,
  communes: readonly CommuneFacts[],
): { kind: 'COMMUNE' | 'DEPARTMENT' | 'REGION' | 'TERRITORY'; code: string; name: string; place: Place }[] {
  return [
    ...communes.map(({ code, name }) => ({ kind: 'COMMUNE' as const, code, name, place: { commune: { code } } })),
    ...departments.map(({ code, name }) => ({
      kind: 'DEPARTMENT' as const,
      code,
      name,
      place: { departmentCode: code },
    })),
    ...regions.map(({ code, name }) => ({ kind: 'REGION' as const, code, name, place: { regionCode: code } })),
    ...territories.map(({ id, name }) => ({ kind: 'TERRITORY' as const, code: id, name, place: { territoryId: id } })),
  ];
}
