import { getDocumentProxy } from 'unpdf';
import { linesInOrder } from './pdf-lines.js';
import type { Piece } from './pdf-pieces.js';
import { UnreadableFile } from './read-file-faults.js';
import type { FileLimits } from './read-file-limits.js';

/** What is used of the library, whose own types name modules that are not found. */
interface Pdf {
  numPages: number;
  getPage(number: number): Promise<Page>;
}

interface Page {
  getTextContent(): Promise<{ items: (Item | { type: string })[] }>;
  getViewport(options: { scale: number }): { transform: number[] };
  cleanup(): void;
}

interface Item {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** The text of a PDF, page by page, in the order in which one reads it. Throws UnreadableFile. */
export async function pdfText(bytes: Uint8Array, limits: FileLimits): Promise<string> {
  const pdf = await opened(bytes);
  if (pdf.numPages > limits.pages) throw new UnreadableFile('TOO_MANY_PAGES');
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const pieces = await piecesOf(page);
    length += pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (length > limits.characters) throw new UnreadableFile('TEXT_TOO_LONG');
    pages.push(linesInOrder(pieces).join('\n'));
    page.cleanup();
  }
  return pages.join('\n\n');
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // `new Uint8Array`, because a Buffer is refused.
    const pdf: unknown = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
    });
    return pdf as Pdf;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(isLocked ? 'ENCRYPTED_FILE' : 'DAMAGED_FILE');
  }
}

/** Where each piece of text stands on the page as it is shown, upright: x from the left, y from the top. */
async function piecesOf(page: Page): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [rightX = 1, rightY = 0, , , x = 0, y = 0] = item.transform;
    const [alongX, alongY] = [a * rightX + c * rightY, b * rightX + d * rightY];
    return [
      {
        text: item.str,
        x: a * x + c * y + e,
        y: b * x + d * y + f,
        width: item.width,
        size: item.height || Math.hypot(alongX, alongY) || 1,
        isUpright: Math.abs(alongY) <= Math.abs(alongX),
      },
    ];
  });
}
