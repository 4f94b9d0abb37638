import type { PackedFile } from './zip.d.mts'

export function committedFiles(root: string): (PackedFile & { executable: boolean })[]
export function uncommitted(root: string): string[]
