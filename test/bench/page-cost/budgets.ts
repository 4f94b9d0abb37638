/** What the extension is allowed to cost. Milliseconds are of processor time. */
export const BUDGETS = {
  /** Bytes of the content script, gzipped. */
  gzip: 15_000,
  /** In a page of 10,000 elements. */
  scriptMs: 20,
  sliceMs: 4,
  /** Of one image that is no badge: what is read from its beginning, and from its end. */
  imageBytes: 64_000,
  imagesAtOnce: 4,
}

export interface Budgeted {
  budget: string
  measured: string
  isKept: boolean
}

export function printBudgets(rows: Budgeted[]): void {
  console.table(
    rows.map(({ budget, measured, isKept }) => {
      return { budget, measured, is: isKept ? 'reached' : 'missed' }
    }),
  )
}
