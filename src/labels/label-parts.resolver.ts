import { Context, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { typeset } from '../common/typography.js';
import { FileKind, FileStanding } from '../files/file-words.js';
import { Asks } from '../permissions/act.decorator.js';
import { documentKindWords } from './document-words.js';
import type { Missing } from './label-missing.js';
import { type NoticeKind, noticeKinds } from './label-notices.js';
import type { LabelDocument } from './label-paper.entity.js';
import { labelRefusalReasons, labelRefusalWords } from './label-reasons.js';
import { PaperFiles } from './label.loaders.js';
import { LabelDocumentType, LabelEventType, LabelMissingType, NoticeKindEnum } from './label.type.js';
import type { ShownEvent } from './labels.resolver.js';

@Resolver(() => LabelMissingType)
export class LabelMissingResolver {
  @Asks('label.read')
  @ResolveField(() => String, { description: 'What, in the language of the request.' })
  what(@Parent() { what }: Missing, @Context() { language }: RequestContext): string {
    return typeset(what)[language];
  }
}

@Resolver(() => LabelEventType)
export class LabelEventResolver {
  @Asks('label.read')
  @ResolveField(() => NoticeKindEnum, { nullable: true, description: 'What somebody was told of; null for a move.' })
  notice(@Parent() { notice }: ShownEvent): NoticeKind | null {
    return noticeKinds.find((kind) => notice?.startsWith(`${kind}:`)) ?? null;
  }

  @Asks('label.read')
  @ResolveField(() => String, {
    nullable: true,
    description: 'Why, in the language of the request: of a refusal; null for all other steps.',
  })
  reason(@Parent() { reason }: ShownEvent, @Context() { language }: RequestContext): string | null {
    const known = labelRefusalReasons.find((one) => one === reason);
    return known ? typeset(labelRefusalWords[known])[language] : null;
  }

  @Asks('label.readPapers')
  @ResolveField(() => String, {
    nullable: true,
    description: 'What was written with it, plain text; null for none, and for managers of territories.',
  })
  words(@Parent() { words, withWords }: ShownEvent): string | null {
    return withWords ? words : null;
  }
}

/** The file of a document: whoever was given the document may have it. */
@Resolver(() => LabelDocumentType)
export class LabelDocumentResolver {
  constructor(private readonly files: PaperFiles) {}

  @Asks('label.readPapers')
  @ResolveField(() => String, { description: 'The kind in words, in the language of the request.' })
  label(@Parent() { kind }: LabelDocument, @Context() { language }: RequestContext): string {
    return typeset(documentKindWords[kind])[language];
  }

  @Asks('label.readPapers')
  @ResolveField(() => ID, { nullable: true, description: 'The id of the file; null while there is none.' })
  fileId(@Parent() { fileId }: LabelDocument): string | null {
    return fileId;
  }

  @Asks('label.readPapers')
  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where the bytes are, below the address of this API, to be fetched as the caller is signed in; null for none.',
  })
  url(@Parent() { fileId }: LabelDocument): string | null {
    return fileId === null ? null : `/files/${fileId}`;
  }

  @Asks('label.readPapers')
  @ResolveField(() => String, { nullable: true, description: 'The name of the file, made safe; null for none.' })
  async fileName(@Parent() document: LabelDocument, @Context() context: RequestContext) {
    return (await this.fileOf(document, context))?.name ?? null;
  }

  @Asks('label.readPapers')
  @ResolveField(() => FileKind, {
    nullable: true,
    description: 'What the file is, by what stands in it; null for none.',
  })
  async fileKind(@Parent() document: LabelDocument, @Context() context: RequestContext) {
    return (await this.fileOf(document, context))?.kind ?? null;
  }

  @Asks('label.readPapers')
  @ResolveField(() => Int, { nullable: true, description: 'The length of the file in bytes; null for none.' })
  async size(@Parent() document: LabelDocument, @Context() context: RequestContext) {
    return (await this.fileOf(document, context))?.size ?? null;
  }

  @Asks('label.readPapers')
  @ResolveField(() => FileStanding, { nullable: true, description: 'Whether it can be downloaded yet; null for none.' })
  async standing(@Parent() document: LabelDocument, @Context() context: RequestContext) {
    return (await this.fileOf(document, context))?.standing ?? null;
  }

  private async fileOf({ fileId }: LabelDocument, context: RequestContext) {
    return fileId === null ? null : this.files.load(context, fileId);
  }
}
