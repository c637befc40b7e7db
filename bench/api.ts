import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { post } from './post.js';
import type { Trial } from './trial.js';

/** The body of one request to the engine: the searches it holds. */
export type Asked = object[];

export interface Api {
  pid: number;
  ask(query: string, variables: object): Promise<Record<string, any>>;
  /** The same, and what was asked of the engine for it. */
  noted(query: string, variables: object): Promise<Asked[]>;
  stop(): Promise<void>;
}

type Told = { url: string } | { asked: Asked } | { told: true };

/** Starts the API in a process of its own on the engines of the trial. */
export async function startApi({ environment }: Trial): Promise<Api> {
  const child = fork(fileURLToPath(new URL('api-process.js', import.meta.url)), {
    env: { PATH: process.env['PATH'], BENCH_ENVIRONMENT: JSON.stringify(environment) },
  });
  let asked: Asked[] = [];
  let allTold: () => void = () => undefined;
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('the API did not start'));
    });
    child.on('message', (message: Told) => {
      if ('url' in message) resolve(`${message.url}/graphql`);
      else if ('asked' in message) asked.push(message.asked);
      else allTold();
    });
  });
  const ask: Api['ask'] = async (query, variables) => {
    const { data, errors } = await post(url, undefined, { query, variables });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    pid: child.pid!,
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
