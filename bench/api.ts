import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { post } from './post.js';
import type { Trial } from './trial.js';

/** The body of one request to the engine: the searches it holds. */
export type Asked = object[];

export interface Api {
  pid: number;
  /** How long the matcher took to read everything, and by how many bytes the process grew meanwhile. */
  prepared: { milliseconds: number; bytes: number };
  ask(query: string, variables: object, token?: string): Promise<Record<string, any>>;
  /** The same, and what was asked of the engine for it. */
  noted(query: string, variables: object): Promise<Asked[]>;
  stop(): Promise<void>;
}

type Told = ({ url: string } & Pick<Api, 'prepared'>) | { asked: Asked } | { told: true };

/** Starts the API in a process of its own on the engines of the trial, with the matcher in memory or without. */
export async function startApi({ environment }: Trial, matcher: 'on' | 'off' = 'off'): Promise<Api> {
  const child = fork(fileURLToPath(new URL('api-process.js', import.meta.url)), {
    // As in production: graphql-js is much slower elsewhere.
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      BENCH_MATCHER: matcher,
      BENCH_ENVIRONMENT: JSON.stringify(environment),
    },
  });
  let asked: Asked[] = [];
  let allTold: () => void = () => undefined;
  const { url, prepared } = await new Promise<{ url: string } & Pick<Api, 'prepared'>>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('the API did not start'));
    });
    child.on('message', (message: Told) => {
      if ('url' in message) resolve({ url: `${message.url}/graphql`, prepared: message.prepared });
      else if ('asked' in message) asked.push(message.asked);
      else allTold();
    });
  });
  const ask: Api['ask'] = async (query, variables, token) => {
    const { data, errors } = await post(url, token, { query, variables });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    pid: child.pid!,
    prepared,
    ask,
    noted: async (query, variables) => {
      asked = [];
      child.send('note');
      await ask(query, variables);
      child.send('rest');
      await new Promise<void>((resolve) => {
        allTold = resolve;
        child.send('all told?');
      });
      return asked;
    },
    stop: async () => {
      child.send('end');
      await once(child, 'exit');
    },
  };
}
