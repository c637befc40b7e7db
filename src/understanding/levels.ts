import { levelsByYears, type StudyLevel } from '../skills/study-level.js';
import { type Mention, spanAround } from './mention.js';
import { countWords, Phrases, type SaidWord } from './said-words.js';

const levelPhrases = new Phrases(
  new Map<string, StudyLevel>(
    (
      [
        ['CAP_BEP', 'cap|cap bep|bep|brevet d etudes professionnelles|certificat d aptitude professionnelle'],
        ['BAC', 'bac|bac pro|bac professionnel|bac general|bac techno|bac technologique|baccalaureat'],
        ['BAC', 'baccalaureat professionnel|baccalaureat pro|baccalaureat general|baccalaureat technologique'],
        ['BAC_2', 'bts|btsa|dut|deug|deust|brevet de technicien superieur'],
        ['BAC_3', 'l3|licence|licence pro|licence professionnelle|bachelor'],
        ['BAC_5', 'm1|m2|master|master pro|master 1|master 2|mastere|mastere specialise|mba'],
        ['BAC_5', 'diplome d ingenieur|diplome d ingenieure|diplome ingenieur|diplome d ingenieurs'],
        ['BAC_5', 'ecole d ingenieur|ecole d ingenieurs|ecole d ingenieure|ecole ingenieur|ecoles d ingenieurs'],
        ['DOCTORATE', 'doctorat|doctorant|doctorante|doctorant e|doctorants|these|these cifre|phd'],
      ] as const
    ).flatMap(([level, phrases]) => phrases.split('|').map((phrase) => [phrase, level] as const)),
  ),
);

const wordsBefore =
  'niveau|de niveau|un niveau|niveau de|titulaire d un|titulaire d une|titulaire du|titulaire de'.split('|');
const before = Phrases.of([
  ...wordsBefore,
  ...'avec un|avec une|avec|en|un|une|de|d un|d une|diplome de|diplome|formation|de formation|formation de niveau'.split(
    '|',
  ),
  ...'formation niveau|profil|a partir de|minimum|au moins|etudiant en|etudiante en|niveau d etudes|d'.split('|'),
]);
const after = Phrases.of('minimum|mini|min|ou plus|et plus|requis|exige|valide|obtenu'.split('|'));

/** Words after which, or before which, "master", "bac", "cap" and "licence" mean something else. */
const otherwise = new Map<string, { after?: RegExp; before?: RegExp }>([
  [
    'master',
    {
      after: /^(scrum|web|quiz|data|black)$/,
      before: /^(data|planning|schedule|scheduler|production|batch|black|mix|class|of)$/,
    },
  ],
  ['bac', { before: /^(a|de|d|acier|inox|plastique|tampon)$/ }],
  ['cap', { before: /^(gemini|sur|vers)$/ }],
  ['licence', { before: /^(logicielle|logiciel|de|d|taxi|iv)$/ }],
]);

export function levelMentions(words: readonly SaidWord[]): Mention[] {
  return words.flatMap((_, from): Mention[] => {
    const said = yearsAt(words, from) ?? phraseLevelAt(words, from);
    const around = said && spanAround(words, { from, until: said.until }, before, after);
    return said && around ? [{ kind: 'LEVEL', from, until: said.until, around, level: said.level }] : [];
  });
}

interface SaidLevel {
  level: StudyLevel;
  until: number;
}

/** "bac+3", "bac +3", "bac + 3", "bac3", and "bac+2/3" or "bac+3 à +5", of which the highest counts. */
function yearsAt(words: readonly SaidWord[], from: number): SaidLevel | null {
  const wordAt = (at: number): string => words[at]?.word ?? '';
  const [, joined] = /^bac\+?([1-8])$/.exec(wordAt(from)) ?? [];
  let until = from + 1;
  let years = Number(joined ?? 0);
  if (!joined) {
    if (!/^bac\+?$/.test(wordAt(from))) return null;
    if (wordAt(until) === '+') until += 1;
    const [, apart] = /^\+?([1-8])$/.exec(wordAt(until)) ?? [];
    if (!apart) return null;
    years = Number(apart);
    until += 1;
  }
  for (;;) {
    const between = /^(a|ou|et)$/.test(wordAt(until)) ? 1 : 0;
    const [, next] = (between ? /^\+([1-8])$/ : /^\+?([1-8])$/).exec(wordAt(until + between)) ?? [];
    if (!next || !(between || joinedBySign(words, until))) break;
    years = Math.max(years, Number(next));
    until += between + 1;
  }
  return { level: levelsByYears[years]!, until };
}

/** Whether a word follows the one before it without a space: "bac+2/3". */
const joinedBySign = (words: readonly SaidWord[], at: number): boolean =>
  words[at]!.start - words[at - 1]!.end === 1 && words[at - 1]!.start !== words[at]!.start;

function phraseLevelAt(words: readonly SaidWord[], from: number): SaidLevel | null {
  const { word, written } = words[from]!;
  const next = words[from + 1]?.word ?? '';
  // "but" is a French word; the diploma is written in capitals.
  if (written === 'BUT') return /^(du|de|d|des)$/.test(next) ? null : { level: 'BAC_3', until: from + 1 };
  const phrase = levelPhrases.at(words, from);
  if (phrase === '') return null;
  const until = from + countWords(phrase);
  if (phrase === word) {
    const { after: unlessAfter, before: unlessBefore } = otherwise.get(word) ?? {};
    const isDiplomaOnly =
      word === 'bac' && /^(a|de|d)$/.test(next) && /^(bac|\+\d|plus)/.test(words[from + 2]?.word ?? '');
    if (unlessAfter?.test(words[from - 1]?.word ?? '') || (unlessBefore?.test(next) && !isDiplomaOnly)) return null;
  }
  return { level: levelPhrases.get(phrase)!, until };
}
