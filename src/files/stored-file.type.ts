import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FileKind, FileStanding } from './file-words.js';
import type { StoredFile } from './stored-file.entity.js';

@ObjectType('CandidateFile', {
  description:
    'A file that a candidate keeps here: a CV. Seen by the candidate, and by members of a company to whose offer it was sent ' +
    'with an application. Deleted by the candidate, it is gone from the applications it was sent with too.',
})
export class CandidateFileType implements Partial<StoredFile> {
  @Field(() => ID, { description: 'The id of the file, to be given with an application.' })
  id!: string;

  @Field(() => String, { description: 'Its name, as its owner called it; at most 100 characters.' })
  name!: string;

  @Field(() => FileKind, { description: 'What it is, by what stands in it.' })
  kind!: FileKind;

  @Field(() => Int, { description: 'Its length in bytes.' })
  size!: number;

  @Field(() => FileStanding, { description: 'Whether it can be downloaded yet.' })
  standing!: FileStanding;

  @Field(() => Date, { description: 'When it was stored.' })
  storedAt!: Date;
}
