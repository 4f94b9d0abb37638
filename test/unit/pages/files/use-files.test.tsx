/** What becomes of files that are given one after the other, and of more than there is room for. */
import { beforeEach, expect, test, vi } from 'vitest'
import { live, type Live } from '../../ui/live'
import { worker } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
const { useFiles } = await import('../../../../src/pages/files/use-files')
type Files = ReturnType<typeof useFiles>

/** As browsers have it, of files of Node. */
class Reader {
  result: string | undefined
  onload: () => void = () => undefined
  onerror: () => void = () => undefined
  error = undefined
  readAsDataURL(file: File): void {
    file.arrayBuffer().then((bytes) => {
      this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`
      this.onload()
    }, this.onerror)
  }
}

let files: Files
let shown: Live

function Page() {
  files = useFiles(1)
  return <p>{files.reading ? 'reading' : files.problems.map(({ is }) => is).join(' ')}</p>
}

beforeEach(() => {
  vi.stubGlobal('FileReader', Reader)
  worker.forget()
  worker.answer = () => 0
  shown = live(<Page />)
})

const file = (name: string, size = 1) => new File(['x'.repeat(size)], name)
const large = (name: string) => file(name, 10_000_001)
const settled = async (): Promise<void> => {
  await vi.waitFor(() => {
    expect(shown.text()).not.toBe('reading')
  })
}

test('files that are given while others are read wait for them, and what met either is said', async () => {
  files.give([large('first.png'), file('a.png')])
  files.give([file('b.jsonl', 9), file('c.png')])
  await vi.waitFor(() => {
    expect(worker.asked).toHaveLength(2)
  })
  await settled()
  expect(files.problems.map(({ is }) => is)).toEqual(['too-large', 'bad-lines'])
  expect(worker.asked).toMatchObject([
    { files: [{ name: 'a.png' }] },
    { files: [{ name: 'c.png' }] },
  ])
})

test('what is given later is said alone', async () => {
  files.give([large('first.png')])
  await vi.waitFor(() => {
    expect(shown.text()).toBe('too-large')
  })
  files.give([file('a.png')])
  await vi.waitFor(() => {
    expect(worker.asked).toHaveLength(1)
    expect(shown.text()).toBe('')
  })
})

test('a saved report gives the credential in it', async () => {
  const type = 'touchstone:verification-report/1'
  const report = { verdict: 'trusted', source: { text: '{"a":1}' } }
  files.give([new File([JSON.stringify({ type, report })], 'r.json'), file('other.json')])
  await vi.waitFor(() => {
    expect(worker.asked).toHaveLength(2)
  })
  const bytes = Buffer.from('{"a":1}').toString('base64')
  expect(worker.asked).toMatchObject([
    { files: [{ name: 'r.json', bytes }] },
    { files: [{ name: 'other.json' }] },
  ])
})

test('of ten thousand files none is read for which there is no room', async () => {
  worker.answer = () => (worker.asked.length > 100 ? 1 : 0)
  files.give(Array.from({ length: 10_000 }, (_, at) => file(`${at}.png`)))
  await vi.waitFor(() => {
    expect(shown.text()).toBe('no-room')
  })
  expect(worker.asked).toHaveLength(101)
})
