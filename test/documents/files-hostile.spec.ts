import { deflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { FileReader, readingLimits } from '../../src/documents/file-reader.js';
import type { FileLimits } from '../../src/documents/read-file-limits.js';
import { type FileFault, UnreadableFile } from '../../src/documents/read-file-faults.js';
import { aDocx, aPdf, column, compoundFile, encryptedPdf, rawPdf, repacked } from './cv-files.js';

const reader = new FileReader();
afterAll(() => reader.onModuleDestroy());

const honest = ['Camille Martin, ingénieure qualité à Oyonnax, AMDEC et audits'];

/** Why a file is not read; the text when it is. */
const faultOf = async (bytes: Uint8Array, limits?: Partial<FileLimits>): Promise<string> => {
  try {
    return await reader.read(bytes, limits);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
};

const megabyte = 1024 * 1024;
const pages = (count: number) => aPdf(...Array.from({ length: count }, () => column(honest)));

test.each<[string, FileFault, () => Uint8Array | Promise<Uint8Array>]>([
  ['nothing', 'UNSUPPORTED_FILE', () => new Uint8Array()],
  ['a picture', 'UNSUPPORTED_FILE', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['plain text', 'UNSUPPORTED_FILE', () => Buffer.from(honest.join())],
  ['a zip of something else', 'UNSUPPORTED_FILE', () => zipSync({ 'content.xml': strToU8('<a/>') })],
  ['an old Word document', 'OLD_WORD_FILE', () => compoundFile('WordDocument')],
  ['a Word document with a password', 'ENCRYPTED_FILE', () => compoundFile('EncryptedPackage')],
  ['a PDF with a password', 'ENCRYPTED_FILE', encryptedPdf],
  ['a scan', 'NO_TEXT', () => aPdf((page) => { page.drawRectangle({ x: 20, y: 20, width: 500, height: 700 }); })], // prettier-ignore
  ['a scan with page numbers', 'NO_TEXT', () => aPdf(column(['page 1']), column(['page 2']))],
  ['an empty document', 'NO_TEXT', () => aDocx([''])],
  ['5 MB and a byte', 'FILE_TOO_LARGE', () => new Uint8Array(5 * megabyte + 1)],
  ['11 pages', 'TOO_MANY_PAGES', () => pages(11)],
  ['a very long document', 'TEXT_TOO_LONG', () => aDocx(['qualité '.repeat(8000)])],
  [
    'a very long PDF',
    'TEXT_TOO_LONG',
    () => aPdf(...Array(9).fill(column(Array(50).fill('qualité '.repeat(20)), 20, 800, 3))),
  ],
  [
    'noise that begins like a PDF',
    'DAMAGED_FILE',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(megabyte)]),
  ],
  [
    'noise that begins like a zip',
    'DAMAGED_FILE',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(megabyte)]),
  ],
  ['a truncated Word document', 'DAMAGED_FILE', async () => (await aDocx(honest)).subarray(0, 3000)],
])('%s is refused as %s', async (_name, fault, bytes) => {
  expect(await faultOf(await bytes())).toBe(fault);
});

test('a file that takes long is given up', async () => {
  expect(await faultOf(await pages(1), { milliseconds: 1 })).toBe('FILE_TOO_SLOW');
});

test('ten pages are read', async () => {
  expect((await faultOf(await pages(10))).length).toBeGreaterThan(600);
});

test('a truncated PDF gives its text or is called damaged', async () => {
  const pdf = await pages(3);
  for (const part of [0.1, 0.5, 0.9]) {
    expect(await faultOf(pdf.subarray(0, Math.floor(pdf.length * part)))).toMatch(/Camille|^(DAMAGED_FILE|NO_TEXT)$/);
  }
});

describe('what unpacks into very much', () => {
  test('in a Word document is not unpacked', async () => {
    const bomb = repacked(await aDocx(honest), (xml) => xml + ' '.repeat(21 * megabyte));
    expect(bomb.length).toBeLessThan(megabyte);
    expect(await faultOf(bomb)).toBe('FILE_TOO_COMPLEX');
  });

  test('in a Word document that lies about its sizes is cut at the size it tells', async () => {
    const bomb = Buffer.from(repacked(await aDocx(honest), (xml) => xml + ' '.repeat(21 * megabyte)));
    for (let at = bomb.indexOf('PK\x01\x02'); at >= 0; at = bomb.indexOf('PK\x01\x02', at + 4)) {
      if (bomb.readUInt32LE(at + 24) > megabyte) bomb.writeUInt32LE(100, at + 24);
    }
    expect(await faultOf(bomb)).toBe('DAMAGED_FILE');
  });

  test('beside the text of a Word document is left alone', async () => {
    const picture = { 'word/media/image1.png': new Uint8Array(50 * megabyte) };
    expect(await faultOf(repacked(await aDocx(honest), (xml) => xml, picture))).toBe(honest[0]);
  });

  test('in a PDF stops at a limit, and the process has its memory still', async () => {
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const content = deflateSync(Buffer.alloc(200 * megabyte, ' '));
    expect(await faultOf(rawPdf(content, '/Filter/FlateDecode'), { milliseconds: 60_000 })).toBe('FILE_TOO_COMPLEX');
    clearInterval(watch);
    expect((most - before) / megabyte).toBeLessThan(900);
  });
});

test('entities that grow without end are refused before they are read', async () => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
  const bomb = repacked(await aDocx(honest), (xml) =>
    xml.replace('<w:document', `<!DOCTYPE x [<!ENTITY e0 "ha">${entities}]>$&`).replace('Camille', '&e9;'),
  );
  expect(await faultOf(bomb)).toBe('DAMAGED_FILE');
});

test('elements within elements without end are refused', async () => {
  const deep = `${'<w:ins>'.repeat(200_000)}${'</w:ins>'.repeat(200_000)}`;
  const docx = repacked(await aDocx(honest), (xml) => xml.replace('<w:body>', `$&<w:p>${deep}</w:p>`));
  expect(await faultOf(docx)).toMatch(/^(DAMAGED_FILE|FILE_TOO_COMPLEX|FILE_TOO_SLOW)$/);
});

test('a thread that runs out of memory ends alone, and the next file is read', async () => {
  const many = '<w:r><w:t>a</w:t></w:r>'.repeat(800_000);
  const docx = repacked(await aDocx(honest), (xml) => xml.replace('<w:body>', `$&<w:p>${many}</w:p>`));
  expect(await faultOf(docx, { heapMebibytes: 64 })).toBe('FILE_TOO_COMPLEX');
  expect(await faultOf(await pages(1))).toBe(honest[0]);
});

test('what comes when enough files are waiting is refused at once, and the others are read', async () => {
  const pdf = await pages(1);
  const room = readingLimits.atOnce + readingLimits.waiting;
  const answers = Promise.all(Array.from({ length: room }, () => faultOf(pdf)));
  expect(reader.isFull()).toBe(true);
  expect(await faultOf(pdf)).toBe('BUSY');
  expect(new Set(await answers)).toEqual(new Set(honest));
  expect(reader.isFull()).toBe(false);
});

test('every refusal says in both languages what to do, and never what stands in the file', async () => {
  const docx = repacked(await aDocx(honest), (xml) => xml.replace('Camille', '<w:oops>'));
  const error = await reader.read(docx).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableFile);
  const { text, message, status } = error as UnreadableFile;
  expect([text.fr, text.en, message, status].join(' ')).not.toMatch(/oops|Martin/);
});
