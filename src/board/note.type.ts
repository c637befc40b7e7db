import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ApplicationType } from '../applications/application.type.js';
import { connectionTypes } from '../common/connection.js';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';
import type { ApplicationNote } from './note.entity.js';

@ObjectType('ApplicationNote', {
  description:
    'What a member of the company noted about an application for the others. The candidate does not see it here; being ' +
    'about them, it is part of what is handed over when they ask for all that is kept about them, and goes with them.',
})
export class ApplicationNoteType implements Partial<ApplicationNote> {
  @Field(() => ID, { description: 'To be given when it is revised or deleted.' })
  id!: string;

  @Field(() => String, { description: 'Plain text with line breaks, at most 2,000 characters.' })
  body!: string;

  @Field(() => Date, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last revised; null when it never was.' })
  editedAt!: Date | null;
}

export const ApplicationNoteConnection = connectionTypes<ApplicationNoteType>(
  'ApplicationNote',
  () => ApplicationNoteType,
).ConnectionType;

export const SaveNoteResult = createUnionType({
  name: 'SaveApplicationNoteResult',
  description: 'The note, or why it was not kept.',
  types: () => [ApplicationNoteType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(ApplicationNoteType),
});

export const DeleteNoteResult = createUnionType({
  name: 'DeleteApplicationNoteResult',
  description: 'The application without the note, or why it was not deleted.',
  types: () => [ApplicationType, NotAllowed] as const,
  resolveType: refusalOr(ApplicationType),
});
