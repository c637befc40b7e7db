import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireInstanceLock, AlreadyRunning } from '../../src/embedded/instance-lock.js';
import { markOf } from '../../src/embedded/processes.js';
import { folder, launcher, onLinux, removeFolders } from './trial.js';

afterEach(removeFolders);

const GONE = 2 ** 22 + 1;

function leave(dataDir: string, content: unknown): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'instance.lock'), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the lock of an instance', () => {
  it('is held by one at a time, and says in both languages who and where', async () => {
    const dataDir = folder();
    const lock = await acquireInstanceLock(dataDir);
    lock.note('http://127.0.0.1:4000/graphql');
    const second = await acquireInstanceLock(dataDir).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(AlreadyRunning);
    const [french, english] = (second as AlreadyRunning).message.split('\n');
    expect(french).toContain(`tourne déjà sur ces données (processus ${process.pid}, http://127.0.0.1:4000/graphql)`);
    expect(english).toContain(`already runs on these data (process ${process.pid}, http://127.0.0.1:4000/graphql)`);
    lock.release();
    (await acquireInstanceLock(dataDir)).release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is not given away by releasing or noting after somebody else took it', async () => {
    const dataDir = folder();
    const first = await acquireInstanceLock(dataDir);
    first.release();
    const second = await acquireInstanceLock(dataDir);
    first.note('http://wrong.example');
    first.release();
    await expect(acquireInstanceLock(dataDir)).rejects.toThrow(`(process ${process.pid})`);
    second.release();
  });

  it('is taken over from a process that is gone, and from a file that says nothing', async () => {
    for (const left of [
      { id: 'old', pid: GONE, started: 'x:1' },
      { id: 'old', pid: GONE },
      '',
      '{"pid":',
      { pid: -1 },
    ]) {
      const dataDir = folder();
      leave(dataDir, left);
      (await acquireInstanceLock(dataDir)).release();
    }
  });

  onLinux('is taken over when its pid now belongs to a process that started later', async () => {
    const dataDir = folder();
    leave(dataDir, { id: 'old', pid: process.pid, started: 'another-boot:1' });
    (await acquireInstanceLock(dataDir)).release();
  });

  it('stays with a living process whose start time is not known', async () => {
    const dataDir = folder();
    leave(dataDir, { id: 'old', pid: process.ppid });
    await expect(acquireInstanceLock(dataDir)).rejects.toBeInstanceOf(AlreadyRunning);
    leave(dataDir, { id: 'other', ...markOf(process.ppid) });
    await expect(acquireInstanceLock(dataDir)).rejects.toBeInstanceOf(AlreadyRunning);
  });

  it('gets past a take-over that was itself killed halfway', async () => {
    const dataDir = folder();
    leave(dataDir, { id: 'old', pid: GONE });
    mkdirSync(join(dataDir, 'instance.lock.clearing'));
    utimesSync(join(dataDir, 'instance.lock.clearing'), 1, 1);
    (await acquireInstanceLock(dataDir)).release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('goes to exactly one of many that find a dead one at the same moment', async () => {
    const dataDir = folder();
    for (let round = 0; round < 10; round += 1) {
      leave(dataDir, { id: 'old', pid: GONE });
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => acquireInstanceLock(dataDir)));
      const won = tries.filter((each) => each.status === 'fulfilled');
      expect(won).toHaveLength(1);
      won[0]!.value.release();
    }
  });

  it('goes to exactly one of several processes', async () => {
    const dataDir = folder();
    leave(dataDir, { id: 'old', pid: GONE });
    const all = await Promise.all(Array.from({ length: 4 }, () => launcher(dataDir, { only: 'lock' })));
    const refused = all.filter(({ said }) => said.refused === 'AlreadyRunning');
    expect(refused).toHaveLength(3);
    const winner = all.find(({ said }) => said.refused === undefined)!;
    for (const { said } of refused) expect(said.message).toContain(`processus ${winner.pid}`);
    await winner.end('SIGKILL');
    (await acquireInstanceLock(dataDir)).release();
  });

  it('makes a data folder that may be passed through', async () => {
    const dataDir = folder();
    (await acquireInstanceLock(dataDir)).release();
    expect(statSync(dataDir).mode & 0o111).toBe(0o111);
  });
});
