import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { geoArea, geoContains, geoDistance } from 'd3-geo';
import type { Feature, MultiPolygon } from 'geojson';
import { feature, neighbors } from 'topojson-client';
import { mapFrames, mapLayers } from '../../src/maps/map-frames.js';
import { MapKeeper } from '../../src/maps/map-keeper.js';
import type { LayerTopology, ShapeProperties } from '../../src/maps/map-layers.js';
import { isInside } from '../../src/maps/plane.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { Platform } from '../support/platform.js';
import { overlap, squares } from './raster.js';

jest.setTimeout(240_000);

type Shape = Feature<MultiPolygon, ShapeProperties>;

let platform: Platform;
let before: { list: any; file: Response; page: Response; maps: any };
const layers = new Map<string, LayerTopology>();

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(`${platform.url}${path}`, { method, headers: { 'accept-language': 'fr', ...headers } });

const mapsQuery = '{ maps { label explanation attribution files { frame layer url etag bytes zippedBytes } } }';

beforeAll(async () => {
  platform = await Platform.start('maps');
  before = {
    list: await (await get('/maps')).json(),
    file: await get('/maps/metropole/regions.topojson'),
    page: await get('/cartes'),
    maps: (await platform.ask(mapsQuery)).maps,
  };
  await platform.app.get(MapKeeper, { strict: false }).look();
  await platform.jobs();
  for (const frame of mapFrames) {
    for (const layer of mapLayers) {
      const answer = await get(`/maps/${frame}/${layer}.topojson`);
      layers.set(`${frame} ${layer}`, (await answer.json()) as LayerTopology);
    }
  }
}, 240_000);
afterAll(() => platform.stop());

function shapesOf(layer: string): Shape[] {
  return mapFrames.flatMap((frame) => {
    const topology = layers.get(`${frame} ${layer}`)!;
    return feature(topology, topology.objects[layer]!).features as Shape[];
  });
}

const codesOf = (layer: string): string[] => shapesOf(layer).map(({ properties }) => properties.code);

describe('before they were built', () => {
  test('files and page say so and when to ask again, and lists are empty', async () => {
    expect(before.list).toMatchObject({ status: 'BEING_BUILT', maps: [] });
    expect(before.maps.files).toEqual([]);
    expect([before.file.status, before.file.headers.get('retry-after')]).toEqual([503, '20']);
    expect(await before.file.json()).toEqual({
      message: 'Les contours sont en cours de calcul : redemandez-les dans un instant.',
      code: 'BEING_BUILT',
    });
    expect(before.page.status).toBe(503);
    expect(await before.page.text()).toContain('en cours de calcul');
  });
});

describe('the shapes', () => {
  test('are complete: each territory of both generations, each department, region and EPCI once', () => {
    const gazetteer = platform.app.get(Gazetteer, { strict: false });
    expect(new Set(codesOf('regions')).size).toBe(18);
    expect(codesOf('regions')).toHaveLength(18);
    expect(codesOf('departments').sort()).toEqual(
      gazetteer
        .departments()
        .map(({ code }) => code)
        .sort(),
    );
    expect(codesOf('departments')).toHaveLength(101);
    for (const [layer, generation, count] of [
      ['territories-2018-2022', 'LAUNCH_2018_2022', 149],
      ['territories-2023-2027', 'CURRENT_2023_2027', 183],
    ] as const) {
      const codes = gazetteer.territoriesOfGeneration(generation).map(({ code }) => code);
      expect(codesOf(layer).sort()).toEqual(codes.sort());
      expect(codes).toHaveLength(count);
      for (const { properties } of shapesOf(layer)) expect(properties.generation).toBe(generation);
    }
    expect(new Set(codesOf('epcis')).size).toBe(codesOf('epcis').length);
    expect(codesOf('epcis').length).toBeGreaterThan(1_200);
  });

  test('say their code, their name and their generation, and nothing else', () => {
    for (const layer of mapLayers) {
      const names = layer.startsWith('territories') ? ['code', 'generation', 'name'] : ['code', 'name'];
      for (const { properties } of shapesOf(layer)) expect(Object.keys(properties).sort()).toEqual(names);
    }
  });

  test('have closed rings of some extent, that turn as d3-geo wants', () => {
    for (const layer of mapLayers) {
      for (const { properties, geometry } of shapesOf(layer)) {
        expect(geometry.coordinates.length).toBeGreaterThan(0);
        for (const coordinates of geometry.coordinates) {
          for (const ring of coordinates) {
            expect([properties.code, ring.length >= 4, ring[0]]).toEqual([properties.code, true, ring.at(-1)]);
          }
          const area = geoArea({ type: 'Polygon', coordinates });
          expect([properties.code, area > 0 && area < 0.01]).toEqual([properties.code, true]);
        }
      }
    }
  });

  test('lie where their communes are: nearly every centre is inside or at the edge', () => {
    const gazetteer = platform.app.get(Gazetteer, { strict: false });
    const lost: string[] = [];
    let count = 0;
    for (const shape of [...shapesOf('territories-2018-2022'), ...shapesOf('territories-2023-2027')]) {
      const { generation, code } = shape.properties;
      for (const commune of gazetteer.communesOfTerritory(`${generation}:${code}`)) {
        count += 1;
        const point: [number, number] = [commune.longitude, commune.latitude];
        if (!holds(shape, point) && edgeKm(shape, point) > 3) lost.push(`${code} ${commune.name}`);
      }
    }
    expect(lost.length / count).toBeLessThan(0.002);
  });

  test('share their borders: departments that touch are neighbours in the topology', () => {
    const topology = layers.get('metropole departments')!;
    const { geometries } = topology.objects['departments']!;
    const codeAt = geometries.map(({ properties }) => (properties as ShapeProperties).code);
    const touching = new Map(neighbors(geometries).map((found, at) => [codeAt[at], found.map((each) => codeAt[each])]));
    expect(touching.get('01')!.sort()).toEqual(['38', '39', '69', '71', '73', '74']);
    expect(touching.get('75')!.sort()).toEqual(['92', '93', '94']);
    expect(touching.get('2A')).toEqual(['2B']);
  });

  test('give Paris its size and small islands their place', () => {
    const km2 = (shape: Shape): number => geoArea(shape) * 6371 ** 2;
    const paris = shapesOf('departments').find(({ properties }) => properties.code === '75')!;
    expect(km2(paris)).toBeGreaterThan(80);
    expect(km2(paris)).toBeLessThan(130);
    const finistere = shapesOf('departments').find(({ properties }) => properties.code === '29')!;
    expect(geoContains(finistere, [-4.8505, 48.0377])).toBe(true); // Île de Sein
  });
});

