import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type FileFault, UnreadableFile } from '../../src/documents/read-file-faults.js';
import { storedKind } from '../../src/files/stored-kind.js';
import { aDocx, aPdf, column, compoundFile, encryptedPdf, rawPdf, repacked } from '../documents/cv-files.js';

const html = '<!doctype html><html><body><script>alert(1)</script></body></html>';
const same = (xml: string): string => xml;
const docx = () => aDocx(['Camille Martin, ingénieure qualité']);
const pdf = () => aPdf(column(['Camille Martin, ingénieure qualité']));

const kindOr = (bytes: Uint8Array): string => {
  try {
    return storedKind(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
};

test('a PDF and a Word document are known by what stands in them', async () => {
  expect(storedKind(await pdf())).toBe('PDF');
  expect(storedKind(encryptedPdf())).toBe('PDF');
  expect(storedKind(Buffer.concat([Buffer.from('\uFEFF\r\n'), await pdf()]))).toBe('PDF');
  expect(storedKind(await docx())).toBe('DOCX');
});

test.each<[string, FileFault, () => Uint8Array | Promise<Uint8Array>]>([
  ['nothing', 'UNSUPPORTED_FILE', () => new Uint8Array()],
  ['a page of the web', 'UNSUPPORTED_FILE', () => Buffer.from(html)],
  ['a page of the web that is a PDF too', 'UNSUPPORTED_FILE', async () => Buffer.concat([Buffer.from(html), await pdf()])],
  ['a program that is a PDF too', 'UNSUPPORTED_FILE', async () => Buffer.concat([Buffer.from('MZ\x90\x00'), await pdf()])],
  ['a script that is a PDF too', 'UNSUPPORTED_FILE', async () => Buffer.concat([Buffer.from('#!/bin/sh\n'), await pdf()])],
  ['a PDF that is a zip too', 'UNSUPPORTED_FILE', async () => Buffer.concat([await pdf(), zipSync({ 'A.class': strToU8('x') })])],
  ['a picture', 'UNSUPPORTED_FILE', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a zip that is no document', 'UNSUPPORTED_FILE', () => zipSync({ 'a.txt': strToU8('hello') })],
  ['a zip that only says so', 'UNSUPPORTED_FILE', () => zipSync({ '[Content_Types].xml': strToU8('wordprocessingml.document.main+xml') })],
  ['a workbook', 'UNSUPPORTED_FILE', async () => withTypes(await docx(), 'wordprocessingml.document.main', 'spreadsheetml.sheet.main')],
  ['a document that holds macros', 'UNSUPPORTED_FILE', async () => repacked(await docx(), same, { 'word/vbaProject.bin': randomBytes(100) })],
  ['a document for macros', 'UNSUPPORTED_FILE', async () => withTypes(await docx(), 'openxmlformats-officedocument.wordprocessingml.document.main+xml', 'ms-word.document.macroEnabled.main+xml')],
  ['a document that holds a program', 'UNSUPPORTED_FILE', async () => repacked(await docx(), same, { 'word/embeddings/oleObject1.bin': randomBytes(100) })],
  ['a document that unpacks to 100 MB', 'UNSUPPORTED_FILE', async () => repacked(await docx(), same, { 'word/media/a.bmp': new Uint8Array(100 * 1024 * 1024) })],
  ['a document of 3000 parts', 'UNSUPPORTED_FILE', async () => repacked(await docx(), same, Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`word/${at}`, strToU8('')])))],
  ['a list of contents that unpacks to 1 MB', 'UNSUPPORTED_FILE', async () => repacked(await docx(), same, { '[Content_Types].xml': new Uint8Array(1024 * 1024) })],
  ['an old Word document', 'OLD_WORD_FILE', () => compoundFile('WordDocument')],
  ['noise that begins like a zip', 'DAMAGED_FILE', () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(10_000)])],
  ['half a document', 'DAMAGED_FILE', async () => (await docx()).subarray(0, 3000)],
])('%s is refused as %s', async (_name, fault, bytes) => {
  expect(kindOr(await bytes())).toBe(fault);
}); // prettier-ignore

/** With one more object, as it stands or packed together with others. */
const pdfWith = (object: string): Uint8Array =>
  rawPdf(Buffer.from(''), '', `9 0 obj<<${object}>>endobj trailer<</Root 1 0 R>>`);
function pdfPacking(objects: string): Uint8Array {
  const packed = deflateSync(objects);
  const before = `9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  return Buffer.concat([pdfWith(''), Buffer.from(before), packed, Buffer.from('\nendstream endobj\n%%EOF')]);
}

test.each<[string, string, () => Uint8Array]>([
  ['a script', 'UNSUPPORTED_FILE', () => pdfWith('/S/JavaScript/JS(app.alert(1))')],
  ['a script whose name is hidden', 'UNSUPPORTED_FILE', () => pdfWith('/S /J#61va#53cript /JS (app.alert(1))')],
  ['a script that is packed', 'UNSUPPORTED_FILE', () => pdfPacking('9 0 <</S/JavaScript/JS(app.alert(1))>>')],
  ['a program to start', 'UNSUPPORTED_FILE', () => pdfWith('/S/Launch/F(cmd.exe)')],
  ['objects that unpack to 30 MB', 'UNSUPPORTED_FILE', () => pdfPacking(' '.repeat(30 * 1024 * 1024))],
  ['a page to open at', 'PDF', () => pdfWith('/OpenAction[3 0 R/Fit]')],
  ['harmless objects that are packed', 'PDF', () => pdfPacking('9 0 <</Title(JavaScript, /Launchpad)>>')],
  ['the data of a Europass CV', 'PDF', () => pdfWith('/Names<</EmbeddedFiles<</Names[(attachment.xml)9 0 R]>>>>')],
])('a PDF with %s is %s', (_name, is, bytes) => {
  expect(kindOr(bytes())).toBe(is);
}); // prettier-ignore

test('a list of contents that says it is short and is not takes no room', async () => {
  const bomb = Buffer.from(repacked(await docx(), same, { '[Content_Types].xml': new Uint8Array(50 * 1024 * 1024) }));
  const entry = bomb.lastIndexOf(Buffer.from('[Content_Types].xml')) - 46;
  expect(bomb.readUInt32LE(entry)).toBe(0x02014b50);
  bomb.writeUInt32LE(1000, entry + 24);
  const before = process.memoryUsage().rss;
  expect(kindOr(bomb)).toMatch(/DAMAGED_FILE|UNSUPPORTED_FILE/);
  expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1024 * 1024);
});

function withTypes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const types = strFromU8(unzipSync(bytes)['[Content_Types].xml']!);
  return repacked(bytes, same, { '[Content_Types].xml': strToU8(types.replaceAll(from, to)) });
}
