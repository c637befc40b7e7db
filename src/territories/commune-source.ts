import { fold } from '../common/fold.js';
import type { AliasKind, CommuneAlias } from './commune.entity.js';
import { communePoints } from './commune-points.js';
import type { CommuneRecord, PackageData } from './package-data.js';
import type { ReferenceTables, Row } from './reference-tables.js';

export type CommuneTables = Pick<ReferenceTables, 'regions' | 'departments' | 'epcis' | 'communes' | 'aliases'>;

const overseasCollectivity = /^(97[578]|98)/;

/** Metropolitan France and the five overseas departments out of the packages' data; the same data give the same rows. */
export function communeTables(data: PackageData): CommuneTables {
  const covered = data.communes.filter(({ code }) => !overseasCollectivity.test(code));
  const current = covered.filter(({ type }) => type === 'commune-actuelle');
  const aliases = communeAliases(covered, current, data.points);
  const epciOf = new Map(data.epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])));
  const communes = current.map(({ code, nom, departement, codesPostaux = [], population = 0 }) => ({
    code,
    name: nom,
    foldedName: fold(nom),
    departmentCode: departement,
    epciSiren: epciOf.get(code) ?? null,
    postalCodes: [...codesPostaux].sort(),
    population,
    retired: false,
  }));
  const formerCodes = new Map<string, string[]>();
  for (const { formerCode, communeCode } of aliases) {
    formerCodes.set(communeCode, [...(formerCodes.get(communeCode) ?? []), formerCode]);
  }
  const points = communePoints(communes, formerCodes, data);
  return {
    regions: data.regions.filter(inFrance).map(({ code, nom }) => ({ code, name: nom, retired: false })),
    departments: data.departments
      .filter(inFrance)
      .map(({ code, nom, region = '' }) => ({ code, name: nom, regionCode: region, retired: false })),
    epcis: groupsHere(data, communes).map(({ code, nom, type }) => ({
      siren: code,
      name: nom,
      kind: type,
      retired: false,
    })),
    communes: communes.map((commune) => {
      const point = points.get(commune.code);
      if (!point) throw new Error(`No point is known for ${commune.code} ${commune.name}, nor any neighbour.`);
      return { ...commune, ...point };
    }),
    aliases,
  };
}

const inFrance = ({ zone }: { zone: string }): boolean => zone !== 'com';

function groupsHere({ epcis }: PackageData, communes: readonly { code: string }[]): PackageData['epcis'] {
  const here = new Set(communes.map(({ code }) => code));
  return epcis.filter(({ membres }) => membres.some(({ code }) => here.has(code)));
}

const kinds: Partial<Record<CommuneRecord['type'], AliasKind>> = {
  'commune-deleguee': 'DELEGATED',
  'commune-associee': 'ASSOCIATED',
  'arrondissement-municipal': 'ARRONDISSEMENT',
};

/**
 * Codes that are no commune's today, with the commune they lie in now. A delegated commune may bear the code of its
 * whole: it is kept for its name, and the code still means the commune of today.
 */
function communeAliases(
  covered: readonly CommuneRecord[],
  current: readonly CommuneRecord[],
  points: PackageData['points'],
): Row<CommuneAlias>[] {
  const today = new Map(current.map((commune) => [commune.code, commune]));
  const olderNames = new Map(points.map(({ code, nom }) => [code, nom]));
  const aliases = new Map<string, Row<CommuneAlias>>();
  const add = (formerCode: string, communeCode: string, kind: AliasKind, name: string | undefined): void => {
    const whole = today.get(communeCode);
    if (!whole || (today.has(formerCode) && (formerCode !== communeCode || name === whole.nom))) return;
    aliases.set(formerCode, {
      formerCode,
      communeCode,
      kind,
      name: name ?? null,
      foldedName: name ? fold(name) : null,
    });
  };
  for (const { code, anciensCodes = [] } of current) {
    for (const former of anciensCodes) add(former, code, 'FORMER', olderNames.get(former));
  }
  for (const { code, nom, type, chefLieu, commune } of covered) {
    const kind = kinds[type];
    if (kind) add(code, chefLieu ?? commune ?? '', kind, nom);
  }
  return [...aliases.values()].sort((one, other) => (one.formerCode < other.formerCode ? -1 : 1));
}
