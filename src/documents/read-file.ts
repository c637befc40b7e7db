import { docxText } from './docx-text.js';
import { pdfText } from './pdf-text.js';
import { UnreadableFile } from './read-file-faults.js';
import { kindOf } from './read-file-kind.js';
import type { FileLimits } from './read-file-limits.js';

/** Fewer letters than this are a page number or the name of a scanner. */
const fewestLetters = 20;

/** Control characters, private-use ones (bullets of symbol fonts), and signs that are not seen. */
const unreadable =
  /(?![\t\n])\p{Cc}|[\p{Cs}\p{Co}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * The text of a PDF or Word document, in reading order, a line of it in a line. Throws UnreadableFile. To be run in a
 * thread of its own: nothing here is safe from a file made to take time or memory.
 */
export async function readFile(bytes: Uint8Array, limits: FileLimits): Promise<string> {
  if (bytes.length > limits.bytes) throw new UnreadableFile('FILE_TOO_LARGE');
  const text = readable(await (kindOf(bytes) === 'pdf' ? pdfText : docxText)(bytes, limits));
  if ((text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) throw new UnreadableFile('NO_TEXT');
  if (text.length > limits.characters) throw new UnreadableFile('TEXT_TOO_LONG');
  return text;
}

const readable = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(unreadable, '')
    .replace(/(?!\t)[^\S\n]+/gu, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
