import { gzipSync } from 'node:zlib';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readListCsv } from '../../src/territories/list-csv.js';
import { readListFile } from '../../src/territories/list-source.js';

const head = 'code_insee,commune,code_ti,nom_ti,siren_membre,nature_membre';

describe('the rows of a list', () => {
  const row = {
    line: 2,
    commune: '01283',
    territory: 'ti-8414',
    name: 'Plastics Vallée',
    member: '200042935',
    memberName: null,
  };

  test.each([
    ['commas', `${head}\n01283,Oyonnax,ti-8414,Plastics Vallée,200042935,CA\n`],
    [
      'semicolons and Windows lines',
      `${head}\n01283,Oyonnax,ti-8414,Plastics Vallée,200042935,CA\n`.replaceAll(',', ';').replaceAll('\n', '\r\n'),
    ],
    ['a mark before the first column', `\uFEFF${head}\n01283,Oyonnax,TI-8414,Plastics Vallée,200042935,CA`],
    ['lost zeros', `${head}\n1283,Oyonnax,8414,Plastics Vallée,200 042 935,CA`],
    [
      'other names of columns',
      'INSEE_COM;id_ti;LIB_TI;Siren EPCI 2023;Code INSEE COG2026\n01283;ti-8414;Plastics Vallée;200042935;x',
    ],
  ])('are read with %s', (_what, text) => {
    expect(readListCsv(text)).toEqual({ rows: [row], problems: [] });
  });

  test('say by their line what is wrong with them', () => {
    const lines = [
      '01283,O,ti-8414,P,200042935,CA',
      'x,O,ti-8414,P,,',
      '01283,O,zz,P,,',
      '01283,O,ti-8414',
      '',
      '01283,O,ti-8414,,,',
      '01283,O,ti-8414,P,12,CC',
      '01004,A,ti-8414,P,210100040,COM',
    ];
    const { rows, problems } = readListCsv([head, ...lines].join('\n'));
    expect(problems.map(({ line, text }) => `${line} ${text.fr}`)).toEqual([
      '3 « x » n’est pas un code INSEE.',
      '4 « zz » n’est pas un code de territoire.',
      '5 3 colonnes au lieu de 6.',
      '7 Le territoire n’a pas de nom.',
      '8 « 12 » n’est pas un SIREN.',
    ]);
    expect(rows.map(({ line, member }) => [line, member])).toEqual([
      [2, '200042935'],
      [9, '01004'],
    ]);
  });

  test('are refused when the columns are not those of a list, or it is no CSV', () => {
    expect(() => readListCsv('a,b\n1,2')).toThrow('Il faut une première ligne qui nomme les colonnes');
    expect(() => readListCsv('')).toThrow('Il faut une première ligne');
    expect(() => readListCsv(`${head}\n"01283`)).toThrow('n’est pas un CSV lisible');
  });
});

describe('the file of a list', () => {
  let folder: string;
  let server: Server;
  let url: string;
  const text = 'code_insee;code_ti;nom_ti\n01283;ti-8414;Plastics Vallée\n';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vte-list-'));
    server = createServer(({ url: path }, response) => {
      const to = /^\/to\/(.+)$/.exec(path ?? '')?.[1];
      if (to) response.writeHead(302, { location: decodeURIComponent(to) }).end();
      else if (path === '/large') response.end(Buffer.alloc(20_000_001));
      else if (path?.startsWith('/list')) response.end(gzipSync(text));
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const kept = async (bytes: Buffer): Promise<string> => {
    const path = join(folder, 'liste.csv');
    await writeFile(path, bytes);
    return path;
  };

  test('is read in UTF-8 or windows-1252, packed or not, and known by its bytes', async () => {
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1'), gzipSync(text)]) {
      const file = await readListFile(await kept(bytes));
      expect(file).toMatchObject({ source: 'liste.csv', text });
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('comes by address, through a few redirects; what the address asks for is not kept', async () => {
    expect(await readListFile(`${url}/list.csv.gz?key=secret`)).toMatchObject({ source: `${url}/list.csv.gz`, text });
    expect(await readListFile(`${url}/to/${encodeURIComponent(`${url}/list.csv.gz`)}`)).toMatchObject({ text });
  });

  test('is refused in words when it cannot be had', async () => {
    await expect(readListFile(join(folder, 'absent.csv'))).rejects.toThrow('n’est pas un fichier lisible');
    await expect(readListFile(folder)).rejects.toThrow('n’est pas un fichier lisible');
    await expect(readListFile('ftp://example.com/x')).rejects.toThrow('n’est pas une adresse http');
    await expect(readListFile('https://me:secret@example.com/x')).rejects.toThrow('sans mot de passe');
    await expect(readListFile(`${url}/absent`)).rejects.toThrow('a répondu 404');
    await expect(readListFile(`${url}/large`)).rejects.toThrow('dépasse 20 Mo');
    await expect(readListFile(`${url}/to/${encodeURIComponent('file:///etc/hostname')}`)).rejects.toThrow('http');
    const loop = encodeURIComponent('/to/%2Fto%2F%252Fto%252F%25252Fto%25252F%2525252Flist');
    await expect(readListFile(`${url}/to/${loop}`)).rejects.toThrow('plus de 3 fois');
    await expect(readListFile('http://127.0.0.1:9/x')).rejects.toThrow('n’a pas répondu');
    await expect(readListFile(await kept(Buffer.from([0x1f, 0x8b, 1, 2])))).rejects.toThrow('gzip');
  });
});
