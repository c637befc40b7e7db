import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** What the provider tells of one person. */
export interface Person {
  email?: string;
  email_verified?: boolean;
}

/** A real provider of OpenID Connect on this machine. People sign in with the name they are listed under. */
export class IdentityProvider {
  readonly people = new Map<string, Person>();
  private server: Server | null = null;
  private handle: RequestListener | null = null;
  private port = 0;

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Takes a port without answering on it yet. */
  async reserve(): Promise<this> {
    await this.start();
    await this.stop();
    return this;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.handle?.(request, response);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Who may send people here, once the port is known. */
  serve(clients: NonNullable<Configuration['clients']>): void {
    const provider = new Provider(this.issuer, {
      clients,
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      features: { jwtUserinfo: { enabled: true } },
      pkce: { required: () => true },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, ...this.people.get(id) }),
      }),
    });
    const handle = provider.callback();
    this.handle = (request, response) => void handle(request, response);
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
