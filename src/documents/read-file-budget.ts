const counted = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
] as const;

/** Arrays smaller than this are not counted: there are many, and they cost little. */
const small = 64 * 1024;

/**
 * Counts the bytes of the arrays that are made in this thread from now on, and lets none be made beyond `most`. The
 * limits of a thread are about objects only: what a PDF unpacks lies in arrays outside them, and would take the memory
 * of the whole process. `isSpent` says whether that happened, since the reader of PDF swallows errors.
 */
export function arrayBudget(most: number): { isSpent: () => boolean } {
  let left = most;
  for (const name of counted) {
    const made = globalThis[name];
    const size = 'BYTES_PER_ELEMENT' in made ? made.BYTES_PER_ELEMENT : 1;
    const counting = new Proxy<object>(made, {
      construct(target, given: unknown[], asked) {
        const bytes = typeof given[0] === 'number' ? given[0] * size : 0;
        if (bytes >= small) left -= bytes;
        if (left < 0) throw new RangeError('No room for another array');
        return Reflect.construct(target as NewableFunction, given, asked) as object;
      },
    });
    Object.defineProperty(globalThis, name, { value: counting, writable: true, configurable: true });
  }
  return { isSpent: () => left < 0 };
}
