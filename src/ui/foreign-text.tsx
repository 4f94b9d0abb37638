import { useState } from 'preact/hooks'
import type { Text } from '../verifier/credential'
import { useStill } from './still'
import { useWording } from './wording-context'
import { clip, displayLines, displayText, textFor } from './wording'
import './foreign-text.css'

/** Code points that are shown at once; the rest waits behind a button. */
const AT_ONCE = { line: 200, lines: 600 }
/** Where there is no button: a badge must not fill a hundred sheets. */
const STILL = { line: 600, lines: 4_000 }

interface ForeignTextProps {
  text: Text | string
  /** Keeps line breaks, for narratives. */
  lines?: boolean
  /** Inside a link: a button there would open what it leads to. */
  clipped?: boolean
}

/** Text that somebody else wrote: only ever a text node, isolated from the sentence around it. */
export function ForeignText({ text, lines = false, clipped = false }: ForeignTextProps) {
  const { text: say, locale } = useWording()
  const [all, setAll] = useState(false)
  const isStill = useStill()
  const chosen = textFor(text, locale)
  const clean = lines ? displayLines(chosen.text) : displayText(chosen.text)
  const most = isStill ? STILL : AT_ONCE
  const short = clip(clean, lines ? most.lines : most.line)
  return (
    <>
      <bdi class={lines ? 'foreign foreign-lines' : 'foreign'} lang={chosen.lang}>
        {all ? clean : short}
      </bdi>
      {short !== clean && !all && !clipped && !isStill && (
        <button
          type="button"
          class="link"
          onClick={() => {
            setAll(true)
          }}
        >
          {say('showAll')}
        </button>
      )}
    </>
  )
}
