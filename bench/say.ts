const quietFor = 5_000;
let lastTold = 0;

/** How far a bench is, beside what it measures. */
export const say = (line: string): void => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
};

/** Not more often than every five seconds. */
export const told = (what: string) => (done: number) => {
  if (Date.now() - lastTold < quietFor) return;
  lastTold = Date.now();
  say(`  ${what}: ${done}`);
};
