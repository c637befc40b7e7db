import { spawn } from 'node:child_process';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../common/config.js';

/** What a scanner said: LATER when it failed, took too long, or has too much to do. */
export type Verdict = 'LET_IN' | 'REFUSED' | 'LATER';

const atOnce = 2;

/** Secrets of the platform are none of the scanner’s business: this is all it gets of the environment. */
const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

/**
 * The command that a file must pass before anyone may have it, when the operator named one. It is started without a shell: its
 * words are those of FILE_SCANNER between spaces, and the path comes last, so that nothing in a name can be a command.
 */
@Injectable()
export class FileScanner {
  private readonly words: readonly string[];
  private running = 0;

  constructor(@Inject(CONFIG) config: Config) {
    this.words = config.FILE_SCANNER?.trim().split(/\s+/) ?? [];
  }

  async verdict(path: string, mostMilliseconds: number): Promise<Verdict> {
    const [program, ...given] = this.words;
    if (program === undefined) return 'LET_IN';
    if (this.running >= atOnce) return 'LATER';
    this.running += 1;
    try {
      return await verdictOf(program, [...given, path], mostMilliseconds);
    } finally {
      this.running -= 1;
    }
  }
}

/** Whatever it started is ended with it, when it takes too long. */
function verdictOf(program: string, given: string[], mostMilliseconds: number): Promise<Verdict> {
  return new Promise((resolve) => {
    const scanner = spawn(program, given, { shell: false, stdio: 'ignore', detached: true, env: environment });
    const timer = setTimeout(() => {
      endAll(scanner.pid);
    }, mostMilliseconds);
    const say = (verdict: Verdict): void => {
      clearTimeout(timer);
      resolve(verdict);
    };
    scanner.once('error', () => {
      say('LATER');
    });
    scanner.once('exit', (code) => {
      say(code === 0 ? 'LET_IN' : code === 1 ? 'REFUSED' : 'LATER');
    });
  });
}

function endAll(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
