import type { Text } from '../common/text.js';
import type { Place } from '../territories/place.js';
import { type SaidWord, saidWords, wordsIn } from '../understanding/said-words.js';
import type { Understanding } from '../understanding/understood.js';
import type { Unit } from './extract-layout.js';
import type { TextKind } from './proposal.js';

export interface PlaceMention {
  place: Place;
  label: Text;
  start: number;
  end: number;
  confidence: number;
}

/** What the words of a search name, as the search itself reads them. */
export type ReadWords = (said: string) => Understanding;

/** A text that names more places than that is no CV and no offer. */
const mostRead = 60;
const nothing: Understanding = { concepts: [], rest: '', places: [], contractTypes: [], studyLevel: null };

interface Snippet {
  text: string;
  start: number;
  confidence: number;
  /** Whether nothing but a place may stand in it. */
  whole: boolean;
}

const mobile = /(?:mobilit[ée]s?|mobile)(?![\p{L}])\s*(?:g[ée]ographique|dans|sur|en|:|–|-)*\s*/giu;
const wish =
  /(?:recherch|souhait|poste|emploi|alternance|stage|rejoindre|cherch|looking for|objectif|projet|basée? (?:à|en))/iu;
const seeking =
  /recherch|souhait|rejoindre|cherch|looking for|objectif|projet|disponib|mobil|candidat|à partir d|basée? (?:à|en)/iu;
/** Where someone worked, not where they live or wish to. */
const worked =
  /(?<!\p{L})(?:chez\s|stages?\s(?:à|au|aux|en|dans|chez|ouvrier|de)|stagiaire|travaill[ée]|effectu[ée]|exerc[ée]|employ[ée]e?\s|embauch|exp[ée]riences?\s|missions?\s|ancienn?e?\s)/iu;
