import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

export interface RunAs {
  uid: number;
  gid: number;
}

/**
 * Root never runs the engines: PostgreSQL refuses it, and a search engine has no need of it. Data that are there already
 * keep their owner, so that one may start as root once and as oneself the next time. Undefined when we are not root.
 */
export function engineUser(home: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(home, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = accounts.find(([name]) => name === wanted);
    const [uid, gid] = [Number(found?.[2]), Number(found?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(
    `PostgreSQL ne tourne pas sous root et il n'y a ni compte postgres ni compte nobody : lancez sous un autre compte ou donnez DATABASE_URL et MEILI_URL. ` +
      `(PostgreSQL does not run as root and there is neither a postgres nor a nobody account: start as another user, or set DATABASE_URL and MEILI_URL.)`,
  );
}

/** Asks the system itself, since modes, access lists and mounts all have a say; `flag` is one of test(1). */
export function userCan(user: RunAs, flag: '-x' | '-r' | '-w', path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test "$1" "$2"', 'sh', flag, path], { ...user, cwd: '/', env: {} });
  return asked.status === 0;
}
