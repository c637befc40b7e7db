import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { Circuit } from './circuit.js';
import { answerAbout } from './register-shape.js';

export const registerStates = ['ACTIVE', 'CLOSED', 'UNKNOWN'] as const;

/** What the public register says of an establishment. */
export interface RegisterAnswer {
  state: (typeof registerStates)[number];
  /** Null when it is unknown, or not published. */
  name: string | null;
  /** Short name, trade names, signs. */
  otherNames: string[];
  nafCode: string | null;
  /** INSEE’s code of a band of employees: “21” for 50 to 99. */
  headcountBand: string | null;
  closedOn: string | null;
  /** The same band for all establishments together; left out of answers that were kept before it was read, as the two below. */
  unitHeadcountBand?: string | null;
  /** INSEE’s category: “PME”, “ETI” or “GE”. */
  category?: string | null;
  /** INSEE’s legal category, four digits: “5710” for a SAS. */
  legalCategory?: string | null;
}

/** The register did not answer, or not as it should: to be asked again later. */
export class RegisterUnavailable extends Error {
  override readonly name = 'RegisterUnavailable';
}

/** Milliseconds the register may take, in all. */
const patience = 5_000;

/** An answer about one establishment is some kilobytes long. */
const longestAnswer = 1_000_000;

/** After so many failures in a row it is left alone for a minute. */
const failuresInARow = 5;
const rest = 60_000;

/** Seconds a register that is asked too often can keep us waiting at most. */
const longestWait = 3_600;

/** The public register of companies (API Recherche d’entreprises, DINUM), asked by the jobs alone and off by default. */
@Injectable()
export class CompanyRegister implements OnApplicationShutdown {
  private readonly circuit: Circuit;
  private readonly agent = new Agent({ connect: { timeout: 3_000 }, connections: 2 });

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    clock: Clock,
  ) {
    this.circuit = new Circuit(clock, { failures: failuresInARow, rest });
  }

  get isOn(): boolean {
    return this.config.COMPANY_REGISTER_URL !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  /** Throws RegisterUnavailable when it does not answer as it should, and at once while it is left alone. */
  async look(siret: string): Promise<RegisterAnswer> {
    if (this.circuit.isOpen) throw new RegisterUnavailable('the register is left alone for a while');
    try {
      const answer = answerAbout(siret, await this.ask(siret));
      this.circuit.succeeded();
      return answer;
    } catch (error) {
      this.circuit.failed();
      throw error instanceof RegisterUnavailable ? error : new RegisterUnavailable(messageOf(error));
    }
  }

  private async ask(siret: string): Promise<unknown> {
    const base = this.config.COMPANY_REGISTER_URL!;
    const url = new URL('search', base.endsWith('/') ? base : `${base}/`);
    url.search = new URLSearchParams({ q: siret, page: '1', per_page: '5' }).toString();
    const signal = AbortSignal.timeout(patience);
    const headers = { accept: 'application/json', 'user-agent': 'vte-territoires' };
    const { statusCode, headers: said, body } = await request(url, { dispatcher: this.agent, headers, signal });
    if (statusCode !== 200) {
      await body.dump();
      if (statusCode === 429) this.circuit.open(secondsOf(said['retry-after']) * 1_000);
      throw new RegisterUnavailable(`the register answered ${statusCode}`);
    }
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of body as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > longestAnswer) throw new RegisterUnavailable('the register answered too much');
      parts.push(part);
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  }
}

/** “Retry-After” in seconds, as the register writes it; a minute when it does not. */
function secondsOf(header: string | string[] | undefined): number {
  const seconds = Number([header].flat()[0]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, longestWait) : rest / 1_000;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
