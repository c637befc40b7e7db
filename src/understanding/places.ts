import { fold } from '../common/fold.js';
import type { Lexicon } from '../skills/lexicon.js';
import type { Recognised } from '../skills/recognise.js';
import { saintInFull, withoutArticle } from '../territories/folded-places.js';
import { normalWords } from '../words/normal-form.js';
import { emptyWords, grammarWords, monthWords } from '../words/silent-words.js';
import { contracted, type Lead, leadBefore, leadWords } from './leads.js';
import { type Mention, spanAround } from './mention.js';
import { type NamedPlaces, noPlaces, type PlaceNames } from './place-names.js';
import { lengthOf, overlap, Phrases, type SaidWord, type Span } from './said-words.js';

/** A commune of fewer inhabitants may bear the name of a trade or a tool, and mostly that is meant. */
const smallTown = 5_000;

/** Departments and towns whose names are everyday words: meant with a capital letter or after a preposition. */
const everydayNames = new Set(
  (
    'nord lot cher manche creuse landes var somme allier aube sens mer plaisir orange vif port moule robert tampon fontaine ' +
    'eu rives crest guise bar contes drap ifs couronne angles salles tresses clapiers lattes blanc riche gorges montagne ' +
    'couture ligne passage change hopital santes avion cendre publier trappes verriere creche arcs garde apt stains fosses diamant marin ' +
    'francois avirons possession madeleine lilas cours rue corps champs bains carrieres marches bourg romans ville'
  ).split(' '),
);
/** "La réunion" of every week is no island. */
const reunion = 'reunion';
/** "du nord" of these is no department. */
const elsewhere = /^(?:europe|afrique|amerique|gare|coree|mer|pole|hemisphere|irlande|face)$/;

const silent = new Set([...emptyWords, ...monthWords, ...grammarWords]);

/** The places that may be meant; among what overlaps, the caller keeps the longest. */
export class PlaceReader {
  /** Whether capital letters tell anything: not in a search that has no others. */
  private readonly capitals: boolean;
  private readonly names: string[];

  constructor(
    private readonly words: readonly SaidWord[],
    private readonly recognised: readonly Recognised[],
    private readonly book: PlaceNames,
    private readonly lexicon: Lexicon,
  ) {
    this.capitals = words.length === 1 || words.some(({ written }) => /\p{Ll}/u.test(written));
    this.names = words.map(({ word }) => saintInFull(word));
  }

  mentions(): Mention[] {
    return this.words.flatMap((_, from) => [...this.from(from, ''), ...this.from(from, this.articleBefore(from))]);
  }

  /** "le" for the "du" that stands before: in "du Mans" the article is within the preposition. */
  private articleBefore(from: number): string | null {
    return contracted.get(this.words[from - 1]?.word ?? '') ?? null;
  }

  private from(from: number, article: string | null): Mention[] {
    if (article === null) return [];
    const found: Mention[] = [];
    let name = article;
    const most = this.book.longestFrom(article || this.names[from]!) - (article ? 1 : 0);
    for (let until = from + 1; until <= this.words.length && until - from <= most; until += 1) {
      const word = this.names[until - 1]!;
      name = name === '' ? word : `${name} ${word === 's' ? 'sur' : word}`;
      const named = this.book.get(name);
      const mention = named && this.meant(name, named, { from, until });
      if (mention) found.push(mention);
    }
    return found;
  }

  private meant(name: string, named: NamedPlaces, span: Span): Mention | null {
    const lead = leadBefore(this.words, span.from);
    const around = spanAround(this.words, span, leadWords, district(named));
    if (!around || this.isPartOfAName(span, lead) || this.isDirection(name, span)) return null;
    const kept = this.ofThatKind(this.likely(name, named, span, lead), lead);
    const isAny = Object.values(kept).some((places: readonly unknown[]) => places.length > 0);
    return isAny ? { kind: 'PLACE', ...span, around, named: kept, firm: lead.town || lead.area } : null;
  }

  /** "Nord Isère" is the north of that department. */
  private isDirection(name: string, { until }: Span): boolean {
    return name === 'nord' && this.book.get(this.names[until] ?? '') !== undefined;
  }

