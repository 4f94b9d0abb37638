import { useRef, useState } from 'preact/hooks'
import { escoFiles } from '../../platform/esco-database'
import { originPattern, requestAccess } from '../../platform/permissions'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { EscoCopy } from './esco-copy'
import { EscoJobView } from './esco-job'
import { EscoSource } from './esco-source'

const HOST = 'ec.europa.eu'
/** All of ESCO's download in one language is a tenth of that. */
const MOST_BYTES = 200_000_000

/** The failure that the page itself finds. */
type Said = 'too-large' | 'silent' | undefined

/** A copy of ESCO on this machine: how to get one, how far it is, and what it is. */
export function EscoOffline() {
  const { text } = useWording()
  const state = useAsked('esco-state', {}, { on: ['esco-changed'] })
  const [said, setSaid] = useState<Said>()
  const heading = useRef<HTMLHeadingElement>(null)

  const follow = (work: Promise<Said>): void => {
    setSaid(undefined)
    void work.catch((): Said => 'silent').then(setSaid)
  }
  // The button that had the focus may go, or be of no use for minutes.
  const act = (work: Promise<Said>): void => {
    follow(work)
    heading.current?.focus()
  }
  const tell = (what: 'esco-pause' | 'esco-cancel' | 'esco-remove'): void => {
    act(ask(what, {}).then(() => undefined))
  }

  return (
    <section aria-labelledby="esco-offline">
      <h2 id="esco-offline" ref={heading} tabIndex={-1}>
        {text('escoOfflineTitle')}
      </h2>
      <p>{text('escoOfflineWhat')}</p>
      <p class="secondary">{text('escoAttribution')}</p>
      <NotHere asked={state} />
      {state.is !== 'silent' && said === 'silent' && <p role="alert">{text('stateNoAnswer')}</p>}
      {state.is === 'here' && (
        <>
          <EscoCopy
            index={state.answer.index}
            onRemove={() => {
              tell('esco-remove')
            }}
          />
          {state.answer.job && (
            <EscoJobView
              job={state.answer.job}
              onPause={() => {
                tell('esco-pause')
              }}
              onResume={() => {
                act(asked('esco-resume'))
              }}
              onCancel={() => {
                tell('esco-cancel')
              }}
            />
          )}
          <EscoSource
            busy={state.answer.job !== undefined}
            hasCopy={state.answer.index !== undefined}
            tooLarge={said === 'too-large'}
            onFile={(file) => {
              act(handedOver(file))
            }}
            onDownload={() => {
              act(asked('esco-download'))
            }}
          />
        </>
      )}
    </section>
  )
}

/** The browser asks for the host within the click; where it is refused, the worker says so. */
async function asked(what: 'esco-download' | 'esco-resume'): Promise<undefined> {
  await requestAccess(originPattern(HOST)).catch(() => false)
  await ask(what, {})
}

/** Through the database: a message of ten megabytes would be another copy in each of two processes. */
async function handedOver(file: File): Promise<Said> {
  if (file.size > MOST_BYTES) return 'too-large'
  await escoFiles.put('upload', new Uint8Array(await file.arrayBuffer()))
  await ask('esco-read-file', { name: file.name.slice(0, 200) })
  return undefined
}
