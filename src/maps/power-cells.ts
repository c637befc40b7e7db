import { Delaunay } from 'd3-delaunay';
import { cellWeights } from './cell-weights.js';
import type { MapSite } from './map-sites.js';
import { northing, type Point, type Ring } from './plane.js';

/** A corner, and the site beyond the side that begins there; below 0 for the sides of the frame. */
interface Corner {
  point: Point;
  beyond: number;
}

/**
 * The cell of each site in Mercator degrees: a power diagram, that is a Voronoi diagram whose lines are moved by weights.
 * Corners are computed from the three sites they lie between, in one order, so that neighbours have the very same ones.
 */
export function powerCells(sites: readonly MapSite[], reach: number): Ring[] {
  const x = Float64Array.from(sites, ({ longitude }) => longitude);
  const y = Float64Array.from(sites, ({ latitude }) => northing(latitude));
  const delaunay = Delaunay.from(sites.map((_site, at): Point => [x[at]!, y[at]!]));
  const neighbours = sites.map((_site, at) => [...delaunay.neighbors(at)]);
  const weights = cellWeights(sites, x, y, neighbours);

  /** Where points have the same power to one and other: `a·x + b·y = c`, less on the side of `one`. */
  const border = (one: number, other: number): [a: number, b: number, c: number] => [
    2 * (x[other]! - x[one]!),
    2 * (y[other]! - y[one]!),
    x[other]! ** 2 + y[other]! ** 2 - weights[other]! - (x[one]! ** 2 + y[one]! ** 2 - weights[one]!),
  ];

  function corner(three: [number, number, number]): Point | null {
    const [first, second, third] = three.sort((one, other) => one - other);
    const [a, b, c] = border(first, second);
    const [d, e, f] = border(first, third);
    const determinant = a * e - b * d;
    return determinant === 0 ? null : [(c * e - b * f) / determinant, (a * f - c * d) / determinant];
  }

  function cell(at: number): Ring {
    const [west, south, east, north] = [x[at]! - reach, y[at]! - reach, x[at]! + reach, y[at]! + reach];
    const square: Point[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    let corners = square.map((point): Corner => ({ point, beyond: -1 }));
    for (const other of around(at, neighbours)) {
      const [a, b, c] = border(at, other);
      const beyond = corners.map(({ point: [px, py] }) => a * px + b * py - c);
      if (beyond.every((value) => value <= 0)) continue;
      corners = corners.flatMap((one, index) => {
        const next = (index + 1) % corners.length;
        const [here, there] = [beyond[index]!, beyond[next]!];
        const kept = here <= 0 ? [one] : [];
        if (here <= 0 === there <= 0) return kept;
        const exact = one.beyond >= 0 ? corner([at, other, one.beyond]) : null;
        const point = exact ?? between(one.point, corners[next]!.point, here / (here - there));
        return [...kept, { point, beyond: here <= 0 ? other : one.beyond }];
      });
      if (corners.length === 0) break;
    }
    return corners.map(({ point }) => point);
  }

  return sites.map((_site, at) => cell(at));
}

/** The neighbours of neighbours of neighbours too: weights can bring two together that are none without them. */
function around(at: number, neighbours: readonly (readonly number[])[]): Set<number> {
  const found = new Set([at]);
  let edge = [at];
  for (let ring = 0; ring < 3; ring += 1) {
    edge = edge.flatMap((one) => neighbours[one]!.filter((other) => !found.has(other) && found.add(other)));
  }
  found.delete(at);
  return found;
}

const between = ([ax, ay]: Point, [bx, by]: Point, part: number): Point => [
  ax + (bx - ax) * part,
  ay + (by - ay) * part,
];
