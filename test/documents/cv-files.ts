import { randomBytes } from 'node:crypto';
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';

export const pdfType = 'application/pdf';
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Files as people send them, made here so that none has to be kept. */
type Draw = (page: PDFPage, font: PDFFont) => void;

/** A PDF with a page for each of these, in a standard font. */
export async function aPdf(...pages: Draw[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const draw of pages) draw(pdf.addPage([595, 842]), font);
  return pdf.save();
}

/** Lines from the top of a column down, 14 points each. */
export const column =
  (lines: string[], x = 40, top = 780, size = 10): Draw =>
  (page, font) => {
    lines.forEach((line, index) => {
      if (line) page.drawText(line, { x, y: top - 14 * index, size, font });
    });
  };

/** Row by row over both columns, as some programs write a page. */
export const rowByRow =
  (left: string[], right: string[], top = 760): Draw =>
  (page, font) => {
    left.forEach((line, index) => {
      column([line], 40, top - 14 * index)(page, font);
      column([right[index] ?? ''], 220, top - 14 * index)(page, font);
    });
  };

export const all =
  (...draws: Draw[]): Draw =>
  (page, font) => {
    for (const draw of draws) draw(page, font);
  };

/** A page held sideways by the scanner’s driver: shown upright all the same. */
export const sideways =
  (lines: string[]): Draw =>
  (page, font) => {
    page.setRotation(degrees(90));
    lines.forEach((line, index) => {
      page.drawText(line, { x: 40 + 14 * index, y: 40, size: 10, font, rotate: degrees(90) });
    });
  };

/** One page whose content is these bytes, as the file says with `filter`. */
export function rawPdf(content: Uint8Array, filter = '', trailer = ''): Uint8Array {
  const head =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>endobj\n' +
    `4 0 obj<</Length ${content.length}${filter}>>stream\n`;
  return Buffer.concat([
    Buffer.from(head),
    content,
    Buffer.from(`\nendstream endobj\n${trailer ? '' : 'trailer<</Root 1 0 R>>'}${trailer}\n%%EOF`),
  ]);
}

/** Its password is not the empty one: the check words are noise. */
export function encryptedPdf(): Uint8Array {
  const noise = () => `<${randomBytes(32).toString('hex')}>`;
  const encrypt = `5 0 obj<</Filter/Standard/V 1/R 2/O ${noise()}/U ${noise()}/P -44>>endobj\n`;
  return rawPdf(Buffer.from('BT ET'), '', `${encrypt}trailer<</Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]>>`);
}

/** What Word makes of a document with a password: the package encrypted, inside a file of the old kind. */
export const compoundFile = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

/** A Word document of paragraphs; in a paragraph, `\n` is a line break. A list of lists is a table. */
export async function aDocx(content: (string | string[][])[], header = ''): Promise<Uint8Array> {
  const children = content.map((part) => (typeof part === 'string' ? paragraph(part) : table(part)));
  const headers = header ? { default: new Header({ children: [paragraph(header)] }) } : {};
  return Packer.toBuffer(new Document({ sections: [{ headers, children }] }));
}

const paragraph = (text: string): Paragraph =>
  new Paragraph({
    children: text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })),
  });

const cell = (text: string): TableCell =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) });

const table = (rows: string[][]): Table =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) });

/** The same document with other words in its main part, and with more parts. */
export function repacked(docx: Uint8Array, change: (xml: string) => string, more: Zippable = {}): Uint8Array {
  const parts = unzipSync(docx);
  const xml = change(strFromU8(parts['word/document.xml']!));
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml), ...more }, { level: 9 });
}
