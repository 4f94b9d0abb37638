import type { PackedFile } from './zip.d.mts'

export function storeProblems(
  files: readonly PackedFile[],
  known: { version: string; folders: readonly string[] },
): string[]
