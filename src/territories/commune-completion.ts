import { fold } from '../common/fold.js';
import type { Atlas } from './atlas.js';
import type { CommuneFacts } from './facts.js';

/** A name as it is compared: folded with saint in full, and the same without its spaces. */
interface Name {
  words: string;
  squeezed: string;
  commune: CommuneFacts;
}

type Test = (name: Name, typed: string) => boolean;

const exact: Test = ({ words, squeezed }, typed) => words === typed || squeezed === squeeze(typed);
const prefix: Test = ({ words, squeezed }, typed) =>
  squeezed.startsWith(squeeze(typed)) || withoutArticle(words).startsWith(typed);
const wordInside: Test = ({ words }, typed) => words.includes(` ${typed}`);

const longestName = 80;

/** Finds communes as one types their name or code; made once per load of the reference data. */
export class CommuneCompletion {
  private readonly current: CommuneFacts[];
  private readonly names: Name[];
  private readonly formerNames: Name[];

  constructor(private readonly atlas: Atlas) {
    this.current = [...atlas.communes.values()].filter(({ retired }) => !retired);
    this.names = this.current.map((commune) => nameOf(commune.foldedName, commune));
    this.formerNames = atlas.formerNames.flatMap(({ foldedName, communeCode }) => {
      const commune = atlas.communes.get(communeCode);
      return commune ? nameOf(foldedName, commune) : [];
    });
  }

  find(typed: string, first: number): CommuneFacts[] {
    const words = fold(typed.slice(0, longestName));
    if (words === '' || first <= 0) return [];
    const code = squeeze(words);
    return /^\d[\dab]?\d*$/.test(code) ? this.byCode(code.toUpperCase(), first) : this.byName(words, first);
  }

  /** A postal code or its beginning, or a whole INSEE code; the beginning of one when no postal code starts like that. */
  private byCode(digits: string, first: number): CommuneFacts[] {
    const found = new Set(
      this.current.filter(
        ({ code, postalCodes }) => code === digits || postalCodes.some((postalCode) => postalCode.startsWith(digits)),
      ),
    );
    const former = this.atlas.communes.get(this.atlas.aliases.get(digits) ?? '');
    if (former) found.add(former);
    const communes = found.size > 0 ? [...found] : this.current.filter(({ code }) => code.startsWith(digits));
    return communes.sort(byPopulation).slice(0, first);
  }

  /** In steps from the closest to the loosest likeness, each by population, until there are enough. */
  private byName(words: string, first: number): CommuneFacts[] {
    const forms = [...new Set([words, saintInFull(words)])];
    const found = new Set<CommuneFacts>();
    const steps: [Name[], Test][] = [
      [this.names, exact],
      [this.names, prefix],
      [this.formerNames, exact],
      [this.names, wordInside],
      [this.formerNames, prefix],
    ];
    for (const [names, test] of steps) {
      if (found.size >= first) break;
      const fitting = names.filter((name) => forms.some((form) => test(name, form)));
      for (const commune of fitting.map((name) => name.commune).sort(byPopulation)) found.add(commune);
    }
    return [...found].slice(0, first);
  }
}

function nameOf(foldedName: string, commune: CommuneFacts): Name {
  const words = saintInFull(foldedName);
  return { words, squeezed: squeeze(words), commune };
}

const byPopulation = (one: CommuneFacts, other: CommuneFacts): number =>
  other.population - one.population || (one.code < other.code ? -1 : 1);

const squeeze = (words: string): string => words.replaceAll(' ', '');

const saintInFull = (words: string): string => words.replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');

const withoutArticle = (words: string): string => words.replace(/^(l|le|la|les) /, '');
