/** Stops the engines and removes their folder; the set-up kept the means in the process that Jest runs both in. */
export default async function tearDown() {
  await globalThis.tearDownEngines?.();
}
