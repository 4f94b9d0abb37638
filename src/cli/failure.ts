/** What kept one name from being verified; the codes are part of the output with `--json`. */
export type FailureCode =
  | 'not-found'
  | 'not-permitted'
  | 'not-a-file'
  | 'not-readable'
  | 'folder-not-readable'
  | 'folder-too-deep'
  | 'folder-without-badges'
  | 'crashed'
  | 'too-slow'

/** Says what happened, to what, and what to do. Plain data: it travels between threads. */
export interface Failure {
  code: FailureCode
  message: string
}

/** A mistake in how the command was called, or a file it cannot do without: nothing is verified. */
export class UsageError extends Error {}

/** Turns the error of a file system call into a sentence. */
export function fileFailure(name: string, error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'not-found',
        message: `There is no file or folder ${name}. Check the name and the folder you are in.`,
      }
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'not-permitted',
        message: `${name} may not be read by this user. Change its permissions, or run as its owner.`,
      }
    case 'ELOOP':
      return {
        code: 'not-readable',
        message: `${name} is a link that leads back to itself. Remove it, or name the file it should lead to.`,
      }
    default:
      return {
        code: 'not-readable',
        message: `${name} could not be read (${code ?? String(error)}). Try again, or copy it elsewhere first.`,
      }
  }
}
