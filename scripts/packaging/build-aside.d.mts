import type { PackedFile } from './zip.d.mts'

export function buildAside(
  sources: readonly PackedFile[],
  folder: string,
  modules: string,
  env: Record<string, string>,
): Record<'chrome' | 'firefox', PackedFile[]>
export function filesIn(folder: string): PackedFile[]
