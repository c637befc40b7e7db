import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceFile } from '../../src/common/reference-file.js';

test('a file of reference/ is found, also in a folder of it; one that is not there is named', () => {
  expect(readFileSync(referenceFile('aid-rules.json'), 'utf8')).toContain('VTE');
  expect(referenceFile('demo/companies.csv')).toBe(join(process.cwd(), 'reference/demo/companies.csv'));
  expect(() => referenceFile('nothing.csv')).toThrow('reference/nothing.csv is missing');
});

test('nobody else looks for the folder', () => {
  const seekers = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /join\([^)]*'reference'/.test(readFileSync(join('src', name), 'utf8')));
  expect(seekers).toEqual(['common/reference-file.ts']);
});
