type Kind =
  | Uint8ArrayConstructor
  | Uint16ArrayConstructor
  | Int16ArrayConstructor
  | Int32ArrayConstructor
  | Uint32ArrayConstructor
  | Float64ArrayConstructor;

/** One array for each column, all as long as one another. */
export type Columns<Kinds extends Record<string, Kind>> = { [Name in keyof Kinds]: InstanceType<Kinds[Name]> };

/** Columns for so many rows, with what `before` holds of them. */
export function columnsOf<Kinds extends Record<string, Kind>>(
  kinds: Kinds,
  rows: number,
  before?: Columns<Kinds>,
): Columns<Kinds> {
  const columns = Object.entries(kinds).map(([name, Column]) => {
    const column = new Column(rows);
    if (before) column.set(before[name]!);
    return [name, column];
  });
  return Object.fromEntries(columns) as Columns<Kinds>;
}

export const bytesOf = (columns: Record<string, ArrayBufferView>): number =>
  Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
