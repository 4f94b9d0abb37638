import { stat } from 'node:fs/promises'
import type { Failure } from '../failure'
import { forSystem, shownPath, type FilePath } from './file-path'
import { walkFolder } from './walk-folder'

/** A folder that was named, and what has become of its files so far. */
export interface NamedFolder {
  name: string
  badges: number
}

/** One thing to verify, or why there is nothing to verify. `name` as a person would write it. */
export type Input =
  | { name: string; url: string }
  | { name: string; file: FilePath; folder?: NamedFolder }
  | { name: string; failure: Failure }
  /** All files of this folder have been given out. */
  | { name: string; walked: NamedFolder }

const WEB = /^https?:\/\//i

/** What the names stand for, one at a time. */
export async function* inputsOf(names: AsyncIterable<FilePath>): AsyncGenerator<Input> {
  for await (const path of names) {
    const name = shownPath(path)
    if (typeof path === 'string' && WEB.test(path)) {
      yield { name, url: path }
      continue
    }
    const status = await stat(forSystem(path)).catch(() => undefined)
    if (status?.isDirectory() !== true) {
      // Reading it will say what is wrong with it.
      yield { name, file: path }
      continue
    }
    const folder: NamedFolder = { name, badges: 0 }
    for await (const walked of walkFolder(path)) {
      if ('failure' in walked) yield { name: walked.folder, failure: walked.failure }
      else yield { name: shownPath(walked.file), file: walked.file, folder }
    }
    yield { name, walked: folder }
  }
}

export function withoutBadges({ name }: NamedFolder): Failure {
  return {
    code: 'folder-without-badges',
    message: `The folder ${name} holds no badge. Check the name, or whether badges were written there.`,
  }
}
