/** One line of a chart: what it is called, and a time for each size. */
export interface Line {
  name: string;
  points: { size: number; milliseconds: number }[];
}

const [width, height, left, bottom, top, right] = [760, 460, 70, 50, 50, 210];
const colours = ['#0b5fa5', '#c4471b', '#3a7d34', '#7a4fa0', '#a3780f', '#4c4c4c'];

/** Times against sizes, both by powers of ten, as a picture that any browser shows; straight up is linear growth. */
export function chart(title: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points);
  const [sizes, times] = [decades(all.map(({ size }) => size)), decades(all.map(({ milliseconds }) => milliseconds))];
  const x = (size: number): number =>
    left + ((Math.log10(size) - sizes.from) / (sizes.until - sizes.from)) * (width - left - right);
  const y = (milliseconds: number): number =>
    height - bottom - ((Math.log10(milliseconds) - times.from) / (times.until - times.from)) * (height - top - bottom);
  const marks = [
    ...ticks(sizes).map(
      (size) =>
        `<line x1="${x(size)}" x2="${x(size)}" y1="${top}" y2="${height - bottom}" stroke="#ddd"/>` +
        `<text x="${x(size)}" y="${height - bottom + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    ),
    ...ticks(times).map(
      (time) =>
        `<line x1="${left}" x2="${width - right}" y1="${y(time)}" y2="${y(time)}" stroke="#ddd"/>` +
        `<text x="${left - 8}" y="${y(time) + 4}" text-anchor="end">${time} ms</text>`,
    ),
  ];
  const drawn = lines.map(({ name, points }, at) => {
    const colour = colours[at % colours.length]!;
    const path = points.map(({ size, milliseconds }) => `${x(size)},${y(milliseconds)}`).join(' ');
    const last = points.at(-1)!;
    const dots = points.map(
      ({ size, milliseconds }) => `<circle cx="${x(size)}" cy="${y(milliseconds)}" r="4" fill="${colour}"/>`,
    );
    return (
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}` +
      `<text x="${x(last.size) + 10}" y="${y(last.milliseconds) + 4}" fill="${colour}">${name}: ${last.milliseconds.toFixed(1)} ms</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="28" font-size="16">${title}</text>`,
    ...marks,
    ...drawn,
    '</svg>',
  ].join('\n');
}

interface Decades {
  from: number;
  until: number;
}

function decades(values: readonly number[]): Decades {
  const from = Math.floor(Math.log10(Math.min(...values)));
  return { from, until: Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values)))) };
}

const ticks = ({ from, until }: Decades): number[] =>
  Array.from({ length: until - from + 1 }, (_, at) => Number((10 ** (from + at)).toPrecision(1)));
