/** "Conditionner" and "conditionnement" are one word here. */
const rootLength = 6;

/** How alike labels are, 0 to 1: the cosine of their words, of which rare ones tell more than common ones. */
export class WordLikeness {
  private readonly weights: Map<string, number>[];
  private readonly labelsWith = new Map<string, number[]>();

  constructor(labels: readonly (readonly string[])[]) {
    const rootsOf = labels.map((words) => [...new Set(words.map((word) => word.slice(0, rootLength)))].sort());
    rootsOf.forEach((roots, label) => {
      for (const root of roots) {
        const having = this.labelsWith.get(root);
        if (having) having.push(label);
        else this.labelsWith.set(root, [label]);
      }
    });
    this.weights = rootsOf.map((roots) => {
      const raw = roots.map((root) => Math.log(1 + labels.length / this.with(root).length));
      const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
      return new Map(roots.map((root, index) => [root, raw[index]! / length]));
    });
  }

  /** The labels that have a word in common with this one. Words are added up in one order, so that it is the same both ways. */
  of(label: number): Map<number, number> {
    const alike = new Map<number, number>();
    for (const [root, weight] of this.weights[label]!) {
      for (const other of this.with(root)) {
        alike.set(other, (alike.get(other) ?? 0) + weight * this.weights[other]!.get(root)!);
      }
    }
    return alike;
  }

  private with(root: string): number[] {
    return this.labelsWith.get(root) ?? [];
  }
}
