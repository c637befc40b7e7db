import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { fold } from '../common/fold.js';
import type { Language } from '../common/text.js';
import type { CommuneFacts } from '../territories/facts.js';
import { saintInFull } from '../territories/folded-places.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { type Likeness, likeness, likenessOf, type Suggested } from './suggest-likeness.js';

interface Area {
  kind: 'DEPARTMENT' | 'REGION' | 'TERRITORY';
  code: string;
  name: string;
  folded: string;
  population: number;
  detail: Record<Language, string>;
  words: string;
}

/** Communes, departments, regions and territories of today by what was typed of their names or codes. */
@Injectable()
export class SuggestPlaces {
  private made: { from: object; on: string; areas: Area[]; homonyms: ReadonlySet<string> } | null = null;

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** Among the equally close, where more people live first. */
  places(typed: string, most: number, language: Language): Suggested[] {
    const asked = saintInFull(fold(typed));
    const communes = this.gazetteer.communesStartingWith(typed, most).map((commune) => ({
      suggested: this.commune(commune, asked),
      population: commune.population,
    }));
    const areas = this.known().areas.flatMap(({ kind, code, name, folded, population, detail, words }) => {
      const isNumber = kind === 'DEPARTMENT' && code.toLowerCase() === asked;
      const close = isNumber ? likeness.exact : likenessOf(folded, asked);
      if (close === null) return [];
      const suggested: Suggested = { kind, code, label: name, detail: detail[language], words, likeness: close };
      return [{ suggested, population }];
    });
    return [...communes, ...areas]
      .sort((one, other) => one.suggested.likeness - other.suggested.likeness || other.population - one.population)
      .slice(0, most)
      .map(({ suggested }) => suggested);
  }

  private commune({ code, name, foldedName, postalCodes, departmentCode }: CommuneFacts, asked: string): Suggested {
    const department = this.gazetteer.department(departmentCode)?.name ?? departmentCode;
    const postalCode = postalCodes.find((one) => one.startsWith(asked)) ?? postalCodes[0];
    const more = postalCodes.length > 1 && postalCode !== asked ? '…' : '';
    return {
      kind: 'COMMUNE',
      code,
      label: name,
      detail: postalCode ? `${department} (${postalCode}${more})` : department,
      words: this.known().homonyms.has(foldedName) ? `${name} (${departmentCode})` : name,
      likeness: this.likenessOf(foldedName, postalCode, asked),
    };
  }

  private likenessOf(foldedName: string, postalCode: string | undefined, asked: string): Likeness {
    if (postalCode === asked) return likeness.exact;
    if (postalCode?.startsWith(asked)) return likeness.prefix;
    return likenessOf(saintInFull(foldedName), asked) ?? likeness.inside;
  }

  private known(): { areas: Area[]; homonyms: ReadonlySet<string> } {
    const [from, on] = [this.gazetteer.edition, this.clock.today()];
    if (this.made?.from !== from || this.made.on !== on) {
      const territories = this.gazetteer.territoriesInForce(on);
      const areas = [...this.divisions(), ...territories.map(territoryArea)];
      this.made = { from, on, areas, homonyms: this.homonyms() };
    }
    return this.made;
  }

  private homonyms(): ReadonlySet<string> {
    const [seen, twice] = [new Set<string>(), new Set<string>()];
    for (const { foldedName, retired } of this.gazetteer.communes()) {
      if (!retired) (seen.has(foldedName) ? twice : seen).add(foldedName);
    }
    return twice;
  }

  private divisions(): Area[] {
    const inhabitants = (communes: readonly CommuneFacts[]): number =>
      communes.reduce((sum, { population }) => sum + population, 0);
    const departments = this.gazetteer.departments().map(({ code, name, regionCode }): Area => {
      const folded = saintInFull(fold(name));
      const [namesake] = this.gazetteer.communesStartingWith(name, 1);
      const region = this.gazetteer.region(regionCode)?.name ?? '';
      return {
        kind: 'DEPARTMENT',
        code,
        name,
        folded,
        population: inhabitants(this.gazetteer.communesOfDepartment(code)),
        detail: { fr: `Département ${code}, ${region}`, en: `Department ${code}, ${region}` },
        words: namesake?.foldedName === folded ? `département ${name}` : name,
      };
    });
    const isDepartmentToo = new Set(departments.map(({ folded }) => folded));
    const regions = this.gazetteer.regions().map(({ code, name }): Area => ({
      kind: 'REGION',
      code,
      name,
      folded: saintInFull(fold(name)),
      population: inhabitants(this.gazetteer.communesOfRegion(code)),
      detail: { fr: 'Région', en: 'Region' },
      words: name,
    }));
    return [...departments, ...regions.filter(({ folded }) => !isDepartmentToo.has(folded))];
  }
}

const territoryArea = ({ id, name, population }: { id: string; name: string; population: number }): Area => ({
  kind: 'TERRITORY',
  code: id,
  name,
  folded: saintInFull(fold(name)),
  population,
  detail: { fr: 'Territoire d’industrie', en: 'Territoire d’industrie (industrial territory)' },
  words: `territoire ${name}`,
});
