export interface Edit {
  file: string
  find: string
  replace: string
}

export interface Hole {
  name: string
  /** How the names of its tests begin, in their order. */
  tests: string[]
  edits: Edit[]
}

export const HOLES: Hole[]

export function opened(edit: Edit, text: string): string
