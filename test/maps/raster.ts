/** Squares of half a hundredth of a degree: about 500 metres. */
const perDegree = 200;

type Ring = readonly (readonly number[])[];

/** The squares whose middle lies in one of the polygons. */
export function squares(polygons: readonly (readonly Ring[])[]): Set<number> {
  const found = new Set<number>();
  for (const polygon of polygons) {
    const latitudes = polygon.flatMap((ring) => ring.map(([, latitude]) => latitude! * perDegree));
    const [south, north] = [Math.floor(Math.min(...latitudes)), Math.ceil(Math.max(...latitudes))];
    for (let row = south; row <= north; row += 1) {
      const crossings = polygon
        .flatMap((ring) => crossingsOf(ring, (row + 0.5) / perDegree))
        .sort((one, other) => one - other);
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const east = crossings[at + 1]! * perDegree;
        for (let column = Math.ceil(crossings[at]! * perDegree - 0.5); column + 0.5 < east; column += 1)
          found.add(row * 100_000 + column);
      }
    }
  }
  return found;
}

function crossingsOf(ring: Ring, latitude: number): number[] {
  return ring.flatMap(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    if (y! <= latitude === nextY! <= latitude) return [];
    return [x! + ((latitude - y!) / (nextY! - y!)) * (nextX! - x!)];
  });
}

/** What both cover, of what either covers: 1 when they are the same. */
export function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const shared = [...one].filter((square) => other.has(square)).length;
  return shared / (one.size + other.size - shared);
}
