/** Stands in for the worker: does to itself what the name of the file says. */
import { setTimeout } from 'node:timers'
import { Tinypool } from 'tinypool'

export default async function verify({ name, web }) {
  switch (name) {
    case 'memory': {
      const hoard = []
      for (;;) hoard.push(new Array(1000).fill(hoard.length))
    }
    case 'crash':
      setTimeout(() => {
        throw new Error('crashed on purpose')
      })
      return new Promise(() => undefined)
    case 'throw':
      throw new Error('thrown on purpose')
    case 'loop':
      for (;;);
    case 'exit':
      return process.exit(0)
    case 'settings':
      return { verdict: 'trusted', line: JSON.stringify(Tinypool.workerData) }
    default:
      await new Promise((resolve) => setTimeout(resolve, 30))
      web?.close()
      return { verdict: 'trusted', line: name }
  }
}
