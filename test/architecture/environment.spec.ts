import { readFileSync } from 'node:fs';
import { configNames, readConfig } from '../../src/common/config.js';

const example = readFileSync('.env.example', 'utf8');

test('.env.example explains every variable, and no other', () => {
  const explained = Array.from(example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm), ([, name]) => name!);
  const composeOnly = ['POSTGRES_PASSWORD', 'MEILI_MASTER_KEY'];
  expect(explained.filter((name) => !composeOnly.includes(name)).sort()).toEqual([...configNames].sort());
});

test('an empty environment is usable, and values are checked', () => {
  expect(readConfig({})).toMatchObject({ PORT: 4000, DATA_DIR: '.data', NODE_ENV: 'development', HOST: '127.0.0.1' });
  expect(readConfig(Object.fromEntries(configNames.map((name) => [name, ''])))).toEqual(readConfig({}));
  expect(() => readConfig({ PORT: '99999' })).toThrow(/PORT/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL/);
  expect(() => readConfig({ MEILI_KEY: 'short' })).toThrow(/MEILI_KEY/);
});

test.each(['EMAIL_CONFIRMATION', 'COMPANY_VERIFICATION', 'RATE_LIMITS'])('%s=off is refused in production', (name) => {
  expect(() => readConfig({ NODE_ENV: 'production', [name]: 'off' })).toThrow(new RegExp(name));
  expect(readConfig({ NODE_ENV: 'development', [name]: 'off' })).toMatchObject({ [name]: 'off' });
});

test('production has to say where mails go out and where their links lead', () => {
  const said = { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:25', PUBLIC_URL: 'https://vte.example' };
  expect(readConfig(said)).toMatchObject(said);
  expect(readConfig({ PORT: '4001' }).PUBLIC_URL).toBe('http://localhost:4001');
  expect(() => readConfig({ ...said, SMTP_URL: '' })).toThrow(/^ {2}SMTP_URL: /m);
  expect(() => readConfig({ ...said, PUBLIC_URL: '' })).toThrow(/^ {2}PUBLIC_URL: /m);
});
