import { addDays } from '../common/clock.js';
import type { CompanyDraft } from '../companies/company-draft.js';
import { type DemoFacts, demoPerson, type DemoPerson } from './demo-facts.js';
import { demoFigures } from './demo-eligibility.js';
import { capital, filled } from './french.js';
import type { Random } from './random.js';
import type { CompanyLine, Sector } from './vocabulary.js';

/** A company of the demo, and what its offers repeat of it. */
export interface DemoCompany extends CompanyDraft {
  id: string;
  siret: string;
  createdOn: string;
  owner: DemoPerson;
  sectorName: string;
  sector: Sector;
  /** What sentences about it are filled with. */
  words: Record<string, string>;
  otherSites: string[];
  /** Offers that it has whatever the draw: job and contract. */
  wanted: { job: string; contract: string }[];
}

export function demoCompanies(facts: DemoFacts, random: Random): DemoCompany[] {
  const seen = new Map<string, number>();
  return facts.vocabulary.companies.map((line, place) => {
    const rank = seen.get(line.sector) ?? 0;
    seen.set(line.sector, rank + 1);
    return demoCompany(facts, line, place, rank, random.branch(line.name));
  });
}

/** `rank` among the companies of its sector: neighbours say different things of themselves. */
function demoCompany(facts: DemoFacts, line: CompanyLine, place: number, rank: number, random: Random): DemoCompany {
  const { sentences, sectors } = facts.vocabulary;
  const sector = sectors[line.sector]!;
  const nth = (list: readonly string[]): string => list[rank % list.length]!;
  const headcount = Number(line.headcount);
  const kind = line.sector === 'software' || line.sector === 'engineering' ? '' : ' industrielle';
  const form = headcount < 50 ? 'petite entreprise' : `${headcount < 250 ? 'PME' : 'ETI'}${kind}`;
  const town = facts.placeOf(line.commune).name;
  const words = {
    Name: line.name,
    trade: line.trade || nth(sector.trade),
    does: sector.does,
    do: sector.do,
    makes: line.makes || nth(sector.makes),
    clients: line.makes ? random.pick(sentences.anyClients) : nth(sector.clients),
    project: line.makes ? random.pick(sentences.anyProject) : nth(sector.project),
    shop: nth(sector.shop),
    headcount: String(headcount),
    year: String(random.int(1924, 2014)),
    form,
    Form: capital(form),
    atTown: `à ${town}`,
    ofTown: `de ${town}`,
  };
  const siret = demoSiret(place);
  return {
    id: random.uuid(),
    siret,
    name: line.name,
    nafCode: nth(sector.naf),
    headcount,
    communeCode: line.commune,
    description: filled(random.pick(sentences.profileOfCompany), words),
    website: random.chance(0.8) ? `https://www.${hostOf(line.name)}.example/` : null,
    ...demoFigures(headcount, place),
    createdOn: addDays(facts.today, -random.int(70, 400)),
    owner: demoPerson(facts, random.branch('owner'), 500 + place),
    sectorName: line.sector,
    sector,
    words,
    otherSites: line.sites.split(' ').filter(Boolean),
    wanted: line.wanted
      .split(' ')
      .filter(Boolean)
      .map((wish) => {
        const [job = '', contract = ''] = wish.split(':');
        return { job, contract };
      }),
  };
}

/** Sound by its checksums and nobody's: SIREN numbers that begin with 000 are not given out. */
export function demoSiret(place: number): string {
  const siren = withKey(`000${String(10_000 + place * 7).padStart(5, '0')}`);
  return withKey(`${siren}0001`);
}

/** The digits followed by the one that makes their Luhn sum a multiple of ten. */
function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const hostOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
