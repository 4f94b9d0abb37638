import type { Outcome } from '../verifier/report'
import type { ChipLook } from './wording'
import './verdict-shape.css'

export type ShapeLook = ChipLook | 'not-applicable'

/**
 * The verdict's shape: readable at 16 px and without colour. Decorative by itself; the text beside
 * it, or the label of what contains it, says the same.
 */
export function VerdictShape({ look, large = false }: { look: ShapeLook; large?: boolean }) {
  const size = large ? 'shape shape-large' : 'shape'
  return (
    <svg class={`${size} look-${look}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[look]}
    </svg>
  )
}

export function OutcomeShape({ outcome }: { outcome: Outcome }) {
  return <VerdictShape look={OUTCOME_LOOKS[outcome]} />
}

const OUTCOME_LOOKS: Record<Outcome, ShapeLook> = {
  passed: 'trusted',
  failed: 'invalid',
  warned: 'attention',
  unknown: 'unverifiable',
  'not-applicable': 'not-applicable',
}

const SHAPES: Record<ShapeLook, preact.JSX.Element> = {
  trusted: (
    <>
      <circle class="body" cx="8" cy="8" r="7" />
      <path class="sign" d="m4.8 8.3 2.2 2.2 4.3-4.7" />
    </>
  ),
  authentic: (
    <>
      <circle class="ring" cx="8" cy="8" r="6.2" />
      <path class="line" d="m4.9 8.3 2.1 2.1 4.1-4.5" />
    </>
  ),
  attention: (
    <>
      <path class="body edge" d="M8 1.9 14.8 14H1.2Z" />
      <path class="sign" d="M8 6v3.6" />
      <circle class="dot" cx="8" cy="12" r="1.05" />
    </>
  ),
  invalid: (
    <>
      <path class="body" d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" />
      <path class="sign" d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />
    </>
  ),
  unverifiable: (
    <>
      <circle class="ring dashed" cx="8" cy="8" r="6.2" />
      <path class="line" d="M5.4 8h5.2" />
    </>
  ),
  found: (
    <>
      <rect class="stone" x="1.2" y="1.2" width="13.6" height="13.6" rx="4" />
      <path class="streak" d="M4.6 11.2 10.8 4.4" />
    </>
  ),
  checking: (
    <>
      <circle class="ring track" cx="8" cy="8" r="6.2" />
      <path class="line turning" d="M8 1.8A6.2 6.2 0 0 1 14.2 8" />
    </>
  ),
  'permission-needed': (
    <>
      <rect class="stone" x="1.2" y="1.2" width="13.6" height="13.6" rx="4" />
      <path class="sign-on-stone" d="M6.1 6.2a1.9 1.9 0 1 1 2.7 2q-.8.4-.8 1.2" />
      <circle class="dot-on-stone" cx="8" cy="11.7" r="1" />
    </>
  ),
  none: (
    <>
      <circle class="ring thin" cx="8" cy="8" r="6.4" />
      <path class="line thin" d="M3.6 12.4 12.4 3.6" />
    </>
  ),
  'not-applicable': <path class="line" d="M5 8h6" />,
}
