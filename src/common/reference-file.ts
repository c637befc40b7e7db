import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a file of reference/ is: the folder lies beside the sources and beside the compiled program, at different heights. */
export function referenceFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'reference', name);
    if (existsSync(file)) return file;
    const above = dirname(folder);
    if (above === folder) throw new Error(`reference/${name} is missing from the installation.`);
    folder = above;
  }
}
