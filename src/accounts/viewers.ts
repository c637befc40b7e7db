import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { unauthenticated } from '../common/errors.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';

/** Who is calling, found once per request. */
@Injectable()
export class Viewers {
  private readonly perRequest = new WeakMap<RequestContext, Promise<Viewer | null>>();

  constructor(private readonly sessions: Sessions) {}

  /** Null for strangers, and for tokens that are unknown, expired, or of a suspended account. */
  of(context: RequestContext): Promise<Viewer | null> {
    let viewer = this.perRequest.get(context);
    if (!viewer) {
      viewer = this.sessions.viewer(context);
      this.perRequest.set(context, viewer);
    }
    return viewer;
  }

  /** Throws UNAUTHENTICATED for strangers. */
  async required(context: RequestContext): Promise<Viewer> {
    const viewer = await this.of(context);
    if (!viewer) throw unauthenticated();
    return viewer;
  }

  /** To be called when the request itself opened a session, so that whatever comes later in it runs as signed in. */
  remember(context: RequestContext, viewer: Viewer): void {
    this.perRequest.set(context, Promise.resolve(viewer));
  }

  /** To be called when the request itself ended its session, so that nothing later in it runs as signed in. */
  forget(context: RequestContext): void {
    this.perRequest.set(context, Promise.resolve(null));
  }
}
