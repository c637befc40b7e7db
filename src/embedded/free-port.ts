import { createServer, type AddressInfo } from 'node:net';

const listen = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const chosen = (server.address() as AddressInfo).port;
      server.close(() => {
        resolve(chosen);
      });
    });
  });

/** A port of the loopback address that nobody uses now, chosen by the system. */
export const freePort = (): Promise<number> => listen(0);

export const portIsTaken = (port: number): Promise<boolean> =>
  listen(port).then(
    () => false,
    () => true,
  );
