import { Global, Module } from '@nestjs/common';
import { RuleBookEditor } from './rule-book-editor.js';
import {
  RuleBookPreviewResolver,
  RuleBookResolver,
  RuleBookVersionResolver,
  RuleChangeResolver,
} from './rule-book.resolver.js';
import { RuleBookStore } from './rule-book-store.js';
import { RuleBooks } from './rule-books.js';
import { RuleBooksResolver } from './rule-books.resolver.js';

/** Tables of dated facts that administrators change without a release: versions, who changed what and why. */
@Global()
@Module({
  providers: [
    RuleBookEditor,
    RuleBookPreviewResolver,
    RuleBookResolver,
    RuleBookStore,
    RuleBooks,
    RuleBooksResolver,
    RuleBookVersionResolver,
    RuleChangeResolver,
  ],
  exports: [RuleBooks],
})
export class RulebooksModule {}
