import { fold } from '../common/fold.js';
import type { Atlas } from './atlas.js';
import type { CommuneFacts } from './facts.js';

interface Name {
  /** Folded, and with saint and sainte written in full. */
  words: string;
  commune: CommuneFacts;
}

/** Better matches have lower ranks. */
const ranks = ['exact', 'prefix', 'word', 'formerExact', 'formerPrefix'] as const;
const rank = Object.fromEntries(ranks.map((name, position) => [name, position])) as Record<
  (typeof ranks)[number],
  number
>;

/** Finds communes as one types their name or code; made once per load of the reference data. */
export class CommuneCompletion {
  private readonly names: Name[];
  private readonly formerNames: Name[];
  private readonly current: CommuneFacts[];

  constructor(private readonly atlas: Atlas) {
    this.current = [...atlas.communes.values()].filter(({ retired }) => !retired);
    this.names = this.current.map((commune) => ({ words: inFull(commune.foldedName), commune }));
    this.formerNames = atlas.formerNames.flatMap(({ foldedName, communeCode }) => {
      const commune = atlas.communes.get(communeCode);
      return commune ? { words: inFull(foldedName), commune } : [];
    });
  }

  find(typed: string, first: number): CommuneFacts[] {
    const words = fold(typed.slice(0, longestName));
    if (words === '' || first <= 0) return [];
    return /^\d[\dab]\d*$/.test(words) || /^\d$/.test(words)
      ? this.byCode(words.toUpperCase(), first)
      : this.byName(inFull(words), first);
  }

  /** A postal code or its beginning, else an INSEE code or its beginning. */
  private byCode(digits: string, first: number): CommuneFacts[] {
    const found = this.current.filter(
      ({ code, postalCodes }) => code === digits || postalCodes.some((postalCode) => postalCode.startsWith(digits)),
    );
    const former = this.atlas.communes.get(this.atlas.aliases.get(digits) ?? '');
    if (former && !found.includes(former)) found.push(former);
    const byInsee = found.length > 0 ? found : this.current.filter(({ code }) => code.startsWith(digits));
    return byInsee.sort(byPopulation).slice(0, first);
  }

  private byName(words: string, first: number): CommuneFacts[] {
    const best = new Map<CommuneFacts, number>();
    const note = (commune: CommuneFacts, found: number): void => {
      best.set(commune, Math.min(found, best.get(commune) ?? found));
    };
    for (const { words: name, commune } of this.names) {
      if (name === words) note(commune, rank.exact);
      else if (name.startsWith(words) || withoutArticle(name).startsWith(words)) note(commune, rank.prefix);
      else if (name.includes(` ${words}`)) note(commune, rank.word);
    }
    for (const { words: name, commune } of this.formerNames) {
      if (name === words) note(commune, rank.formerExact);
      else if (name.startsWith(words)) note(commune, rank.formerPrefix);
    }
    return [...best]
      .sort(([one, oneRank], [other, otherRank]) => oneRank - otherRank || byPopulation(one, other))
      .slice(0, first)
      .map(([commune]) => commune);
  }
}

const longestName = 80;

const byPopulation = (one: CommuneFacts, other: CommuneFacts): number =>
  other.population - one.population || (one.code < other.code ? -1 : 1);

const inFull = (words: string): string => words.replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');

const withoutArticle = (name: string): string => name.replace(/^(l|le|la|les) /, '');