const home =
  /(?<!\p{L})(?:(?:j['’]habite|je vis|je r[ée]side|je demeure|habit(?:e|ant)|domicili[ée]e?|r[ée]sid(?:e|ant)|install[ée]e?)\s(?:à\s|au\s|aux\s|en\s|sur\s|dans\s|pr[èe]s d[eu]\s)?|(?:adresse|domicile|ville|r[ée]sidence|localisation)\s?:\s?)/giu;
/** What is only somewhere a town of an employer may stand. */
const doubtful = 0.35;
const lead = /(?<![\p{L}])(?:à|au|aux|en|dans|sur|vers|secteur|r[ée]gion|in|autour de|pr[èe]s de)\s/giu;
const based =
  /(?:poste (?:bas[ée]|situ[ée]|[àa] pourvoir)e?|bas[ée](?:e|\(e\)|·e)? (?:à|en|dans|au)|lieu(?: de travail| de mission)?\s*:|localisation\s*:|o[ùu]\s*\?|situ[ée](?:e|s)? (?:à|en|dans|au)|implant[ée]e? (?:à|en|dans|au)|sites? (?:d[e'’u]|:)|usine d[e'’u]|pr[èe]s d[e'’u]|alternante?(?:\(e\)|·e)? à)\s*/giu;

/** The places of a CV are home and those wished for, of an offer those of the work. */
export function placesOf(units: readonly Unit[], kind: TextKind, read: ReadWords): PlaceMention[] {
  let left = mostRead;
  const few: ReadWords = (said) => (left-- > 0 ? read(said) : nothing);
  const found = units.flatMap((unit) =>
    firstOf(kind === 'CV' ? ofCandidate(unit) : ofWork(unit), (snippet) => placesIn(unit, snippet, few)),
  );
  const surest = Math.max(0, ...found.map(({ confidence }) => confidence));
  return kind === 'CV' ? found : found.filter(({ confidence }) => confidence > surest - 0.2);
}

/** A line that is a place as a whole is not taken apart. */
function firstOf(snippets: readonly Snippet[], placesOf: (snippet: Snippet) => PlaceMention[]): PlaceMention[] {
  const [first, ...others] = snippets;
  if (!first) return [];
  const found = placesOf(first);
  return first.whole && first.start === 0 && found.length > 0 && others.some(({ start }) => start === 0)
    ? found
    : [...found, ...others.flatMap(placesOf)];
}

function ofCandidate(unit: Unit): Snippet[] {
  const { text, section } = unit;
  if (section === 'HEAD' || section === 'CONTACT' || section === 'PROFILE' || section === 'OTHER') {
    const [lives] = text.matchAll(home);
    if (lives && !/\d{5}/.test(text)) {
      const start = lives.index + lives[0].length;
      return [
        { text: clause(text.slice(start)).slice(0, 60), start, confidence: 0.9, whole: false },
        ...saidPlaces(unit),
      ];
    }
  }
  const said = saidPlaces(unit);
  if (!worked.test(text) || seeking.test(text)) return said;
  return said.map((one) => ({ ...one, confidence: Math.min(one.confidence, doubtful) }));
}

function saidPlaces({ text, section }: Unit): Snippet[] {
  const snippets: Snippet[] = [];
  for (const { 0: words, index } of text.matchAll(mobile)) {
    if (section === 'EXPERIENCE' || section === 'HOBBIES') continue;
    const start = index + words.length;
    snippets.push({ text: clause(text.slice(start)), start, confidence: 0.9, whole: false });
  }
  if (section !== 'HEAD' && section !== 'CONTACT' && section !== 'PROFILE') return snippets;
  if (snippets.length > 0) return [...snippets, ...parts(text.split(/mobil/iu)[0]!, section === 'PROFILE')];
  if (wish.test(text)) {
    const from = text.search(wish);
    const [first] = [...text.slice(from).matchAll(lead)];
    if (first)
      return [
        {
          text: text.slice(from + first.index).slice(0, longestClause),
          start: from + first.index,
          confidence: 0.85,
          whole: false,
        },
      ];
  }
  return parts(text, section === 'PROFILE');
}

/** Postal addresses, and parts of a line that are a place and nothing else. */
function parts(text: string, prose: boolean): Snippet[] {
  const [postal] = text.matchAll(/(?<![\p{N}])\d{5}\s+\p{Lu}[\p{L}' ’-]+(?:\s\(\d{2}\))?/gu);
  if (postal)
    return [{ text: postal[0].replace(/\s*[-–]\s*$/, ''), start: postal.index, confidence: 0.95, whole: false }];
  if (prose) return [];
  const [town] = text.matchAll(/^\s*\p{Lu}[\p{L}'’ -]+(?:, | \(|, \()[\p{L}\d'’ -]+\)?\s*$/gu);
  const snippets: Snippet[] = town ? [{ text, start: 0, confidence: 0.9, whole: true }] : [];
  for (const { 0: part, index } of text.matchAll(/(?:[^|•·–—/,;(]|\([^)]*\)|-(?! )|(?<! )\/)+/gu)) {
    if (part.trim().length < 2 || part.length > 60 || !/^\s*(?:\p{Lu}|\d{2,5}\s)/u.test(part)) continue;
    snippets.push({ text: part.replace(/\s-\s.*$/u, ''), start: index, confidence: 0.85, whole: true });
    const [tail] = part.matchAll(/(?<=\s-\s|\s{2})\p{Lu}.*$/gu);
    if (tail) snippets.push({ text: tail[0], start: index + tail.index, confidence: 0.8, whole: true });
  }
  return snippets;
}

function ofWork({ text, section, line }: Unit): Snippet[] {
  if (section === 'BENEFITS') return [];
  const snippets: Snippet[] = [];
  for (const { 0: words, index } of text.matchAll(based)) {
    const weak = /^(?:situ|implant|usine|site|pr[èe]s)/iu.test(words);
    if (/client|fournisseur/iu.test(text.slice(Math.max(0, index - 20), index + words.length + 15))) continue;
    const start = index + words.length;
    const leads = /(?:à|en|dans|au|de|d['’]|du)\s*$/iu.exec(words)?.[0] ?? '';
    const from = start - (/^(?:à|en|dans|au)/iu.test(leads) ? leads.length : 0);
    snippets.push({
      text: clause(text.slice(from)).slice(0, 80),
      start: from,
      confidence: weak ? 0.75 : 0.95,
      whole: false,
    });
  }
  if (snippets.length > 0) return snippets;
  if (section === 'TERMS') return [{ text: text.slice(0, 80), start: 0, confidence: 0.9, whole: false }];
  if (line > 2) return section === 'HEAD' || section === 'MISSION' ? inside(text, 0.6) : [];
  return [...parts(text, false).map((one) => ({ ...one, confidence: 0.85 })), ...inside(text, 0.7)];
}

/** "Où l’on fabrique des skis à Sallanches", "à Mirecourt (Vosges)": written as a town. */
function inside(text: string, confidence: number): Snippet[] {
  return [
    ...text.matchAll(
      /(?<!\p{L})(?:à|de|d['’])\s?(\p{Lu}[\p{L}'’]*(?:[ -](?:\p{Lu}|sur|en|les?|la|de|du|sous)[\p{L}'’-]*)*)(?:,?\s\(?[\p{L}\d-]+\)?)?/gu,
    ),
  ]
    .filter(
      ({ 0: words, index }) =>
        words.startsWith('à') || /^\s?[(,]/.test(text.slice(index + words.length)) || /\($|\)$/.test(words),
    )
    .map(({ 0: words, index }) => ({ text: words, start: index, confidence, whole: false }))
    .concat(
      [...text.matchAll(/\(([\p{Lu}][\p{L}\s'’-]+,\s?\d{2,3})\)/gu)].map(({ 1: words, index }) => ({
        text: words!.replace(/,\s?(\d+)$/, ' ($1)'),
        start: index + 1,
        confidence,
        whole: false,
      })),
    );
}

const clause = (text: string): string => text.slice(0, longestClause).split(/[.;|\n]/u)[0]!;

const longestClause = 120;

function placesIn(unit: Unit, { text, start, confidence, whole }: Snippet, read: ReadWords): PlaceMention[] {
  if (text.trim() === '') return [];
  const { concepts, places, rest } = read(text);
  if (whole && /[\p{L}]/u.test(rest)) return [];
  const words = saidWords(text);
  const named = concepts.filter(({ kind, applied }) => applied && /COMMUNE|DEPARTMENT|REGION|TERRITORY/.test(kind));
  return places.flatMap((place): PlaceMention[] => {
    const code = place.commune?.code ?? place.departmentCode ?? place.regionCode ?? place.territoryId;
    const concept = named.find((one) => one.code === code);
    const at = concept && spanOf(words, concept.words);
    if (!concept || !at) return [];
    const km = Number(/(\d{1,3})\s?km\s(?:autour|aux alentours|maximum|max)/iu.exec(unit.text)?.[1] ?? 0);
    const around = place.commune && km > 0 && km <= 200 ? { commune: { ...place.commune, radiusKm: km } } : place;
    return [
      {
        place: around,
        label: concept.label,
        start: unit.start + start + at.start,
        end: unit.start + start + at.end,
        confidence,
      },
    ];
  });
}

/** Where folded words stand. */
function spanOf(words: readonly SaidWord[], folded: string): { start: number; end: number } | null {
  const count = folded.split(' ').length;
  for (let from = 0; from + count <= words.length; from += 1) {
    if (wordsIn(words, { from, until: from + count }) === folded) {
      return { start: words[from]!.start, end: words[from + count - 1]!.end };
    }
  }
  return null;
}
