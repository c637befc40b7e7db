import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, portIsTaken } from './free-port.js';

/** One kind of engine: how it is started on a port until it answers, and how it is ended. */
export interface EngineKind {
  name: string;
  start(port: number): Promise<ChildProcess>;
  end(child: ChildProcess): Promise<void>;
}

export interface SupervisedEngine {
  port: number;
  stop(): Promise<void>;
}

const LONGEST_WAIT_MS = 10_000;
const STEADY_MS = 60_000;

async function startOnFreePort(kind: EngineKind): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { child: await kind.start(port), port };
    } catch (error) {
      if (attempt === 3 || !(await portIsTaken(port))) throw error;
    }
  }
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts an engine and starts it again on the same port whenever it ends by itself, waiting longer after each failure. */
export async function supervise(kind: EngineKind, notice: (text: string) => void): Promise<SupervisedEngine> {
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const first = await startOnFreePort(kind);
  const { port } = first;
  let child = first.child;
  let failures = 0;
  let restarting: Promise<void> | undefined;

  async function restart(): Promise<void> {
    while (!stopped()) {
      try {
        await pause(Math.min(50 * 2 ** failures, LONGEST_WAIT_MS), undefined, { signal: stopping.signal });
        child = await kind.start(port);
        notice(`${kind.name} a redémarré (${kind.name} is back).`);
        watch();
        return;
      } catch (error) {
        if (stopped()) return;
        failures += 1;
        const reason = error instanceof Error ? error.message : String(error);
        notice(`${kind.name} ne redémarre pas, nouvel essai (does not restart, trying again) : ${reason}`);
      }
    }
  }

  function watch(): void {
    const since = Date.now();
    const lost = (): void => {
      if (stopped()) return;
      failures = Date.now() - since > STEADY_MS ? 0 : failures + 1;
      notice(`${kind.name} s'est arrêté sans prévenir, on le relance (stopped unexpectedly, starting it again).`);
      restarting = restart();
    };
    if (ended(child)) lost();
    else child.once('exit', lost);
  }

  watch();
  return {
    port,
    stop: async () => {
      stopping.abort();
      await restarting;
      await kind.end(child);
    },
  };
}
