const mebibyte = 1024 * 1024;

/** What reading one file may cost. */
export interface FileLimits {
  /** Bytes of the file as it was sent. */
  bytes: number;
  /** Pages of a PDF. */
  pages: number;
  /** Characters of its text. */
  characters: number;
  /** Time from the start of its thread to the text. */
  milliseconds: number;
  /** Memory of the thread for objects; the thread ends when it wants more. */
  heapMebibytes: number;
  /** Bytes that may be unpacked from a file, in all: a small file can hold a very large one. */
  unpackedBytes: number;
}

/** Far above any honest CV. */
export const fileLimits: Readonly<FileLimits> = {
  bytes: 5 * mebibyte,
  pages: 10,
  characters: 60_000,
  milliseconds: 10_000,
  heapMebibytes: 256,
  unpackedBytes: 20 * mebibyte,
};
