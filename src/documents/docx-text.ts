import { strFromU8, strToU8, unzipSync, type Unzipped, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { linesOfHtml } from './docx-lines.js';
import { UnreadableFile } from './read-file-faults.js';
import type { FileLimits } from './read-file-limits.js';

const contentTypes = '[Content_Types].xml';

/** The text of a Word document: headers, body with its tables and text boxes, footers. Throws UnreadableFile. */
export async function docxText(bytes: Uint8Array, limits: FileLimits): Promise<string> {
  const parts = partsOf(bytes, limits.unpackedBytes);
  if (!strFromU8(parts[contentTypes] ?? new Uint8Array()).includes('wordprocessingml')) {
    throw new UnreadableFile('UNSUPPORTED_FILE');
  }
  const texts = [
    ...(await Promise.all(edgesOf(parts, 'hdr').map(textOf))),
    await textOf(parts),
    ...(await Promise.all(edgesOf(parts, 'ftr').map(textOf))),
  ];
  // The headers of the first page, and of odd and even ones, often say the same.
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}

/**
 * The parts that hold text, unpacked into exactly the room they say they need; together that may be `most` bytes.
 * Pictures and the like are left where they are.
 */
function partsOf(bytes: Uint8Array, most: number): Unzipped {
  let left = most;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize, size, compression }) => {
      if (!/\.(?:xml|rels)$/i.test(name) || /^(?:customXml|docProps)\/|\/(?:theme|glossary)\//.test(name)) return false;
      left -= compression === 0 ? size : originalSize;
      if (left < 0) throw new UnreadableFile('FILE_TOO_COMPLEX');
      return true;
    },
  });
  // Word never declares a document type, and one can hold entities that grow without end.
  const isHostile = Object.values(parts).some((part) => Buffer.from(part.buffer).includes('<!DOCTYPE'));
  if (isHostile) throw new UnreadableFile('DAMAGED_FILE');
  return parts;
}

/** Headers (`hdr`) or footers (`ftr`), which the library does not read, each as a document of its own. */
function edgesOf(parts: Unzipped, root: 'hdr' | 'ftr'): Unzipped[] {
  const kind = root === 'hdr' ? /^word\/(header\d*\.xml)$/ : /^word\/(footer\d*\.xml)$/;
  return Object.entries(parts).flatMap(([path, part]) => {
    const name = kind.exec(path)?.[1];
    if (name === undefined) return [];
    const body = strFromU8(part)
      .replace(new RegExp(`<w:${root}\\b([^>]*)>`), '<w:document$1><w:body>')
      .replace(`</w:${root}>`, '</w:body></w:document>');
    const links = parts[`word/_rels/${name}.rels`];
    return [{ 'word/document.xml': strToU8(body), ...(links && { 'word/_rels/document.xml.rels': links }) }];
  });
}

async function textOf(parts: Unzipped): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
    {
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  return linesOfHtml(value).trim();
}
