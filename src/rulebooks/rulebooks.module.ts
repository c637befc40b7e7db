import { Global, Module } from '@nestjs/common';
import { RuleBookStore } from './rule-book-store.js';
import { RuleBooks } from './rule-books.js';

/** Tables of dated facts that administrators change without a release: versions, who changed what and why. */
@Global()
@Module({
  providers: [RuleBookStore, RuleBooks],
  exports: [RuleBooks],
})
export class RulebooksModule {}
