import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { BUILT } from './bundle'
import { resultOf, type Answer, type Place, type Running } from './place'
import type { Task } from './runner'

/** Node, each time a new process. */
export function nodePlace(): Promise<Place> {
  const name = `Node ${process.versions.node}, one process each`
  return Promise.resolve({ name, start: startProcess, close: () => Promise.resolve() })
}

function startProcess(): Promise<Running> {
  const child = fork(join(BUILT.node, 'in-process.js'), { execArgv: ['--expose-gc'] })
  const ask = async (task: Task | 'heap'): Promise<unknown> => {
    const answer = once(child, 'message')
    child.send(task)
    return resultOf(((await answer) as [Answer])[0])
  }
  return Promise.resolve({
    perform: ask as Running['perform'],
    heap: () => ask('heap') as Promise<number>,
    close: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  })
}
