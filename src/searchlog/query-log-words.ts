import { fold } from '../common/fold.js';
import { textWords } from '../words/normal-form.js';
import { isAcronym } from '../words/said-otherwise.js';
import { emptyWords } from '../words/silent-words.js';
import { withoutPersonalData } from './query-log-signs.js';

/** What words may be without being somebody's name. */
export interface KnownWords {
  /** Whether the vocabulary of jobs and skills has this word, in its normal form. */
  knows(word: string): boolean;
  /** The commune of exactly this folded name, the most populated one. */
  commune(folded: string): { departmentCode: string; population: number } | undefined;
}

export interface Impersonal {
  /** In their normal form, at most a hundred characters. */
  words: string;
  /** The department of the first commune named in the words; the commune itself is left out. */
  departmentCode: string | null;
}

interface Said {
  folded: string;
  normal: readonly string[];
  safe: boolean;
}

const longest = 100;
const longestCommune = 5;

/** A village of one word is as likely a surname: Bernard, Thomas, Martin. */
const smallestTown = 5_000;

const silent = new Set(emptyWords);

/** Words of searches that no label of a skill or an occupation has. */
const usual = new Set(
  (
    'alternance apprenti apprentissage avec cadre cdd cdi contrat debut debutant diplome diplomant ecole entreprise ' +
    'entrepreneuriat etudiant etude experience formation graduate groupe industrie interim immediat ingenieur journee ' +
    'junior licence logement master mois nuit partiel pays permanent permis petit plein pme premier profil programme ' +
    'region remote saison salaire sans semaine senior stage stagiaire startup temps territoire teletravail urgent ' +
    'usine vert volontariat weekend week end bac bts but dut an annee jeune'
  ).split(' '),
);

/**
 * What of a query may be kept: the vocabulary of work, and lone words that it does not know, which are the lessons. Two
 * or more unknown words side by side are likely a first and a last name and go together; a commune is rounded to its
 * department. `named` are folded words that the search itself recognised, such as a company's name.
 */
export function impersonalWords(said: string, known: KnownWords, named: readonly string[] = []): Impersonal {
  const place = { departmentCode: null as string | null };
  const words = withoutCommunes(wordsOf(withoutPersonalData(said), known, named), known, place);
  const kept: string[] = [];
  let unknown: Said[] = [];
  const endRun = (): void => {
    const [lone, ...others] = unknown;
    if (lone && others.length === 0) {
      const village = known.commune(lone.folded);
      if (village) place.departmentCode ??= village.departmentCode;
      else kept.push(...lone.normal);
    }
    unknown = [];
  };
  for (const word of words) {
    if (word.normal.length === 0) continue;
    if (word.safe) {
      endRun();
      kept.push(...word.normal);
    } else unknown.push(word);
  }
  endRun();
  return { words: shortened(kept.filter((word) => !silent.has(word))), ...place };
}

function wordsOf(text: string, known: KnownWords, named: readonly string[]): Said[] {
  const ofNames = new Set(named.flatMap((name) => fold(name).split(' ')));
  const isSafe = (word: string): boolean =>
    known.knows(word) || usual.has(word) || silent.has(word) || isAcronym(word) || /^(?:bac)?\d{1,5}$/.test(word);
  return textWords(text).map(({ written, normal }) => {
    const folded = fold(written);
    return { folded, normal, safe: ofNames.has(folded) || normal.every(isSafe) };
  });
}

/** Towns, and communes whose name is several words; the longest name first. A word of a trade is no commune. */
function withoutCommunes(words: Said[], known: KnownWords, place: Pick<Impersonal, 'departmentCode'>): Said[] {
  const rest: Said[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(longestCommune, words.length - at);
    for (; length > 0; length -= 1) {
      const span = words.slice(at, at + length);
      const telling = span.filter(({ normal }) => normal.length > 0);
      if (telling.length === 0 || (telling.length === 1 && telling[0]!.safe)) continue;
      const commune = known.commune(span.map(({ folded }) => folded).join(' '));
      if (!commune || (telling.length === 1 && commune.population < smallestTown)) continue;
      place.departmentCode ??= commune.departmentCode;
      break;
    }
    if (length === 0) rest.push(words[at]!);
    at += Math.max(length, 1);
  }
  return rest;
}

function shortened(words: string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length + 1;
    if (length > longest + 1) break;
    kept.push(word);
  }
  return kept.join(' ');
}
