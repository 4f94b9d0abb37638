/** Gives blank nodes labels in the order in which they ask. RDFC-1.0, section 4.5 (issue identifier). */
export class LabelIssuer {
  private constructor(
    private readonly prefix: string,
    private readonly labels: Map<number, string>,
  ) {}

  static withPrefix(prefix: string): LabelIssuer {
    return new LabelIssuer(prefix, new Map())
  }

  copy(): LabelIssuer {
    return new LabelIssuer(this.prefix, new Map(this.labels))
  }

  get size(): number {
    return this.labels.size
  }

  known(node: number): string | undefined {
    return this.labels.get(node)
  }

  issue(node: number): string {
    const label = this.labels.get(node) ?? `${this.prefix}${this.labels.size}`
    this.labels.set(node, label)
    return label
  }

  /** In the order in which they got their labels. */
  nodes(): number[] {
    return [...this.labels.keys()]
  }
}
