import type { CommuneTables } from './commune-source.js';
import type { GroupRecord } from './package-data.js';
import type { MemberKind, TerritoryMember } from './territory.entity.js';

/** What the codes of the lists stand for today. */
export class Geography {
  private readonly groups: ReadonlyMap<string, GroupRecord>;
  private readonly communes: ReadonlyMap<string, CommuneTables['communes'][number]>;
  private readonly aliases: ReadonlyMap<string, string>;

  constructor({ communes, aliases }: CommuneTables, groups: readonly GroupRecord[]) {
    this.groups = new Map(groups.map((group) => [group.code, group]));
    this.communes = new Map(communes.map((commune) => [commune.code, commune]));
    this.aliases = new Map(aliases.map(({ formerCode, communeCode }) => [formerCode, communeCode]));
  }

  /** What a code of a list is; a group that was dissolved since keeps the name under which it was listed. */
  member(code: string, listedName = code): Pick<TerritoryMember, 'code' | 'kind' | 'name'> {
    const group = this.groups.get(code);
    const isCommune = !group && code.length === 5;
    const kind: MemberKind = isCommune ? 'COMMUNE' : group?.type === 'EPT' ? 'EPT' : 'EPCI';
    return { code, kind, name: group?.nom ?? this.commune(code)?.name ?? listedName };
  }

  /** The communes of a group today; of a single commune, itself. */
  communesOfMember(member: string): string[] {
    const group = this.groups.get(member);
    return group ? group.membres.map(({ code }) => code) : [member];
  }

  /** The code of today; undefined for what no commune is or was called. */
  today(code: string): string | undefined {
    return this.communes.has(code) ? code : this.aliases.get(code);
  }

  /** The communes of today under these codes, each once, in the order of their codes; unknown ones are left out. */
  allToday(codes: readonly string[]): string[] {
    return [...new Set(codes.flatMap((code) => this.today(code) ?? []))].sort();
  }

  /** The commune of today under a code of today or before. */
  commune(code: string): CommuneTables['communes'][number] | undefined {
    return this.communes.get(this.today(code) ?? '');
  }

  populationOf(codes: Iterable<string>): number {
    let sum = 0;
    for (const code of codes) sum += this.communes.get(code)?.population ?? 0;
    return sum;
  }
}
