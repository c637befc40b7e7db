import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { type AidRule, parseAidRules } from './aid-rules.js';

/** Where the rules come from: the table shipped with the product. Rules kept in the database will be read here and nowhere else. */
@Injectable()
export class AidRuleBook {
  private readonly rules = readAidRules();

  current(): Promise<AidRule[]> {
    return Promise.resolve(this.rules);
  }
}

export function readAidRules(): AidRule[] {
  return parseAidRules(JSON.parse(readFileSync(tableFile(), 'utf8')));
}

/** The table lies beside the sources and beside the compiled program, at different heights. */
function tableFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'reference', 'aid-rules.json');
    if (existsSync(file)) return file;
    const above = dirname(folder);
    if (above === folder) throw new Error('reference/aid-rules.json is missing from the installation.');
    folder = above;
  }
}
