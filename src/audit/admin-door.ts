import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import { Audit } from './audit.js';

/** Where administrators come in, and others do not: that they tried is noted. */
@Injectable()
export class AdminDoor {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly audit: Audit,
  ) {}

  /** Throws UNAUTHENTICATED for strangers and FORBIDDEN for everyone else who may not. */
  async enter(context: RequestContext, act: Act, objectType: string, objectId: string | null = null): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    if (may(viewer, act)) return viewer;
    await this.audit.note(this.db.manager, {
      actor: viewer,
      act,
      objectType,
      objectId: objectId !== null && isUuid(objectId) ? objectId : null,
      outcome: 'REFUSED',
    });
    throw forbidden();
  }
}
