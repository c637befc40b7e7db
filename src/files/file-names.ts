import { plainLine } from '../common/plain-text.js';
import type { FileKind } from './file-words.js';

const longestName = 100;
const endings: Record<FileKind, string> = { PDF: '.pdf', DOCX: '.docx', JPEG: '.jpg', PNG: '.png' };

/** Signs that no file system takes, or that mean something in a header or a path. */
const unsafe = /[\\/:*?"<>|;%\p{Cc}]/gu;

/** The name to keep of what the owner called the file: no path, nothing that hides, and the ending of what it is. */
export function safeName(said: string, kind: FileKind, nameless = 'CV'): string {
  const last = said.split(/[\\/]/).at(-1) ?? '';
  const base = plainLine(last)
    .replace(unsafe, ' ')
    .replace(/(\.(?:pdf|docx?|jpe?g|png|exe|js|html?))+\s*$/i, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\s+/g, ' ');
  const ending = endings[kind];
  const cut = [...base].slice(0, longestName - ending.length).join('');
  return `${cut.trim() || nameless}${ending}`;
}

/** The name in a header `x-file-name`, percent-encoded UTF-8; empty when there is none that can be read. */
export function nameIn(header: string | string[] | undefined): string {
  if (typeof header !== 'string') return '';
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
}

/** The header that makes a browser save the file under its name rather than show it. */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%;]/g, '');
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
