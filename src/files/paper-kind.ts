import { UnreadableFile } from '../documents/read-file-faults.js';
import type { FileKind } from './file-words.js';
import { storedKind } from './stored-kind.js';

const jpegHead = Buffer.from('ffd8ff', 'hex');
const jpegEnd = Buffer.from('ffd9', 'hex');
const pngHead = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');
const zipEnd = Buffer.from('504b0506', 'hex');

/** What a paper of a label is by its bytes: a PDF without scripts or a picture; null for anything else, Word included. */
export function paperKind(bytes: Buffer): FileKind | null {
  const picture = pictureKind(bytes);
  if (picture) return picture;
  try {
    return storedKind(bytes) === 'PDF' ? 'PDF' : null;
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

/** Whole from the first byte to the last, and nothing else besides. */
function pictureKind(bytes: Buffer): FileKind | null {
  if (bytes.includes('%PDF-') || bytes.includes(zipEnd)) return null;
  if (begins(bytes, pngHead) && ends(bytes, pngEnd)) return 'PNG';
  return begins(bytes, jpegHead) && ends(bytes, jpegEnd) ? 'JPEG' : null;
}

const begins = (bytes: Buffer, head: Buffer): boolean => bytes.subarray(0, head.length).equals(head);

const ends = (bytes: Buffer, end: Buffer): boolean =>
  bytes.length > end.length && bytes.subarray(bytes.length - end.length).equals(end);
