import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { referenceFile } from '../common/reference-file.js';
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
  return parseAidRules(JSON.parse(readFileSync(referenceFile('aid-rules.json'), 'utf8')));
}
