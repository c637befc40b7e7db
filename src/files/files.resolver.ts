import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  Mutation,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import type { RequestContext } from '../common/context.js';
import { NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import type { StoredFile } from './stored-file.entity.js';
import { CandidateFileType } from './stored-file.type.js';
import { StoredFiles } from './stored-files.js';

@ObjectType('FileDeleted', { description: 'The file is gone, from the applications it was sent with too.' })
export class FileDeleted {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

const DeleteFileResult = createUnionType({
  name: 'DeleteFileResult',
  description: 'That the file was deleted, or why not.',
  types: () => [FileDeleted, NotAllowed] as const,
  resolveType: refusalOr(FileDeleted),
});

@Resolver(() => CandidateFileType)
export class FilesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly files: StoredFiles,
  ) {}

  @Mutation(() => DeleteFileResult, {
    description:
      'Deletes a file of the caller for good; companies it was sent to with an application no longer have it either. NotAllowed when there is no such file, or it is not the caller’s.',
  })
  @Asks('file.manage')
  async deleteFile(
    @Args('id', { type: () => ID, description: 'The file.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<FileDeleted | Refusal> {
    const { id: accountId } = await this.viewers.required(context);
    return (await this.files.delete(accountId, id)) ? { id } : notYourFile();
  }

  @ResolveField(() => String, {
    description:
      'Where its bytes are, below the address of this API, to be fetched as the caller is signed in: always as something to save.',
  })
  @Asks('file.read')
  url(@Parent() { id }: StoredFile): string {
    return `/files/${id}`;
  }
}

@Resolver(() => CandidateType)
export class CandidateFilesResolver {
  constructor(
    private readonly stored: StoredFiles,
    private readonly access: CandidateAccess,
  ) {}

  @ResolveField(() => [CandidateFileType], {
    complexity: 20,
    description:
      'The files the candidate keeps, at most 5, latest first; sent with POST /files/cv. For the candidate alone: FORBIDDEN to others.',
  })
  @Asks('file.manage')
  async files(@Parent() candidate: Candidate, @Context() context: RequestContext): Promise<StoredFile[]> {
    await this.access.requireSelf(candidate, context);
    return this.stored.ofAccount(candidate.accountId);
  }
}

const notYourFile = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ce fichier n’existe pas, ou n’est pas le vôtre.',
    en: 'There is no such file, or it is not yours.',
  });
