import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { mayAsAdministratorOnly } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import type { Act } from '../permissions/rules.js';
import { Audit, type Note } from './audit.js';

/**
 * What administrators read of people: one entry for each object of a request, however often the request shows it, all
 * written together before the answer leaves. An answer whose entries cannot be written is not given.
 */
@Injectable()
export class Reads {
  private readonly perRequest = new WeakMap<RequestContext, Map<string, Note>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly audit: Audit,
  ) {}

  /** Nothing for whoever may read them for another reason than being an administrator: their own company’s, their own. */
  async note(
    context: RequestContext,
    act: Act,
    objectType: string,
    objectIds: readonly string[],
    facts: Facts = {},
  ): Promise<void> {
    const viewer = await this.viewers.of(context);
    if (viewer && mayAsAdministratorOnly(viewer, act, facts))
      this.keep(context, viewer, act, objectType, objectIds, facts.ownerId);
  }

  /** GraphQL answers call it by themselves; whoever answers otherwise calls it before the first byte. */
  async write(context: RequestContext): Promise<void> {
    const notes = this.perRequest.get(context);
    if (!notes) return;
    this.perRequest.delete(context);
    await this.audit.noteAll(this.db.manager, [...notes.values()]);
  }

  private keep(
    context: RequestContext,
    actor: Viewer,
    act: Act,
    objectType: string,
    objectIds: readonly string[],
    ownerId?: string,
  ) {
    const notes = this.perRequest.get(context) ?? new Map<string, Note>();
    this.perRequest.set(context, notes);
    for (const objectId of objectIds)
      notes.set(`${act} ${objectId}`, { actor, act, objectType, objectId, ownerId: ownerId ?? null });
  }
}
