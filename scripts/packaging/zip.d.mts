export interface PackedFile {
  /** With slashes, relative to the root of the archive. */
  name: string
  bytes: Uint8Array
  executable?: boolean
}

export function zipOf(files: readonly PackedFile[]): Uint8Array<ArrayBuffer>
export function byName(one: { name: string }, other: { name: string }): number
