import { isatty } from 'node:tty';
import { ConsoleLogger } from '@nestjs/common';
import type { Config } from '../common/config.js';

/** What the framework tells while it wires itself together; nobody reads it twice. */
const wiring = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'GraphQLModule',
  'NestApplication',
]);

/**
 * Lines of JSON in production, short lines elsewhere, failures only in tests. Neither requests nor variables are ever
 * written, so tokens and passwords cannot be either.
 */
export class ServerLog extends ConsoleLogger {
  constructor(mode: Config['NODE_ENV']) {
    super({
      json: mode === 'production',
      colors: mode === 'development' && isatty(process.stdout.fd),
      prefix: 'vte',
      logLevels: mode === 'test' ? ['error', 'fatal'] : ['log', 'warn', 'error', 'fatal'],
    });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (wiring.has(String(rest.at(-1)))) return;
    super.log(message, ...rest);
  }

  protected override formatPid(): string {
    return '';
  }

  protected override getTimestamp(): string {
    return new Date().toISOString().slice(11, 19);
  }
}
