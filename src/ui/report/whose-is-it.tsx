import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { OwnFinding } from '../../platform/own-identity-shapes'
import type { VerificationReport } from '../../verifier/report'
import { useFocusBack } from '../focus-back'
import { useStill } from '../still'
import { VerdictShape, type ShapeLook } from '../verdict-shape'
import { useWording } from '../wording-context'
import { ownSentence, reasonSentence, type MessageKey } from '../wording'
import { AddressForm, PersonForm } from './holder-forms'
import { Section } from './section'
import './whose-is-it.css'

/** The report judged for an identity; null when it is no longer kept. */
export type Compare = (
  identity: string | { name: string; dateOfBirth: string },
) => Promise<VerificationReport | null>

interface WhoseIsItProps {
  report: VerificationReport
  /** By the identities that the user has entered as their own. */
  own?: OwnFinding | undefined
  compare: Compare
  onCompared: (report: VerificationReport) => void
  /** Where to type, for who wants to jump there. */
  field: RefObject<HTMLInputElement | null>
}

/** Compares the badge with what the person said of themselves. That stays on this machine. */
export function WhoseIsIt({ report, own, compare, onCompared, field }: WhoseIsItProps) {
  const s = useWording()
  const { text } = s
  const [problem, setProblem] = useState<MessageKey>()
  const [busy, setBusy] = useState(false)
  const hint = useId()
  useFocusBack(busy)

  const ask = (identity: Parameters<Compare>[0]): void => {
    setBusy(true)
    setProblem(undefined)
    compare(identity)
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
  const isStill = useStill()
  const form = { field, hint, busy, ask, onProblem: setProblem }
  return (
    <Section title={text('sectionHolder')} hidden={isStill && report.holder === 'not-asked'}>
      {/* Which badges the reader has is for no paper; what was compared belongs to the finding. */}
      <div hidden={isStill}>
        {own !== undefined && (
          <p class="holder-own" data-own={own.is}>
            {ownSentence(own, s)}
          </p>
        )}
        {namesPerson(report) ? <PersonForm {...form} /> : <AddressForm {...form} />}
        <p class="holder-hint" id={hint}>
          {text('holderHint')}
        </p>
      </div>
      <div role="status" class="holder-result">
        {problem === undefined ? <HolderResult report={report} /> : <p>{text(problem)}</p>}
      </div>
    </Section>
  )
}

/** A credential that says when its owner was born, as European Digital Credentials do. */
function namesPerson({ credential }: VerificationReport): boolean {
  const identities = credential?.recipient.identities ?? []
  return identities.some(({ type, hashed }) => type === 'dateOfBirth' && !hashed)
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
