import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import { silent } from '../../src/common/progress.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { importTerritoryList, type ListCommand } from '../../src/territories/list-command.js';
import { aCandidate, anAdministrator, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

jest.setTimeout(120_000);

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('territories');
  platform.travelTo('2026-11-23T09:00:00Z');
});
afterAll(() => platform.stop());

const ask = async (query: string, language = 'fr'): Promise<any> => {
  const { data, errors } = await platform.send(query, {}, { language });
  expect(errors).toBeUndefined();
  return data;
};

test('a territory with what it is made of, what lies around it, and what was before it', async () => {
  const { territory } = await ask(`{ territory(code: "ti-2401") {
    name inForceFrom inForceUntil atLaunch knownSince retired communeCount change changeLabel
    members { code kind name } epcis { siren } successors { change }
    communes(first: 3) { nodes { code } pageInfo { hasNextPage endCursor } }
    predecessors { territory { generation name } sharedPopulation share shareOfOther change changeLabel }
    neighbours(first: 3, withinKm: 80) { km territory { code generation } }
  } }`);
  expect(territory).toMatchObject({
    inForceFrom: '2023-01-01',
    inForceUntil: '2027-12-31',
    atLaunch: false,
    knownSince: '2023-11-09',
    retired: false,
    successors: null,
  });
  expect(territory.members.every(({ kind }: any) => kind === 'EPCI')).toBe(true);
  expect(territory.epcis.length).toBeGreaterThanOrEqual(territory.members.length);
  expect(territory.predecessors[0].territory.generation).toBe('LAUNCH_2018_2022');
  expect(territory.neighbours).toHaveLength(3);
  expect(territory.neighbours.map(({ km }: any) => km)).toEqual(
    territory.neighbours.map(({ km }: any) => km).sort((one: number, other: number) => one - other),
  );
  const codes: string[] = [];
  for (let after = ''; ;) {
    const { territory: next } = await ask(
      `{ territory(code: "ti-2401") { communes(first: 100${after && `, after: "${after}"`}) { nodes { code } pageInfo { hasNextPage endCursor } } } }`,
    );
    codes.push(...next.communes.nodes.map(({ code }: any) => code));
    after = next.communes.pageInfo.endCursor;
    if (!next.communes.pageInfo.hasNextPage) break;
  }
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes.slice(0, 3)).toEqual(territory.communes.nodes.map(({ code }: any) => code));
});

describe('territoryOf', () => {
  const of = async (code: string, on?: string, language = 'fr'): Promise<any> =>
    (
      await ask(
        `{ territoryOf(communeCode: "${code}"${on ? `, on: "${on}"` : ''}) {
          __typename ... on Refusal { message }
          ... on TerritoryOfCommune { on standing text: message commune { code } territories { code generation } }
        } }`,
        language,
      )
    ).territoryOf;

  test('takes a day, and tells none from not known', async () => {
    expect(await of('01283')).toMatchObject({ on: '2026-11-23', standing: 'LISTED', territories: [{}] });
    const before = await of('01283', '2018-11-21');
    expect(before).toMatchObject({ standing: 'BEFORE_THE_PROGRAMME', territories: [] });
    expect(before.text).toBe('Il n’y avait pas de Territoires d’industrie avant leur lancement, le 22/11/2018.');
    expect(await of('01283', '2021-06-01')).toMatchObject({
      standing: 'LISTED',
      territories: [{ generation: 'LAUNCH_2018_2022' }],
    });
    expect(await of('01283', '2028-01-01')).toMatchObject({ standing: 'NOT_KNOWN', territories: [] });
    expect(await of('75056')).toMatchObject({ standing: 'NOT_LISTED', territories: [] });
    expect((await of('75056', undefined, 'en')).text).toBe(
      'Paris belongs to no Territoire d’industrie on 2026-11-23, by the list that counts for that day.',
    );
  });

  test('says when only a later list is known', async () => {
    expect((await of('01283', '2019-02-01')).standing).toBe('LISTED_BY_A_LATER_LIST');
    expect((await of('01283', '2023-01-01')).standing).toBe('LISTED_BY_A_LATER_LIST');
    expect((await of('01283', '2023-11-09')).standing).toBe('LISTED');
  });

  test('understands former codes and refuses those that nobody had', async () => {
    const { commune } = await ask('{ commune(code: "01015") { code } }');
    expect((await of('01015')).commune).toEqual(commune);
    expect((await of(' 2a004 ')).commune).toEqual({ code: '2A004' });
    expect(await of('01999')).toEqual({
      __typename: 'UnknownCommune',
      message: 'Aucune commune ne porte ce code INSEE (ce n’est pas le code postal).',
    });
    expect((await of('98818')).message).toContain('hors de France métropolitaine');
  });
});

test('regions, departments and EPCI with their territories; one that crosses a border is on both sides', async () => {
  const { regions, departments, some, lacq } = await ask(`{
    regions { code name departments { code } territories { id } }
    departments { code territories { id } }
    some: departments(regionCode: "94") { code }
    lacq: territory(code: "ti-7510") { id regions { code } departments { code } epcis { siren territories { id } } }
  }`);
  expect([regions.length, departments.length]).toEqual([18, 101]);
  expect(some.map(({ code }: any) => code)).toEqual(['2A', '2B']);
  expect(regions.flatMap((region: any) => region.departments)).toHaveLength(101);
  const having = (divisions: any[]): string[] =>
    divisions.filter(({ territories }) => territories.some(({ id }: any) => id === lacq.id)).map(({ code }) => code);
  expect(having(regions)).toEqual(lacq.regions.map(({ code }: any) => code).sort());
  expect(having(departments)).toEqual(lacq.departments.map(({ code }: any) => code).sort());
  expect(lacq.regions.length).toBe(2);
  for (const { territories } of lacq.epcis) expect(territories).toContainEqual({ id: lacq.id });
  expect(new Set(regions.flatMap(({ territories }: any) => territories.map(({ id }: any) => id))).size).toBe(183);
});

