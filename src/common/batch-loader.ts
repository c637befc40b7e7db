import DataLoader from 'dataloader';
import type { RequestContext } from './context.js';

/**
 * A loader that is a singleton of the application and keeps one DataLoader per request, so that rows asked for by many
 * resolvers of one request are read in one query and never shared between two callers.
 */
export abstract class BatchLoader<Key, Value> {
  private readonly perRequest = new WeakMap<RequestContext, DataLoader<Key, Value>>();

  /** The values in the order of the keys; an Error in a place fails that key alone. */
  protected abstract batch(keys: readonly Key[]): Promise<(Value | Error)[]>;

  load(context: RequestContext, key: Key): Promise<Value> {
    return this.of(context).load(key);
  }

  private of(context: RequestContext): DataLoader<Key, Value> {
    let loader = this.perRequest.get(context);
    if (!loader) {
      loader = new DataLoader<Key, Value>((keys) => this.batch(keys));
      this.perRequest.set(context, loader);
    }
    return loader;
  }
}
