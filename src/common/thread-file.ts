/**
 * The file that a worker thread runs, `name` (ending in `.js`) beside the caller, who gives its `import.meta.url`. A
 * thread knows JavaScript only: where the caller is a source, as under Jest, the thread runs what was built from the
 * file, in `dist/`.
 */
export function threadFile(importMetaUrl: string, name: string): URL {
  const beside = new URL(name, importMetaUrl).href;
  const isSource = importMetaUrl.endsWith('.ts');
  return new URL(isSource ? beside.replace(/\/src\/(?=[^/]+\/[^/]+$)/, '/dist/src/') : beside);
}
