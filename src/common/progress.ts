/** How long work tells how far it is; a terminal draws a bar, tests pass `silent`. */
export type Progress = (step: string, done: number, total: number) => void;

export const silent: Progress = () => undefined;
