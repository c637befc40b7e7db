import { strFromU8, unzipSync } from 'fflate';
import { UnreadableFile } from '../documents/read-file-faults.js';
import { kindOf } from '../documents/read-file-kind.js';
import type { FileKind } from './file-words.js';

const contentTypes = '[Content_Types].xml';
const longestContentTypes = 256 * 1024;

/** What a file is by its bytes, whatever its name says. Throws UnreadableFile for anything but a PDF and a Word document without macros. */
export function storedKind(bytes: Uint8Array): FileKind {
  return kindOf(bytes) === 'pdf' ? 'PDF' : wordOf(bytes);
}

/** Only the list of what is inside is unpacked, into a bounded room. */
function wordOf(bytes: Uint8Array): FileKind {
  const names: string[] = [];
  let list: string;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isFirst = name === contentTypes && !names.includes(name);
        names.push(name);
        return isFirst && originalSize <= longestContentTypes;
      },
    });
    list = strFromU8(parts[contentTypes] ?? new Uint8Array());
  } catch {
    throw new UnreadableFile('DAMAGED_FILE');
  }
  const isDocument = list.includes('wordprocessingml.document.main+xml') && names.includes('word/document.xml');
  if (!isDocument || names.some((name) => /vbaProject/i.test(name))) throw new UnreadableFile('UNSUPPORTED_FILE');
  return 'DOCX';
}
