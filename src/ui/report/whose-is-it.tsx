import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { VerificationReport } from '../../verifier/report'
import { VerdictShape, type ShapeLook } from '../verdict-shape'
import { useWording } from '../wording-context'
import { reasonSentence, type MessageKey } from '../wording'
import { Section } from './section'
import '../buttons.css'
import './whose-is-it.css'

/** The report judged for an identity; null when it is no longer kept. */
export type Compare = (identity: string) => Promise<VerificationReport | null>

interface WhoseIsItProps {
  report: VerificationReport
  compare: Compare
  onCompared: (report: VerificationReport) => void
  /** Where to type, for who wants to jump there. */
  field: RefObject<HTMLInputElement | null>
}

/** Compares the badge with an address that the person gave. The address stays on this machine. */
export function WhoseIsIt({ report, compare, onCompared, field }: WhoseIsItProps) {
  const { text } = useWording()
  const [problem, setProblem] = useState<MessageKey>()
  const [busy, setBusy] = useState(false)
  const [identity, setIdentity] = useState('')
  const id = useId()
  const hint = useId()

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (identity.trim() === '') {
      setProblem('holderEmpty')
      return
    }
    setBusy(true)
    setProblem(undefined)
    compare(identity.trim())
      .then((compared) => {
        if (compared === null) setProblem('stateReportGone')
        else onCompared(compared)
      })
      .catch(() => {
        setProblem('stateNoAnswer')
      })
      .finally(() => {
        setBusy(false)
      })
  }

  return (
    <Section title={text('sectionHolder')}>
      <form class="holder" onSubmit={submit}>
        <label for={id}>{text('holderField')}</label>
        <div class="holder-line">
          <input
            id={id}
            ref={field}
            type="text"
            name="identity"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            dir="auto"
            maxLength={320}
            aria-describedby={hint}
            value={identity}
            onInput={(event) => {
              setIdentity(event.currentTarget.value)
            }}
          />
          <button type="submit" class="button" disabled={busy}>
            {text('holderCompare')}
          </button>
        </div>
        <p class="holder-hint" id={hint}>
          {text('holderHint')}
        </p>
        <div role="status" class="holder-result">
          {problem === undefined ? <HolderResult report={report} /> : <p>{text(problem)}</p>}
        </div>
      </form>
    </Section>
  )
}

function HolderResult({ report }: { report: VerificationReport }) {
  const { translate, locale } = useWording()
  if (report.holder === 'not-asked') return null
  const check = report.checks.find(({ id }) => id === 'recipient')
  const said = check?.reasons[0] ?? report.reasons.find(({ code }) => code.startsWith('holder-'))
  if (said === undefined) return null
  return (
    <p class="holder-said">
      <VerdictShape look={HOLDER_LOOKS[report.holder]} />
      {reasonSentence(said, translate, locale)}
    </p>
  )
}

const HOLDER_LOOKS: Record<'matches' | 'differs' | 'unknown', ShapeLook> = {
  matches: 'trusted',
  differs: 'attention',
  unknown: 'unverifiable',
}
