import { fold } from '../common/fold.js';
import { normalWords, textWords } from '../words/normal-form.js';
import { isAcronym } from '../words/said-otherwise.js';
import { emptyWords, monthWords } from '../words/silent-words.js';
import { leadsToStandard } from '../words/standards.js';
import { firstNames } from './first-names.js';
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
  /** Whether it is written as names are: "Sophie", not "sophie" nor "SOPHIE". */
  capital: boolean;
}

const longest = 100;
const longestCommune = 5;

/** A village of one word is as likely a surname: Bernard, Thomas, Martin. */
const smallestTown = 5_000;

const silent = new Set([...emptyWords, ...monthWords.flatMap(normalWords)]);

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
 * What of a query may be kept: the vocabulary of work, and the only word that it does not know, which is the lesson. Two
 * or more unknown words, wherever they stand, are likely a first and a last name: all of them go. So does a first name,
 * and a word written with a capital next to another one, for the trade before it may be a surname ("Boulanger Sophie"). A
 * commune is rounded to its department.
 */
export function impersonalWords(said: string, known: KnownWords): Impersonal {
  const place = { departmentCode: null as string | null };
  const rest = withoutCommunes(wordsOf(withoutPersonalData(said), known), known, place);
  const words = rest.filter(({ normal }) => normal.some((word) => !silent.has(word)));
  const lesson = lessonOf(words);
  const village = lesson && known.commune(lesson.folded);
  if (village) place.departmentCode ??= village.departmentCode;
  const kept = words.filter((word) => word.safe || (word === lesson && !village));
  return { words: shortened(kept.flatMap(({ normal }) => normal).filter((word) => !silent.has(word))), ...place };
}

/** The only unknown word, if it is nobody's name. */
function lessonOf(words: readonly Said[]): Said | undefined {
  const [unknown, ...others] = words.filter(({ safe }) => !safe);
  if (!unknown || others.length > 0 || firstNames.has(unknown.folded)) return undefined;
  const at = words.indexOf(unknown);
  const isName = unknown.capital && [words[at - 1], words[at + 1]].some((neighbour) => neighbour?.capital);
  return isName ? undefined : unknown;
}

function wordsOf(text: string, known: KnownWords): Said[] {
  const isSafe = (word: string): boolean =>
    known.knows(word) ||
    usual.has(word) ||
    silent.has(word) ||
    isAcronym(word) ||
    leadsToStandard(word) ||
    /^(?:bac)?\d{1,5}$/.test(word);
  return textWords(text).map(({ written, normal }) => {
    const folded = fold(written);
    const capital = /^\p{Lu}\P{Lu}+$/u.test(written);
    return { folded, normal, safe: !firstNames.has(folded) && normal.every(isSafe), capital };
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
