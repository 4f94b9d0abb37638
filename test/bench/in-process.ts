/** Runs in a process of its own: a task is a message of the parent, and so is its answer. */
import { runner, type Task } from './runner'

const perform = runner((name) => import(/* @vite-ignore */ `./${name}.js`))

process.on('message', (task: Task | 'heap') => {
  void (task === 'heap' ? Promise.resolve(heap()) : perform(task)).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})

/** In bytes, once what is not needed is collected. */
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
