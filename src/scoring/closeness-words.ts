/** "Conditionner" and "conditionnement" are one word here. */
const rootLength = 6;

/** How alike labels are, 0 to 1: the cosine of their words, of which rare ones tell more than common ones. */
export class WordLikeness {
  /** By label: its roots, in one order for all, and their weights. */
  private readonly roots: Int32Array[];
  private readonly weights: Float64Array[];
  /** The weights of the label that others are compared with, by root; 0 elsewhere. */
  private readonly held: Float64Array;
  private holding = -1;

  constructor(labels: readonly (readonly string[])[]) {
    const numbers = new Map<string, number>();
    const labelsWith: number[] = [];
    this.roots = labels.map((words) => {
      const roots = new Set<number>();
      for (const word of words) {
        const root = word.slice(0, rootLength);
        const number = numbers.get(root) ?? numbers.size;
        numbers.set(root, number);
        roots.add(number);
      }
      for (const root of roots) labelsWith[root] = (labelsWith[root] ?? 0) + 1;
      return Int32Array.from(roots).sort();
    });
    this.weights = this.roots.map((roots) => {
      const raw = Float64Array.from(roots, (root) => Math.log(1 + labels.length / labelsWith[root]!));
      const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
      return raw.map((weight) => weight / length);
    });
    this.held = new Float64Array(numbers.size);
  }

  /** Words are added up in one order, so that it is the same both ways. Quick while the first label stays the same. */
  of(one: number, other: number): number {
    if (this.holding !== one) this.hold(one);
    const [roots, weights] = [this.roots[other]!, this.weights[other]!];
    let alike = 0;
    for (let index = 0; index < roots.length; index += 1) alike += this.held[roots[index]!]! * weights[index]!;
    return alike;
  }

  private hold(label: number): void {
    for (const root of this.roots[this.holding] ?? []) this.held[root] = 0;
    this.roots[label]!.forEach((root, index) => (this.held[root] = this.weights[label]![index]!));
    this.holding = label;
  }
}
