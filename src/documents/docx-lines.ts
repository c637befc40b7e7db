import { Parser } from 'htmlparser2';

const lines = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'table', 'tr', 'dl', 'dt', 'dd']);

/**
 * The text of the plain HTML that a Word document becomes, with its lines. The cells of a row stand in one line, a tab
 * between two, unless a cell has several lines itself: then the table is there for the layout, and is read cell by cell.
 */
export function linesOfHtml(html: string): string {
  /** What was read so far of the document, and of each cell that is still open, innermost last. */
  const open = [''];
  const add = (words: string): void => {
    open.push((open.pop() ?? '') + words);
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === 'td' || name === 'th') open.push('');
      else if (name === 'br' || lines.has(name)) add('\n');
    },
    onclosetag: (name) => {
      if (name === 'td' || name === 'th') {
        const cell = (open.pop() ?? '').replace(/\n{2,}/g, '\n').trim();
        add(cell.includes('\n') ? `${cell}\n` : `${cell}\t`);
      } else if (lines.has(name)) add('\n');
    },
    ontext: add,
  });
  parser.end(html);
  return open.join('\n').replace(/\n{2,}/g, '\n');
}
