import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** A room imports itself and the rooms before it; files directly in src are the roof, which nobody imports. */
const order = [
  'common',
  'permissions',
  'jobs',
  'words',
  'documents',
  'embedded',
  'http',
  'accounts',
  'audit',
  'rulebooks',
  'mail',
  'credentials',
  'outbox',
  'territories',
  'maps',
  'managers',
  'skills',
  'companies',
  'members',
  'verification',
  'offers',
  'candidates',
  'aids',
  'eligibility',
  'understanding',
  'extraction',
  'proposals',
  'searchlog',
  'indexing',
  'search',
  'discovery',
  'scoring',
  'matcher',
  'ranking',
  'matchlog',
  'invitations',
  'matching',
  'alerts',
  'files',
  'applications',
  'favourites',
  'messages',
  'interviews',
  'board',
  'hires',
  'labels',
  'moderation',
  'welcome',
  'statistics',
  'programme',
  'privacy',
  'demo',
  'health',
];

const sourceFiles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

const importsOf = (file: string): string[] =>
  Array.from(readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g), ([, path]) =>
    relative('.', normalize(join(dirname(file), path!))),
  );

const rank = (file: string): number => {
  const [top, room, rest] = file.split('/');
  if (top !== 'src') return top === 'migrations' ? -1 : Number.NaN;
  return rest === undefined ? order.length : order.indexOf(room!);
};

test('every folder of src is a room of the order', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).filter((name) => !order.includes(name))).toEqual([]);
  expect(sourceFiles.filter((file) => file.split('/').length > 3)).toEqual([]);
});

test.each(sourceFiles)('%s imports only its own room and rooms before it', (file) => {
  expect(importsOf(file).filter((target) => !(rank(target) <= rank(file)))).toEqual([]);
});

test('only the roof imports migrations, and migrations import nothing of src', () => {
  expect(
    sourceFiles.filter(
      (file) => rank(file) < order.length && importsOf(file).some((path) => path.startsWith('migrations')),
    ),
  ).toEqual([]);
  const migrations = readdirSync('migrations').map((name) => join('migrations', name));
  expect(
    migrations.filter(
      (file) => !file.endsWith('data-source.ts') && importsOf(file).some((path) => path.startsWith('src')),
    ),
  ).toEqual([]);
});

test('only the doors to the engine import its client', () => {
  const importers = sourceFiles.filter((file) =>
    /import (?!type)[^;]*from 'meilisearch'/.test(readFileSync(file, 'utf8')),
  );
  expect(importers.filter((file) => !/^src\/indexing\/(search-engine|engine-http)\.ts$/.test(file))).toEqual([]);
});

test('files stay about one thing', () => {
  const lengths = sourceFiles.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }));
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(70);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(160);
});

test('no general folders and no barrels', () => {
  const general = /(^|\/)(utils?|helpers?|types|dtos?|interfaces|index)(\/|\.ts$)/;
  expect(sourceFiles.filter((file) => general.test(file))).toEqual([]);
});
