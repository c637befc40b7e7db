/** Waits until it holds, asking again and again; throws when it takes longer. */
export async function soon(milliseconds: number, holds: () => Promise<boolean> | boolean): Promise<void> {
  const since = Date.now();
  while (!(await holds())) {
    if (Date.now() - since > milliseconds) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
