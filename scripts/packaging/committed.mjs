/** What git has at HEAD, read from its own store: no setting of a checkout changes a line ending of it. */
import { spawnSync } from 'node:child_process'

const REGULAR = '100644'
const EXECUTABLE = '100755'
const MOST_BYTES = 1 << 30

/**
 * @param {string} root of the checkout
 * @returns {{ name: string, bytes: Buffer, executable: boolean }[]} every file of the last commit
 * @throws where one is neither a file nor a program: a link may lead out of the archive
 */
export function committedFiles(root) {
  const entries = git(root, ['ls-tree', '-r', '-z', 'HEAD']).toString().split('\0').filter(Boolean)
  const listed = entries.map((entry) => {
    const [, mode, id, name] = /^(\d+) \w+ (\w+)\t([^]+)$/.exec(entry) ?? []
    if (mode !== REGULAR && mode !== EXECUTABLE) throw new Error(`${name} is no regular file.`)
    return { id, name, executable: mode === EXECUTABLE }
  })
  const bytes = contents(
    root,
    listed.map(({ id }) => id),
  )
  return listed.map(({ name, executable }, index) => ({ name, executable, bytes: bytes[index] }))
}

/**
 * @param {string} root of the checkout
 * @returns {string[]} files that differ from the last commit, or that git does not know
 */
export function uncommitted(root) {
  const lines = git(root, ['status', '--porcelain', '-z', '--no-renames']).toString().split('\0')
  return lines.filter(Boolean).map((line) => line.slice(3))
}

/** `git cat-file --batch` answers each id by `ID TYPE SIZE`, a new line, the bytes and a new line. */
function contents(root, ids) {
  const answer = git(root, ['cat-file', '--batch'], ids.join('\n'))
  let at = 0
  return ids.map((id) => {
    const end = answer.indexOf('\n', at)
    const [, type, size] = answer.toString('utf8', at, end).split(' ')
    if (type !== 'blob') throw new Error(`git does not have the file ${id}.`)
    const from = end + 1
    at = from + Number(size) + 1
    return answer.subarray(from, from + Number(size))
  })
}

function git(root, args, input = '') {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: root,
    input,
    maxBuffer: MOST_BYTES,
  })
  if (error) throw new Error(`git could not be started: ${error.message}`)
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.toString().trim()}`)
  return stdout
}
