import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { seesOnly, unauthenticated } from '../common/errors.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';

/** Who is calling, found once per request. */
@Injectable()
export class Viewers {
  private readonly perRequest = new WeakMap<RequestContext, Promise<Viewer | null>>();
  private readonly whenSeenAs: ((viewer: Viewer, context: RequestContext) => Promise<void>)[] = [];

  constructor(private readonly sessions: Sessions) {}

  /**
   * Null for strangers, and for tokens that are unknown, expired, or of a suspended account. Throws FORBIDDEN to an
   * administrator who sees as another account in a request that may change something.
   */
  async of(context: RequestContext): Promise<Viewer | null> {
    const viewer = await this.even(context);
    if (viewer?.seenBy && context.writes) throw seesOnly();
    return viewer;
  }

  /** The same for whoever looks at the caller without acting for them. */
  even(context: RequestContext): Promise<Viewer | null> {
    let viewer = this.perRequest.get(context);
    if (!viewer) {
      viewer = this.find(context);
      this.perRequest.set(context, viewer);
    }
    return viewer;
  }

  /** `listener` is told of every request in which an administrator sees as another account, before anything is answered. */
  onSeenAs(listener: (viewer: Viewer, context: RequestContext) => Promise<void>): void {
    this.whenSeenAs.push(listener);
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

  private async find(context: RequestContext): Promise<Viewer | null> {
    const viewer = await this.sessions.viewer(context);
    if (viewer?.seenBy) for (const listener of this.whenSeenAs) await listener(viewer, context);
    return viewer;
  }
}
