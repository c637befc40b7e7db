import PDFDocument from 'pdfkit';
import { referenceFile } from '../common/reference-file.js';
import { typeset } from '../common/typography.js';

const ink = '#161616';
const blue = '#000091';
const margins = { top: 62, bottom: 68, left: 62, right: 62 };

export interface PdfFacts {
  title: string;
  subject: string;
  /** Printed at the foot of each page. */
  foot: string;
  /** Stands in the file in place of the moment it was made: the same document is the same bytes. */
  at: Date;
}

/**
 * A document in French that is read on screen, on paper and aloud: its language, title and structure are in the file, and its
 * fonts, so that it looks the same everywhere. What it is made of alone decides over its bytes.
 */
export class PdfPage {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<void>;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(private readonly facts: PdfFacts) {
    const { title, subject, at } = facts;
    this.pdf = new PDFDocument({
      size: 'A4',
      margins,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      font: referenceFile('fonts/SourceSans3-Regular.ttf'),
      info: {
        Title: title,
        Subject: subject,
        Author: 'VTE Territoires',
        Creator: 'VTE Territoires',
        CreationDate: at,
        ModDate: at,
      },
    });
    this.pdf.registerFont('regular', referenceFile('fonts/SourceSans3-Regular.ttf'));
    this.pdf.registerFont('bold', referenceFile('fonts/SourceSans3-Bold.ttf'));
    this.done = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  title(text: string): void {
    this.write('H1', text, { font: 'bold', size: 19, colour: blue, after: 10 });
  }

  heading(text: string): void {
    if (this.pdf.y > this.pdf.page.height - margins.bottom - 90) this.pdf.addPage();
    this.pdf.moveDown(0.5);
    this.write('H2', text, { font: 'bold', size: 13, colour: blue, after: 4 });
  }

  paragraph(text: string): void {
    for (const part of breakable(text).split(/\n+/)) this.write('P', part, { font: 'regular', size: 10.5, after: 5 });
  }

  note(text: string): void {
    this.write('P', text, { font: 'regular', size: 9, colour: '#3a3a3a', after: 6 });
  }

  /** A name and what it is, on one line where it fits: one sentence for the ear. */
  fact(name: string, value: string): void {
    const { pdf } = this;
    const label = french(`${name} : `);
    const words = french(value);
    this.root.add(
      pdf.struct('P', {}, () => {
        pdf.font('bold').fontSize(10.5).fillColor(ink).text(label, { continued: true, lineGap: 1.5 });
        pdf.font('regular').text(words, { lineGap: 1.5 });
      }),
    );
    this.space(3);
  }

  item(text: string): void {
    const { pdf } = this;
    const left = margins.left;
    this.root.add(
      pdf.struct('P', {}, () => {
        pdf.font('regular').fontSize(10.5).fillColor(ink);
        pdf.text(`–\u00a0${french(text)}`, left + 12, pdf.y, { lineGap: 1.5, width: this.width - 12 });
        pdf.x = left;
      }),
    );
    this.space(4);
  }

  newPage(): void {
    this.pdf.addPage();
  }

  /** A file that travels with the document, byte for byte. */
  attach(name: string, bytes: Buffer, description: string): void {
    const at = this.facts.at;
    this.pdf.file(bytes, { name, type: 'application/pdf', description, creationDate: at, modifiedDate: at });
  }

  async bytes(): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(start + index);
      this.foot(index + 1, count);
    }
    this.pdf.end();
    await this.done;
    return Buffer.concat(this.chunks);
  }

  private get width(): number {
    return this.pdf.page.width - margins.left - margins.right;
  }

  private write(tag: string, text: string, { font, size, colour = ink, after }: Style): void {
    const { pdf } = this;
    this.root.add(
      pdf.struct(tag, {}, () => {
        pdf.font(font).fontSize(size).fillColor(colour).text(french(text), { lineGap: 1.5 });
      }),
    );
    this.space(after);
  }

  private space(points: number): void {
    this.pdf.y += points;
  }

  /** Below the margin, where the text of a page never comes; no part of what is read aloud. */
  private foot(number: number, of: number): void {
    const { pdf } = this;
    const { bottom } = pdf.page.margins;
    const y = pdf.page.height - 44;
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(8).fillColor('#3a3a3a');
    pdf.text(french(this.facts.foot), margins.left, y, { width: this.width - 70, lineBreak: false });
    pdf.text(`page\u00a0${number}\u00a0sur\u00a0${of}`, margins.left, y, {
      width: this.width,
      align: 'right',
      lineBreak: false,
    });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}

interface Style {
  font: 'regular' | 'bold';
  size: number;
  colour?: string;
  after: number;
}

/** Where no space lets a line break, something does: a word of thousands of letters would be measured for seconds. */
const breakable = (text: string): string => text.replace(/\S{60}(?=\S)/gu, '$&\u200b');

/** What is written by people keeps its words; only spaces at which a line must not break are set. */
const french = (text: string): string => typeset({ fr: text, en: '' }).fr;