test('territories by department and by words of their names or members', async () => {
  const { ain, words, none, first } = await ask(`{
    ain: territories(departmentCode: "01") { departments { code } }
    words: territories(words: "terres CANNES") { name }
    none: territories(words: "terres inconnues") { name }
    first: territories(generation: LAUNCH_2018_2022, regionCode: "94", words: null, departmentCode: null) { name }
  }`);
  expect(ain.length).toBeGreaterThan(0);
  for (const { departments } of ain) expect(departments).toContainEqual({ code: '01' });
  expect(words).toEqual([{ name: 'Terres de Cannes et Industries d’Avenir' }]);
  expect(none).toEqual([]);
  expect(first.length).toBeGreaterThan(0);
});

test('what cannot be asked is said in words', async () => {
  for (const argument of ['first: 51', 'first: -1', 'withinKm: 0', 'withinKm: 301']) {
    const { errors } = await platform.send(`{ territory(code: "ti-0101") { neighbours(${argument}) { km } } }`);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  }
});

describe('a list that the operator imports', () => {
  const VERSIONS = `{ territoryListVersions { number generation source isInForce territories communes newTerritories
    goneTerritories appliedAt appliedBy revertedAt } }`;
  const generation = 'CURRENT_2023_2027';
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vte-list-'));
    file = join(folder, 'liste.csv');
    const rows = await platform.db.query<{ line: string }[]>(
      `SELECT commune_code || ';' || CASE commune_code WHEN '01283' THEN 'ti-8499;Oyonnax seule'
         ELSE territory.code || ';' || territory.name END AS line
       FROM territory_commune JOIN territory ON territory.id = territory_id WHERE generation = $1`,
      [generation],
    );
    await writeFile(file, ['code_insee;code_ti;nom_ti', ...rows.map(({ line }) => line)].join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (source: string | undefined, command: Partial<ListCommand>): Promise<string> => {
    const clock = platform.app.get(Clock);
    const said = await importTerritoryList(platform.db, clock, source, { generation, ...command }, silent);
    await platform.app.get(Gazetteer, { strict: false }).refresh();
    await platform.settled();
    return said.join('\n');
  };
  const found = async (territoryId: string): Promise<string[]> => {
    const { searchOffers } = await platform.ask(
      'query ($id: ID!) { searchOffers(filter: { places: [{ territoryId: $id }] }) { nodes { id } } }',
      { id: territoryId },
    );
    return searchOffers.nodes.map(({ id }: any) => id);
  };

  test('is followed by the running platform, its search too, and can be taken back; who was not named loses nothing', async () => {
    const offer = await anOffer(platform, await anOwner(platform));
    const { commune } = await ask('{ commune(code: "01283") { territories { id } } }');
    const [{ id: before }] = commune.territories;
    await platform.settled();
    expect(await found(before)).toEqual([offer.id]);
    const { token } = await aCandidate(platform, { places: [{ territoryId: before }] });

    expect(await run(file, {})).toContain('+ ti-8499 Oyonnax seule : 1 commune,');
    expect(await found(before)).toEqual([offer.id]);
    await run(file, { apply: true });
    const now = (
      await ask('{ commune(code: "01283") { territories { id name neighbours(first: 1) { km territory { id } } } } }')
    ).commune.territories;
    expect(now).toMatchObject([{ name: 'Oyonnax seule', neighbours: [{ territory: { id: before } }] }]);
    expect([await found(before), await found(now[0].id)]).toEqual([[], [offer.id]]);

    await run(undefined, { revert: true, apply: true });
    expect(await found(before)).toEqual([offer.id]);
    const { territory, node, all } = await ask(`{
      territory(code: "ti-8499") { retired } node(id: "${generation}:ti-8499") { ... on Territory { retired } }
      all: territories { id } }`);
    expect([territory, node, all.length]).toEqual([{ retired: true }, { retired: true }, 183]);
    const { viewer } = await platform.ask(
      '{ viewer { candidate { profile { places { territory { id } } } } } }',
      {},
      { token },
    );
    expect(viewer.candidate.profile.places).toEqual([{ territory: { id: before } }]);
  });

  test('is seen by administrators, with those that are shipped', async () => {
    const { token } = await anAdministrator(platform);
    const { territoryListVersions } = await platform.ask(VERSIONS, {}, { token });
    expect(territoryListVersions).toMatchObject([
      {
        number: 1,
        generation,
        source: 'liste.csv',
        isInForce: false,
        territories: 184,
        newTerritories: 1,
        appliedBy: null,
      },
      { number: null, source: 'territories-2018-2022.csv', isInForce: true, territories: 149, appliedAt: null },
      { number: null, source: 'territories-2023-2027.csv', isInForce: true, territories: 183, appliedAt: null },
    ]);
    expect(territoryListVersions[0].revertedAt).not.toBeNull();
    const stranger = await platform.send(VERSIONS);
    expect(stranger.errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    const { token: candidate } = await aCandidate(platform);
    const other = await platform.send(VERSIONS, {}, { token: candidate });
    expect(other.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
