import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** One of the platform’s own programs, from the build, as it runs in production: it can be killed without a word. */
export class Program {
  private said = '';

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {
    const listen = (chunk: Buffer): void => {
      this.said += chunk.toString();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
  }

  static start(name: 'main' | 'worker', environment: Record<string, string>): Program {
    const path = fileURLToPath(new URL(`../../dist/src/${name}.js`, import.meta.url));
    const { PATH = '', HOME = '' } = process.env;
    return new Program(name, spawn(process.execPath, [path], { env: { PATH, HOME, ...environment }, stdio: 'pipe' }));
  }

  /** As the machine does when memory is short: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  /** Until it holds; throws, with what the program said, when that takes longer or the program ended. */
  async until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 60_000): Promise<void> {
    const since = Date.now();
    while (!(await holds())) {
      const ended = this.child.exitCode !== null;
      if (ended || Date.now() - since > withinMs) {
        throw new Error(`${this.name}: not ${what} within ${withinMs} ms${ended ? ' (it ended)' : ''}\n${this.said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
