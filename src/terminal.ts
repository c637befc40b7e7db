import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { Progress } from './common/progress.js';

/** What steps without a name of their own are called. */
const names: Record<string, string> = {
  index: 'Index de recherche',
  demo: 'Données de démonstration',
  matching: 'Offres et profils en mémoire',
  comparison: 'Comparaison des scores',
};

/** Long work as bars on a terminal, and as one line a finished step elsewhere. `close` must follow. */
export function terminalProgress(out: NodeJS.WriteStream): { progress: Progress; close: () => void } {
  if (!out.isTTY) return { progress: lineProgress(out), close: () => undefined };
  const bars = new Map<string, SingleBar>();
  const display = new MultiBar(
    { format: '  {name} {bar} {value}/{total}', hideCursor: true, stream: out, clearOnComplete: false },
    Presets.shades_classic,
  );
  return {
    progress: (step, done, total) => {
      const name = (names[step] ?? step).padEnd(26);
      const bar = bars.get(step) ?? display.create(total, 0, { name });
      bars.set(step, bar);
      bar.setTotal(total);
      bar.update(done, { name });
    },
    close: () => {
      display.stop();
    },
  };
}

function lineProgress(out: NodeJS.WriteStream): Progress {
  const finished = new Set<string>();
  return (step, done, total) => {
    if (done < total || finished.has(step)) return;
    finished.add(step);
    out.write(`  ${names[step] ?? step}: ${total}\n`);
  };
}
