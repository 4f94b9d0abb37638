import { describe, expect, it } from 'vitest'
import { concerning, Queue } from '../../../src/background/queue'

/** Jobs that end when the test says so. */
class Jobs {
  readonly started: string[] = []
  readonly aborted: string[] = []
  readonly sizes: number[] = []
  readonly queue = new Queue({ atOnce: 4, perHost: 2 }, (size) => this.sizes.push(size))
  readonly #end = new Map<string, () => void>()

  add(id: string, ...hosts: string[]): void {
    this.queue.add({
      id,
      hosts,
      run: (signal) => {
        this.started.push(id)
        signal.addEventListener('abort', () => this.aborted.push(id))
        return new Promise((resolve, reject) => {
          this.#end.set(id, resolve)
          signal.addEventListener('abort', () => {
            reject(new Error('aborted'))
          })
        })
      },
    })
  }

  async end(id: string): Promise<void> {
    this.#end.get(id)?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

describe('the queue', () => {
  it('runs at most four at once, in their order', async () => {
    const jobs = new Jobs()
    for (const id of ['1', '2', '3', '4', '5', '6']) jobs.add(id, `${id}.example`)
    expect(jobs.started).toEqual(['1', '2', '3', '4'])
    await jobs.end('2')
    expect(jobs.started).toEqual(['1', '2', '3', '4', '5'])
  })

  it('runs at most two at once that ask one host, and lets others pass', async () => {
    const jobs = new Jobs()
    for (const id of ['1', '2', '3']) jobs.add(id, 'issuer.example')
    jobs.add('4', 'other.example')
    expect(jobs.started).toEqual(['1', '2', '4'])
    await jobs.end('1')
    expect(jobs.started).toEqual(['1', '2', '4', '3'])
  })

  it('lets the job of another tab pass those of one that has more under way', async () => {
    const jobs = new Jobs()
    for (const id of ['1/1', '1/2', '1/3', '1/4', '1/5', '1/6']) jobs.add(id, `${id[2]}.example`)
    for (const id of ['2/1', '2/2', '2/3']) jobs.add(id, `${id[2]}.other.example`)
    await jobs.end('1/1')
    await jobs.end('1/2')
    await jobs.end('2/1')
    expect(jobs.started.slice(4)).toEqual(['2/1', '2/2', '2/3'])
    await jobs.end('2/2')
    expect(jobs.started.slice(7)).toEqual(['1/5'])
  })

  it('takes a job once', () => {
    const jobs = new Jobs()
    jobs.add('1')
    jobs.add('1')
    expect(jobs.started).toEqual(['1'])
    expect(jobs.queue.size).toBe(1)
  })

  it('takes away what is cancelled, aborts it, and goes on', () => {
    const jobs = new Jobs()
    for (const id of ['1/a', '1/b', '2/a', '2/b', '11/a', '1/c']) jobs.add(id)
    jobs.queue.cancel(concerning(1))
    expect(jobs.aborted).toEqual(['1/a', '1/b'])
    expect(jobs.started).toEqual(['1/a', '1/b', '2/a', '2/b', '11/a'])
    expect(jobs.queue.has('1/c')).toBe(false)
  })

  it('cancels one badge and not one whose name begins alike', () => {
    const jobs = new Jobs()
    jobs.add('1/b1')
    jobs.add('1/b10')
    jobs.queue.cancel(concerning(1, 'b1'))
    expect(jobs.aborted).toEqual(['1/b1'])
  })

  it('may run again what was cancelled, while that still winds up', async () => {
    const jobs = new Jobs()
    jobs.add('1')
    jobs.queue.cancel(() => true)
    jobs.add('1')
    expect(jobs.started).toEqual(['1', '1'])
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(jobs.queue.has('1')).toBe(true)
  })

  it('says how much is left', async () => {
    const jobs = new Jobs()
    jobs.add('1')
    jobs.add('2')
    await jobs.end('1')
    await jobs.end('2')
    expect(jobs.sizes).toEqual([1, 2, 1, 0])
  })
})
