import { UnreadableFile } from './read-file-faults.js';

/** What a zip begins with; whether it is a Word document, its contents tell. */
const zip = [0x50, 0x4b, 0x03, 0x04];
/** What the formats of Office before 2007 begin with, and today’s when they are encrypted. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Where readers of PDF look for its first words: some programs write a few bytes before them. */
const headLength = 1024;

/**
 * What a file is by what stands in it, whatever its name and its declared type say. Throws UnreadableFile for the kinds
 * that are not read. Three signatures are all that is looked for: a detector of many formats reads deep into files that
 * were made to keep it busy.
 */
export function kindOf(bytes: Uint8Array): 'pdf' | 'zip' {
  if (startsWith(bytes, zip)) return 'zip';
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.subarray(0, headLength).includes('%PDF-')) return 'pdf';
  if (!startsWith(bytes, compoundFile)) throw new UnreadableFile('UNSUPPORTED_FILE');
  const isEncrypted = content.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new UnreadableFile(isEncrypted ? 'ENCRYPTED_FILE' : 'OLD_WORD_FILE');
}

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
