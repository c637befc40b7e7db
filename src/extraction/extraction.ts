import { Lexicon } from '../skills/lexicon.js';
import { normalWords } from '../words/normal-form.js';
import { Understood } from '../understanding/understood.js';
import { availabilityOf, diplomaOf } from './extract-days.js';
import { languagesOf } from './extract-languages.js';
import { type Unit, unitsOf } from './extract-layout.js';
import { type Match, matchesOf } from './extract-match.js';
import { mutedOf, type Stretch } from './extract-mute.js';
import { NameIndex } from './extract-names.js';
import { occupationsOf } from './extract-occupations.js';
import { placesOf } from './extract-places.js';
import { languagesTogether, occupationsTogether, placesTogether, skillsTogether } from './extract-together.js';
import { skillsOf } from './extract-skills.js';
import { SourceText } from './extract-source.js';
import { levelsOf, studyLevelOf } from './extract-studies.js';
import { contractsOf, licencesOf } from './extract-terms.js';
import { isTitleLine, mutedInTitle } from './extract-titles.js';
import type { Proposal, TextKind } from './proposal.js';

/** Reads a CV or the text of an offer for what a profile or an offer could say, each with the words it comes from. */
export class Extraction {
  private names: { from: object; index: NameIndex } | null = null;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly understood: Understood,
  ) {}

  /** Works out now what the first reading would otherwise wait for: seconds, once for each state of the lexicon. */
  prepare(): void {
    this.index();
  }

  /**
   * Proposes only: whoever the text is of confirms. Keeps nothing of it, and nothing of who they are. Without `today`, what
   * says a day by it ("immédiatement", "dès le 15 janvier") is left out.
   */
  read(text: string, kind: TextKind, today: string | null = null): Proposal {
    const index = this.index();
    const isWord = (word: string): boolean => this.lexicon.knows(word);
    const source = new SourceText(text, (word) => normalWords(word).some(isWord));
    const units = unitsOf(source.plain, kind);
    const read = units.map((unit) => this.readUnit(unit, kind, index, isWord));
    return {
      skills: skillsTogether(
        read.flatMap(({ skills }) => skills),
        source,
      ),
      occupations: occupationsTogether(
        read.flatMap(({ occupations }) => occupations),
        kind,
        source,
      ),
      languages: languagesTogether(
        units.flatMap((unit) => languagesOf(unit, kind)),
        this.lexicon,
        source,
      ),
      studyLevel: studyLevelOf(
        units.flatMap((unit) => levelsOf(unit, kind)),
        kind,
        source,
      ),
      diplomaOn: kind === 'CV' ? diplomaOf(units, source) : null,
      places: placesTogether(
        placesOf(units, kind, (said) => this.understood.read(said)),
        source,
      ),
      contractTypes: contractsOf(units, kind, source),
      availableFrom: availabilityOf(units, source, today),
      licences: licencesOf(source.plain, source),
      cut: source.cut,
    };
  }

  private readUnit(unit: Unit, kind: TextKind, index: NameIndex, isWord: (word: string) => boolean) {
    const matches = matchesOf(unit, index, isWord);
    const muted = mutedOf(unit);
    const occupations = occupationsOf(unit, matches, muted, kind, index);
    const quiet = [...muted, ...quietOf(unit, matches, kind)];
    return { occupations, skills: skillsOf(unit, matches, quiet, kind) };
  }

  private index(): NameIndex {
    const from = this.lexicon.edition;
    if (this.names?.from !== from) this.names = { from, index: new NameIndex(this.lexicon) };
    return this.names.index;
  }
}

/** Where no skill is looked for: within titles of jobs, on the line of a job or a diploma. */
function quietOf(unit: Unit, matches: readonly Match[], kind: TextKind): Stretch[] {
  const titles = matches.filter(({ occupation, skill }) => occupation && !skill);
  if (kind === 'OFFER') return titles;
  if (unit.section === 'EDUCATION') {
    return levelsOf(unit, kind).length > 0 || mutedOf(unit).length > 0 ? [{ start: 0, end: unit.text.length }] : titles;
  }
  const held = matches.find(({ occupation }) => occupation) ?? null;
  if (unit.section === 'EXPERIENCE' && isTitleLine(unit, held)) {
    const own = held?.skill && held.occupation ? [] : titles;
    return [
      ...own,
      ...mutedInTitle(unit, held).filter((one) => !(held?.skill && held.start >= one.start && held.end <= one.end)),
    ];
  }
  return titles;
}
