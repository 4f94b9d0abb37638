import { beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import type { WatchAnswer } from '../../../../src/platform/watch-shapes'
import { sentencesIn } from '../../../../src/ui/wording'
import { SOME_LINES } from '../../../screens/history'
import { english } from '../../ui/english'
import { live } from '../../ui/live'
import { readText, shown } from '../../ui/shown'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
const { outcomesSentence, watchEach } = await import('../../../../src/pages/history/watch-many')
const { WatchYours, WatchYoursQuestion } = await import('../../../../src/pages/history/watch-yours')

const s = sentencesIn(english, 'en-GB')
const LINES = SOME_LINES.slice(0, 3).map((line, index) => ({
  ...line,
  hosts: [`issuer-${index}.example`],
  isWatchable: true,
}))
const [MINE, OTHERS, ALSO_MINE] = LINES.map(({ id }) => id)

/** The user has an identity, and is the holder of the first and the third badge. */
const own = ({ type, reportId }: Asked): unknown => {
  if (type === 'own-identities') return [{ id: 'i1' }]
  return { is: reportId === OTHERS ? 'others' : 'yours' }
}

beforeEach(() => {
  worker.forget()
})

/** The list, with the question about the badges that are the user's own. */
async function asked() {
  worker.answer = own
  const onWatch = vi.fn()
  const page = live(<WatchYours lines={LINES} onWatch={onWatch} />)
  await eventually(() => {
    page.press('Watch your 2 badges')
  })
  return { page, onWatch }
}

describe('badges that are the user’s own', () => {
  test('are watched together once it was agreed to, and nobody else’s are', async () => {
    const { page, onWatch } = await asked()
    await eventually(() => {
      expect(page.text()).toContain('issuer-0.example and issuer-2.example')
    })
    expect(page.text()).not.toContain('issuer-1.example')
    expect(onWatch).not.toHaveBeenCalled()
    // A list that changes under the question changes nothing of what is agreed to.
    const changed = LINES.map((line) => ({ ...line, hosts: ['evil.example'] }))
    page.show(<WatchYours lines={changed} onWatch={onWatch} />)
    expect(page.text()).not.toContain('evil.example')
    page.press('Watch them')
    const [[agreed]] = onWatch.mock.calls as [[{ id: string; hosts: string[] }[]]]
    expect(agreed.map(({ id, hosts }) => [id, hosts])).toEqual([
      [MINE, ['issuer-0.example']],
      [ALSO_MINE, ['issuer-2.example']],
    ])
  })

  test('are not watched where it was declined', async () => {
    const { page, onWatch } = await asked()
    await eventually(() => {
      page.press('Do not watch them')
    })
    expect(onWatch).not.toHaveBeenCalled()
  })

  test('are not offered without an identity, where nobody can say, or where all are watched', async () => {
    const page = live(<WatchYours lines={LINES} onWatch={vi.fn()} />)
    worker.answer = ({ type }) => (type === 'own-identities' ? [] : { is: 'yours' })
    await eventually(() => {
      expect(worker.asked).toHaveLength(1)
    })
    worker.answer = ({ type }) => (type === 'own-identities' ? [{}] : { is: 'unknown' })
    worker.say({ type: 'own-changed' })
    await eventually(() => {
      expect(worker.asked).toHaveLength(5)
    })
    expect(page.text()).toBe('')
    const watch = { hosts: [], newHosts: [], state: 'holds' as const, changes: [], unseen: false }
    page.show(<WatchYours lines={LINES.map((line) => ({ ...line, watch }))} onWatch={vi.fn()} />)
    expect(page.text()).toBe('')
  })

  test('are asked about with every host to its end, and each once', () => {
    const host = 'www.credly.com.badge-check.evil.example'
    const lines = LINES.map((line) => ({ ...line, hosts: [...line.hosts, host] }))
    const text = readText(shown(<WatchYoursQuestion lines={lines} onAnswer={vi.fn()} />))
    for (const named of [host, 'issuer-0.example', 'issuer-1.example', 'issuer-2.example'])
      expect(text.split(named)).toHaveLength(2)
    expect(text).toContain('Data Analysis Foundations')
    const nobody = LINES.map((line) => ({ ...line, hosts: [] }))
    expect(readText(shown(<WatchYoursQuestion lines={nobody} onAnswer={vi.fn()} />))).toContain(
      'asks nobody',
    )
  })
})

describe('the answers', () => {
  const answers = (lines: typeof LINES): (string | undefined)[] => {
    const page = live(<WatchYoursQuestion lines={lines} onAnswer={vi.fn()} />)
    return [...page.root.querySelectorAll('button')].map(({ textContent }) => textContent)
  }

  test('speak of one badge or of several, as the question does', () => {
    expect(answers(LINES.slice(0, 1))).toEqual(['Watch it', 'Do not watch it'])
    expect(answers(LINES.slice(0, 2))).toEqual(['Watch them', 'Do not watch them'])
  })
})

describe('what came of it', () => {
  const answered = async (...answers: (WatchAnswer | Error)[]): Promise<string> => {
    const sent: string[][] = []
    const outcomes = await watchEach(
      answers.map((_, index) => ({ id: `${index}`, hosts: [`${index}.example`] })),
      ({ id, hosts }) => {
        sent.push([id, ...hosts])
        const answer = answers[Number(id)]
        return answer === undefined || answer instanceof Error
          ? Promise.reject(answer ?? new Error('no answer'))
          : Promise.resolve(answer)
      },
    )
    expect(sent.every(([id, host]) => host === `${id}.example`)).toBe(true)
    return outcomesSentence(outcomes, s)
  }

  test('is said with counts, and what changed in between is not watched silently', async () => {
    expect(await answered('watched', 'changed', 'watched', 'too-many', 'gone')).toBe(
      '2 badges are watched now. 1 badge is not watched: the hosts that would be asked have changed since this list was drawn. Look at them and decide again. 1 badge is not watched: a hundred are watched already. 1 badge can no longer be watched: it was removed from the history, or its last check did not find that it holds.',
    )
  })

  test('of a worker that falls silent is not waited for again and again', async () => {
    expect(await answered('watched', new Error('silent'), 'watched', 'watched')).toMatch(
      /^1 badge is watched now\. 2 badges are not watched: .* did not answer\. Try again\. Of one badge it is not known/,
    )
  })

  test('of one that was not answered in time is not known: it may be watched all the same', async () => {
    const said = await answered(new Error('silent'))
    expect(said).toMatch(/^Of one badge it is not known whether it is watched now: /)
    expect(said).toMatch(/Its row in the list will tell\.$/)
    expect(said).not.toContain('not watched')
  })
})
