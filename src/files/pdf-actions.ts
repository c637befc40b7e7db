import { constants, inflateSync } from 'node:zlib';

/** Scripts, starting of programs, sending of forms, films: nothing that a CV needs. Files inside are: Europass CVs hold one. */
const acts = /\/(?:JavaScript|Launch|SubmitForm|ImportData|RichMedia)(?![A-Za-z])/;

const most = { streams: 500, unpacked: 20 * 1024 * 1024 };
const longestDictionary = 2_000;

/**
 * Whether a PDF does more than to be read. Names are read as readers read them: letters may stand as numbers (`/J#61vaScript`),
 * and objects may be packed together. What is encrypted or packed otherwise is the scanner’s to find.
 */
export function actsByItself(pdf: Buffer): boolean {
  const text = pdf.toString('latin1');
  if (acts.test(plainNames(text))) return true;
  let left = most.unpacked;
  let streams = 0;
  for (const { index } of text.matchAll(/\/ObjStm(?![A-Za-z])/g)) {
    const begin = /stream\r?\n/.exec(text.slice(index, index + longestDictionary));
    if (!begin) continue;
    const unpacked = unpack(pdf.subarray(index + begin.index + begin[0].length), left);
    if (unpacked === null || (streams += 1) > most.streams) return true;
    left -= unpacked.length;
    if (acts.test(plainNames(unpacked))) return true;
  }
  return false;
}

const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Null when it is too much; empty when it cannot be read. What follows the packed bytes is passed over. */
function unpack(packed: Buffer, longest: number): string | null {
  try {
    const limits = { maxOutputLength: Math.max(1, longest), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(packed, limits).toString('latin1');
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : '';
  }
}
