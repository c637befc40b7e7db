import { strFromU8, unzipSync } from 'fflate';
import { UnreadableFile } from '../documents/read-file-faults.js';
import { kindOf } from '../documents/read-file-kind.js';
import type { FileKind } from './file-words.js';
import { actsByItself } from './pdf-actions.js';

const contentTypes = '[Content_Types].xml';
const longestContentTypes = 256 * 1024;
const mebibyte = 1024 * 1024;

/** Of a Word document, by what its table of contents says: far above any CV, and what opens without harm. */
const most = { parts: 2_000, unpacked: 60 * mebibyte };

/** Macros, controls and embedded programs: nothing that a CV needs. */
const active = /vbaProject|vbaData|\/activeX\/|oleObject/i;

/** What may stand before the first words of a PDF: a byte order mark and space. Anything else may be another kind of file too. */
const blank = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);
const endOfZip = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const farthestEndOfZip = 66 * 1024;

/**
 * What a file is by its bytes, whatever its name says. Throws UnreadableFile for anything but a PDF without scripts and a Word
 * document without macros, and for what is one of them and something else besides.
 */
export function storedKind(bytes: Uint8Array): FileKind {
  return kindOf(bytes) === 'pdf' ? pdfOf(bytes) : wordOf(bytes);
}

function pdfOf(bytes: Uint8Array): FileKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const before = content.subarray(0, content.indexOf('%PDF-'));
  const isZipToo = content.subarray(-farthestEndOfZip).includes(endOfZip);
  if (isZipToo || before.some((byte) => !blank.has(byte)) || actsByItself(content))
    throw new UnreadableFile('UNSUPPORTED_FILE');
  return 'PDF';
}

/** Only the list of what is inside is unpacked, into a bounded room. */
function wordOf(bytes: Uint8Array): FileKind {
  const names = new Set<string>();
  let unpacked = 0;
  let list: string;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isFirst = name === contentTypes && !names.has(name);
        names.add(name);
        unpacked += originalSize;
        return isFirst && originalSize <= longestContentTypes;
      },
    });
    list = strFromU8(parts[contentTypes] ?? new Uint8Array());
  } catch {
    throw new UnreadableFile('DAMAGED_FILE');
  }
  const isDocument = list.includes('wordprocessingml.document.main+xml') && names.has('word/document.xml');
  const isTooMuch = unpacked > most.unpacked || names.size > most.parts;
  if (!isDocument || isTooMuch || [...names].some((name) => active.test(name))) {
    throw new UnreadableFile('UNSUPPORTED_FILE');
  }
  return 'DOCX';
}
