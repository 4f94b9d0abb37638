/** Runs in a worker of a browser: a task is a message of the page, and so is its answer. */
import { runner, type Task } from './runner'

const perform = runner((name) => import(/* @vite-ignore */ `/${name}.js`))

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  perform(data).then(
    (result) => {
      postMessage({ result })
    },
    (error: unknown) => {
      postMessage({ error: String(error) })
    },
  )
})
