/**
 * The content script: finds what may be a badge in one frame of a page, tells the worker, and draws
 * the marks that the worker sends. It decides nothing about badges and asks no host for anything.
 *
 *   document ─▶ scanner ─element─▶ sources, loads ─what it shows─▶ sightings ─▶ reader ─badge─┐
 *                  ▲ mutations, load                                  │ ▲                    ▼
 *                  └ marks ◀─ draw, erase at once ────────────────────┘ └─ marks ─ connection ⇄ worker
 *
 * In a page without images and links to files only the scanner's MutationObserver is on, and one that
 * hears what the page's style has loaded (backgrounds). The line to the worker opens with the first candidate; an
 * observer of what is near lives with many images, observers of place and tampering with the first mark. On a site
 * that the user has switched off the worker sends the script to rest: of all this only the silent line is left, and
 * READ_ALL is heard in vain. Everything ends with one AbortSignal when the extension is updated or
 * removed. Injected once more into the same document, the script wakes the one that is there.
 */
import type { ToPage } from '../platform/port-messages'
import { Connection } from './connection'
import { PageWatch } from './page-watch'
import { extensionRuntime, type Runtime } from './runtime'

/**
 * Where a running instance is found: in the global scope of the extension's own world, which no page
 * can reach. After an update the browser runs the new script in a new world; the old one ends itself as
 * soon as it finds its extension gone.
 */
const INSTANCE = Symbol.for('touchstone')

interface World {
  /** A frame's first, empty document may leave its world to the next. */
  [INSTANCE]?: { document: Document; wake: () => void }
}

function start(runtime: Runtime): void {
  const ending = new AbortController()
  const { signal } = ending
  /** Ends what a waking script does; absent while it rests. */
  let waking: AbortController | undefined
  let watch: PageWatch | undefined

  const rest = (): void => {
    waking?.abort()
    waking = watch = undefined
  }
  const wake = (): void => {
    if (waking) return
    waking = new AbortController()
    watch = new PageWatch(
      {
        report: (candidate) => {
          connection.report(candidate)
        },
        gone: (keys) => {
          connection.say({ type: 'gone', keys })
        },
        activate: (key) => {
          connection.say({ type: 'activate', key })
        },
      },
      waking.signal,
    )
  }
  const receive = (message: ToPage): void => {
    if (message.type === 'rest') rest()
    else if (message.type === 'wake') wake()
    else watch?.obey(message)
    connection.keepAwake()
  }

  signal.addEventListener('abort', rest)
  const connection = new Connection(
    runtime,
    {
      everything: () => watch?.sightings.reported() ?? [],
      checking: () => watch?.sightings.checking ?? false,
      receive,
      orphaned: () => {
        ending.abort()
      },
    },
    signal,
  )
  // READ_ALL, the one message that comes so: a page without a candidate has no line.
  runtime.onMessage.addListener((_message, _sender, answer) => {
    const said = watch?.readAll() ?? {}
    if (connection.isBehind) said.reading = true
    if (said.reading || said.partial) answer(said)
  })
  // Its site may have been switched on while it lay in the back-forward cache, without a line.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) wake()
    },
    { signal },
  )
  world[INSTANCE] = { document, wake }
  wake()
}

const world = globalThis as World
const runtime = extensionRuntime()
if (world[INSTANCE]?.document === document) world[INSTANCE].wake()
else if (runtime?.id) start(runtime)
