import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { Application } from '../applications/application.entity.js';
import { ApplicationType } from '../applications/application.type.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import type { Refusal } from '../common/refusal.js';
import { Standings } from '../messages/standings.js';
import { Asks } from '../permissions/act.decorator.js';
import type { ApplicationNote } from './note.entity.js';
import { ApplicationNoteConnection, ApplicationNoteType, DeleteNoteResult, SaveNoteResult } from './note.type.js';
import { NoteAuthors, Notes } from './notes.service.js';

const id = { type: () => ID, description: 'The note.' };
const body = { description: 'Plain text, 1 to 2,000 characters.' };

@Resolver(() => ApplicationNoteType)
export class NotesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly notes: Notes,
    private readonly authors: NoteAuthors,
  ) {}

  @Asks('note.write')
  @Mutation(() => SaveNoteResult, {
    description:
      'Notes something about an application for the other members, for owners and recruiters of the company.',
  })
  async addApplicationNote(
    @Args('applicationId', { type: () => ID, description: 'The application.' }) applicationId: string,
    @Args('body', body) text: string,
    @Context() context: RequestContext,
  ): Promise<ApplicationNote | Refusal> {
    return this.notes.add(await this.viewers.required(context), applicationId, text);
  }

  @Asks('note.revise')
  @Mutation(() => SaveNoteResult, { description: 'Says a note otherwise, for its author while they recruit there.' })
  async reviseApplicationNote(
    @Args('id', id) noteId: string,
    @Args('body', body) text: string,
    @Context() context: RequestContext,
  ): Promise<ApplicationNote | Refusal> {
    return this.notes.revise(await this.viewers.required(context), noteId, text);
  }

  @Asks('note.delete')
  @Mutation(() => DeleteNoteResult, {
    description: 'Deletes a note, for its author while they recruit there and for owners of the company.',
  })
  async deleteApplicationNote(
    @Args('id', id) noteId: string,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.notes.delete(await this.viewers.required(context), noteId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The address of its author, as members of the company know them; null once their account is gone.',
  })
  async author(@Parent() { authorId }: ApplicationNote, @Context() context: RequestContext): Promise<string | null> {
    return authorId === null ? null : this.authors.load(context, authorId);
  }
}

@Resolver(() => ApplicationType)
export class ApplicationNotesResolver {
  constructor(
    private readonly repository: Notes,
    private readonly standings: Standings,
  ) {}

  @Asks('note.read')
  @ResolveField(() => ApplicationNoteConnection, {
    description:
      'What members of the company noted about it, latest first, for them and for administrators, whose reading is noted ' +
      'in the audit log. FORBIDDEN to others, the candidate among them.',
  })
  async notes(@Parent() application: Application, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    if (!(await this.standings.forReading('note.read', application.id, context))) throw forbidden();
    return momentPage(
      await this.repository.latest(application.id, page.first, after),
      page,
      ({ writtenAt }) => writtenAt,
    );
  }
}