  /** Words of a job or a skill name no place, unless a preposition that is no part of it says so. */
  private isPartOfAName(span: Span, lead: Lead): boolean {
    return this.recognised.some((one) => {
      if (!overlap(one, span)) return false;
      const leadIsWithin = lead.words === '' || one.from < span.from;
      return lengthOf(one) >= lengthOf(span) && (leadIsWithin || !(lead.town || lead.area));
    });
  }

  private likely(name: string, named: NamedPlaces, { until }: Span, lead: Lead): NamedPlaces {
    const capital = this.capitals && /^\p{Lu}/u.test(this.words[until - 1]!.written);
    const bare = withoutArticle(name);
    const isOneWord = !bare.includes(' ');
    if (!isOneWord) return named;
    const everyday = everydayNames.has(bare) && !capital;
    const isShort = bare.length < 3 || silent.has(bare);
    const known = isShort || this.knows(bare);
    const saysTown =
      lead.town && (capital || (bare === name && !contracted.has(lead.words) && !/^a l/.test(lead.words)));
    const town = (small: boolean): boolean => {
      if (isShort) return saysTown && capital;
      return everyday || (small && known) ? saysTown : true;
    };
    const area =
      bare === reunion ? capital : !everyday || lead.area || (this.isOf(lead) && !this.lexicon.knows(this.next(until)));
    const { written } = this.words[until - 1]!;
    return {
      communes: named.communes.filter(
        ({ name, population }) => town(population < smallTown) && isWrittenSo(written, name),
      ),
      formerly: named.formerly.filter(() => town(true)),
      departments: area ? named.departments : [],
      regions: area ? named.regions : [],
      territories: named.territories,
    };
  }

  /** "Du Nord", but not "gare du nord". */
  private isOf(lead: Lead): boolean {
    return /^(?:du|de la|de l|des)$/.test(lead.words) && !elsewhere.test(this.words[lead.from - 1]?.word ?? '');
  }

  private next(until: number): string {
    return normalWords(this.words[until]?.word ?? '')[0] ?? '';
  }

  private knows(name: string): boolean {
    return normalWords(name).some((word) => this.lexicon.knows(word));
  }

  /** "dans la Vienne" is the department and "à Vienne" the town; a territory only where nothing else has its name. */
  private ofThatKind(named: NamedPlaces, { town, area, words }: Lead): NamedPlaces {
    const { communes, formerly, departments, regions, territories } = named;
    const areaCount = departments.length + regions.length;
    if (words.includes('territoire') && territories.length > 0) return { ...noPlaces(), territories };
    const others = { ...named, territories: areaCount + communes.length + formerly.length > 0 ? [] : territories };
    if (area && !town && areaCount + territories.length > 0) return { ...others, communes: [], formerly: [] };
    if (town && !area && communes.length > 0) return { ...others, departments: [], regions: [] };
    if (areaCount === 0) return others;
    return {
      ...others,
      communes: communes.filter(({ population }) => population >= smallTown),
      formerly: town ? formerly : [],
    };
  }
}

/** "Maçon" is not Mâcon: accents may be left out, but not be others. */
function isWrittenSo(written: string, name: string): boolean {
  const [said, called] = [written, name].map((text) => text.normalize('NFC').toLocaleLowerCase('fr')) as [
    string,
    string,
  ];
  return !/[à-öø-ÿœ]/.test(said) || called.endsWith(said) || fold(called) !== fold(said);
}

/** "Lyon 3", "Paris 15e arrondissement", "Lyon Cedex". */
function district({ communes }: NamedPlaces): Phrases {
  return communes.some(({ code }) => code === '75056' || code === '69123' || code === '13055') ? districts : cedex;
}

const besides = ['cedex', 'et alentours', 'et environs', 'et ses environs', 'et sa region'];
const cedex = Phrases.of(besides);
const districts = Phrases.of([
  ...besides,
  ...Array.from({ length: 20 }, (_, at) => at + 1).flatMap((number) =>
    [`${number}e`, `${number}eme`, `${number}er`, `${number} e`].flatMap((nth) => [nth, `${nth} arrondissement`]),
  ),
  ...Array.from({ length: 20 }, (_, at) => `${at + 1}`),
]);
