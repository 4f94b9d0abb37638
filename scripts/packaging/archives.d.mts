import type { PackedFile } from './zip.d.mts'

export interface Machine {
  root: string
  parent: string
  umask: number
  env: Record<string, string>
}

export function archivesOf(
  sources: readonly PackedFile[],
  machine: Machine,
): Map<string, Uint8Array<ArrayBuffer>>
export function versionOf(sources: readonly PackedFile[]): string
