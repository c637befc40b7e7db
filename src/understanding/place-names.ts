import { fold } from '../common/fold.js';
import type { CommuneFacts, DepartmentFacts, RegionFacts } from '../territories/facts.js';
import { byPopulation, saintInFull, withoutArticle } from '../territories/folded-places.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';

/** All places of one name. */
export interface NamedPlaces {
  /** The most populated first. */
  communes: CommuneFacts[];
  /** Communes of today that hold one that had the name. */
  formerly: CommuneFacts[];
  departments: DepartmentFacts[];
  regions: RegionFacts[];
  territories: TerritoryFacts[];
}

export const noPlaces = (): NamedPlaces => ({
  communes: [],
  formerly: [],
  departments: [],
  regions: [],
  territories: [],
});

/** What people call the regions of today; `fold` of the names themselves is added. */
const regionCalls: Record<string, string> = {
  paca: '93',
  'region sud': '93',
  aura: '84',
  ara: '84',
  idf: '11',
  'region parisienne': '11',
  bfc: '27',
  hdf: '32',
  'region centre': '24',
};

/** Names for several departments: regions as they were until 2015, which people still name, and others. */
const groups: Record<string, string> = {
  alsace: '67 68',
  aquitaine: '24 33 40 47 64',
  auvergne: '03 15 43 63',
  'basse normandie': '14 50 61',
  bourgogne: '21 58 71 89',
  champagne: '08 10 51 52',
  'champagne ardenne': '08 10 51 52',
  'cote d azur': '06 83',
  'franche comte': '25 39 70 90',
  'grande couronne': '77 78 91 95',
  'haute normandie': '27 76',
  'languedoc roussillon': '11 30 34 48 66',
  limousin: '19 23 87',
  lorraine: '54 55 57 88',
  'midi pyrenees': '09 12 31 32 46 65 81 82',
  'nord pas de calais': '59 62',
  'pays basque': '64',
  'pays de savoie': '73 74',
  'petite couronne': '92 93 94',
  picardie: '02 60 80',
  'poitou charentes': '16 17 79 86',
  provence: '04 13 83 84',
  'rhone alpes': '01 07 26 38 42 69 73 74',
  'savoie mont blanc': '73 74',
};

/** Towns of which people leave the article out: "Havre", "Rochelle". */
const knownWithoutArticle = 20_000;
/** And those that are called by the first word of their name: "Aix", "Chalon", "Clermont". */
const knownByFirstWord = 30_000;

/** Places by their names; made once per edition of the gazetteer and day. */
export class PlaceNames {
  private readonly byName = new Map<string, NamedPlaces>();
  private readonly longest = new Map<string, number>();
  private readonly byPostalCode = new Map<string, CommuneFacts[]>();

  /** With the territories in force on that day (YYYY-MM-DD). */
  constructor(gazetteer: Gazetteer, on: string) {
    for (const commune of gazetteer.communes()) if (!commune.retired) this.addCommune(commune);
    for (const { foldedName, communeCode } of gazetteer.formerNames()) {
      const commune = gazetteer.commune(communeCode);
      if (!commune) continue;
      // "Vire" is how people call Vire Normandie; another former name is rather that of a village.
      const isStillCalled = commune.foldedName.startsWith(`${foldedName} `);
      this.named(foldedName)[isStillCalled ? 'communes' : 'formerly'].push(commune);
    }
    for (const { communes, formerly } of this.byName.values()) {
      communes.sort(byPopulation);
      formerly.sort(byPopulation);
    }
    for (const department of gazetteer.departments()) {
      for (const name of withAndWithoutArticle(fold(department.name))) this.named(name).departments.push(department);
    }
    for (const region of gazetteer.regions()) {
      for (const name of withAndWithoutArticle(fold(region.name))) this.named(name).regions.push(region);
    }
    for (const [name, code] of Object.entries(regionCalls)) {
      const region = gazetteer.region(code);
      if (region) this.named(name).regions.push(region);
    }
    for (const [name, codes] of Object.entries(groups)) {
      this.named(name).departments.push(...codes.split(' ').flatMap((code) => gazetteer.department(code) ?? []));
    }
    const territories = gazetteer.territoriesInForce(on);
    for (const territory of territories) this.named(fold(territory.name)).territories.push(territory);
    for (const territory of territories) this.addParts(territory);
  }

  /** By a folded name, "saint" in full. */
  get(name: string): NamedPlaces | undefined {
    return this.byName.get(name);
  }

  /** How many words the longest name has that begins with this one. */
  longestFrom(word: string): number {
    return this.longest.get(word) ?? 0;
  }

  ofPostalCode(code: string): readonly CommuneFacts[] {
    return this.byPostalCode.get(code) ?? [];
  }

  private addCommune(commune: CommuneFacts): void {
    for (const name of communeNames(commune)) this.named(name).communes.push(commune);
    for (const code of [...commune.postalCodes, ...(townCodes[commune.code] ?? [])]) {
      const communes = this.byPostalCode.get(code) ?? [];
      communes.push(commune);
      this.byPostalCode.set(code, communes);
    }
  }

  /** "Plastics Vallée" of "Plastics Vallée – Oyonnax", unless something else has that name. */
  private addParts(territory: TerritoryFacts): void {
    for (const part of territory.name.split(' – ').map(fold)) {
      if (part.includes(' ') && !this.byName.has(saintInFull(part))) this.named(part).territories.push(territory);
    }
  }

  private named(foldedName: string): NamedPlaces {
    const name = saintInFull(foldedName);
    const known = this.byName.get(name) ?? noPlaces();
    this.byName.set(name, known);
    const words = name.split(' ');
    this.longest.set(words[0]!, Math.max(words.length, this.longest.get(words[0]!) ?? 0));
    return known;
  }
}

/** What people write for a town that has a postal code for each of its districts. */
const townCodes: Record<string, string[]> = { '75056': ['75000'], '69123': ['69000'], '13055': ['13000'] };

function communeNames({ foldedName, departmentCode, population }: CommuneFacts): string[] {
  const bare = withoutArticle(foldedName);
  if (bare !== foldedName) {
    const isOne = !bare.includes(' ');
    const isCalled = isOne ? population >= knownWithoutArticle && departmentCode.length === 2 : true;
    return isCalled ? [foldedName, bare] : [foldedName];
  }
  const [, first] = /^(\p{L}{3,}) (?:sur|en|ferrand|billancourt)(?: |$)/u.exec(foldedName) ?? [];
  return first && population >= knownByFirstWord ? [foldedName, first] : [foldedName];
}

const withAndWithoutArticle = (name: string): string[] => [...new Set([name, withoutArticle(name)])];