const outlines = new URL('../../../shared/data/territories/ti_183_simplifie.geojson', import.meta.url);

(existsSync(outlines) ? describe : describe.skip)('beside the true outlines', () => {
  test('half of the territories overlap them by more than 0.88, and none by less than half', () => {
    const { features } = JSON.parse(readFileSync(outlines, 'utf8'));
    const mine = new Map(shapesOf('territories-2023-2027').map((shape) => [shape.properties.code, shape]));
    const found: { name: string; value: number }[] = features.map(({ properties, geometry }: any) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const shape = mine.get(properties.code)!;
      return { name: properties.nom, value: overlap(squares(polygons), squares(shape.geometry.coordinates)) };
    });
    found.sort((one, other) => one.value - other.value);
    expect(found).toHaveLength(183);
    expect(found[91]!.value).toBeGreaterThan(0.88);
    expect(found.reduce((sum, { value }) => sum + value, 0) / 183).toBeGreaterThan(0.87);
    expect(found.filter(({ value }) => value < 0.5)).toEqual([]);
  });
});

describe('the files', () => {
  const path = '/maps/metropole/territories-2023-2027.topojson';

  test('are listed with where they are', async () => {
    const { status, label, maps } = await (await get('/maps')).json();
    expect([status, label, maps.length]).toEqual(['READY', 'Contours indicatifs', 30]);
    const english = await (await get('/maps', { 'accept-language': 'en' })).json();
    expect(english.label).toBe('Indicative outlines');
    const { files, label: inGraph } = (await platform.ask(mapsQuery)).maps;
    expect(inGraph).toBe('Contours indicatifs');
    expect(files).toHaveLength(30);
    const one = files.find(({ url }: any) => url === path);
    const text = await (await get(path)).text();
    expect(one).toMatchObject({
      frame: 'METROPOLE',
      layer: 'TERRITORIES_2023_2027',
      bytes: Buffer.byteLength(text),
      etag: createHash('sha256').update(text).digest('hex').slice(0, 24),
    });
  });

  test('are not sent again to who has them, and zipped to who can read that', async () => {
    const first = await get(path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    for (const given of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const second = await get(path, { 'if-none-match': given });
      expect([given, second.status, await second.text()]).toEqual([given, 304, '']);
      expect(second.headers.get('etag')).toBe(etag);
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    const plain = await get(path, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const zipped = await get(path, { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(await zipped.json()).toEqual(await plain.json());
    expect((await get(path, { 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBeNull();
    const head = await get(path, {}, 'HEAD');
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  test('that do not exist are told in French, with those that do', async () => {
    for (const other of ['/maps/paris/regions.topojson', '/maps/mayotte/communes.topojson', '/maps/mayotte/regions']) {
      const answer = await get(other);
      const { message, code } = await answer.json();
      expect([other, answer.status, code]).toEqual([other, 404, 'NOT_FOUND']);
      expect(message).toMatch(/^Il n’y a pas de carte à cette adresse\..*la-reunion.*epcis/);
    }
  });

  test('tell a territory where it is', async () => {
    const { territory, overseas } = await platform.ask(`{
      territory(code: "ti-0101") { mapFrame mapBox { west south east north } }
      overseas: territories(generation: LAUNCH_2018_2022) { code mapFrame mapBox { west } } }`);
    expect(territory.mapFrame).toBe('GUADELOUPE');
    const { west, south, east, north } = territory.mapBox;
    expect(west < -61.6 && east > -61.6 && south < 16 && north > 16 && north - south < 1).toBe(true);
    expect(overseas.filter(({ mapBox }: any) => mapBox === null)).toEqual([]);
  });

  test('are built again when a territory changes, and only then', async () => {
    const keeper = platform.app.get(MapKeeper, { strict: false });
    const waiting = (): Promise<{ error: string | null }[]> =>
      platform.db.query(`SELECT last_error AS error FROM graphile_worker.jobs WHERE task_identifier = 'build-maps'`);
    await keeper.look();
    expect(await waiting()).toEqual([]);
    await platform.db.query(`UPDATE territory SET name = name || ' bis' WHERE id = 'CURRENT_2023_2027:ti-0101'`);
    await keeper.look();
    await keeper.look();
    expect(await waiting()).toEqual([{ error: null }]);
    await platform.db.query(
      `UPDATE territory SET name = replace(name, ' bis', '') WHERE id = 'CURRENT_2023_2027:ti-0101'`,
    );
    // An announcement of the change may come in after the first look at what is due.
    for (let look = 0; look < 20 && (look === 0 || (await waiting()).length > 0); look++) await platform.jobs();
    expect(await waiting()).toEqual([]);
  });
});

describe('the page', () => {
  test('shows six frames and links each territory of the map with its line in a list', async () => {
    for (const [path, count] of [
      ['/cartes', 183],
      ['/cartes?generation=2018-2022', 149],
    ] as const) {
      const answer = await get(path, { 'accept-encoding': 'gzip' });
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(html).toContain('<html lang="fr">');
      expect(html).toContain('Contours indicatifs');
      expect(html).toContain('Licence Ouverte');
      expect(html).toContain('En bleu, les Territoires d’industrie\u00a0: chacun mène à sa ligne');
      expect(html).toContain('</strong>\u00a0: Guadeloupe (971)</li>');
      expect(html).toMatch(/svg \{ max-width: 100%[^]*svg a:focus-visible path/);
      expect(html.match(/<svg /g)).toHaveLength(6);
      const links = [...html.matchAll(/<a href="#(ti-[\w-]+)"><path d="M[^"]+"><title>[^<]+<\/title>/g)];
      const lines = [...html.matchAll(/<li id="(ti-[\w-]+)">/g)];
      expect(links.map(([, code]) => code).sort()).toEqual(lines.map(([, code]) => code).sort());
      expect(lines).toHaveLength(count);
      expect(html).not.toMatch(/<script|style="|https?:(?!\/\/www\.w3\.org)/);
      const again = await get(path, { 'if-none-match': answer.headers.get('etag')! });
      expect(again.status).toBe(304);
    }
    expect((await get('/cartes?generation=1999')).status).toBe(404);
    expect(await (await get('/cartes', { 'accept-language': 'en' })).text()).toContain('Indicative outlines');
  });

  test('is zipped on its way and small', async () => {
    const [{ page }] = await platform.db.query<[{ page: number }]>(
      `SELECT sum(octet_length(zipped))::int AS page FROM map_shape WHERE layer <> 'epcis'`,
    );
    expect(page).toBeLessThan(400_000);
    const [row] = await platform.db.query<{ zipped: Buffer; bytes: number }[]>(
      `SELECT zipped, bytes FROM map_shape WHERE frame = 'metropole' AND layer = 'regions'`,
    );
    expect(gunzipSync(row!.zipped)).toHaveLength(row!.bytes);
  });
});

/** On the plane: the shapes are small. */
const holds = ({ geometry }: Shape, point: [number, number]): boolean =>
  geometry.coordinates.some(
    (rings) => rings.filter((ring) => isInside(point, ring as [number, number][])).length === 1,
  );

/** How far a point is from the nearest corner of a shape. */
function edgeKm({ geometry }: Shape, point: [number, number]): number {
  const corners = geometry.coordinates.flat(2) as [number, number][];
  return Math.min(...corners.map((corner) => geoDistance(corner, point))) * 6371;
}
