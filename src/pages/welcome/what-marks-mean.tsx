import { VerdictShape } from '../../ui/verdict-shape'
import { useWording } from '../../ui/wording-context'
import type { ChipLook, MessageKey } from '../../ui/wording'

const MARKS: [ChipLook, MessageKey][] = [
  ['found', 'welcomeMarkFound'],
  ['trusted', 'welcomeMarkTrusted'],
  ['authentic', 'welcomeMarkAuthentic'],
  ['attention', 'welcomeMarkAttention'],
  ['invalid', 'welcomeMarkInvalid'],
  ['unverifiable', 'welcomeMarkUnverifiable'],
]

export function WhatMarksMean() {
  const { text } = useWording()
  return (
    <>
      <h1 tabIndex={-1}>{text('welcomeMarks')}</h1>
      <ul class="welcome-marks">
        {MARKS.map(([look, key]) => (
          <li key={look}>
            <VerdictShape look={look} />
            {text(key)}
          </li>
        ))}
      </ul>
      <p class="secondary">{text('listsWhy')}</p>
    </>
  )
}
