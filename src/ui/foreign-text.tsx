import { useState } from 'preact/hooks'
import type { Text } from '../verifier/credential'
import { useStill } from './still'
import { useWording } from './wording-context'
import { clip, displayLines, displayText, textFor } from './wording'
import './foreign-text.css'

/** Code points that are shown at once; the rest waits behind a button. */
const AT_ONCE = { line: 200, lines: 600 }

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
  const [wanted, setWanted] = useState(false)
  const all = useStill() || wanted
  const chosen = textFor(text, locale)
  const clean = lines ? displayLines(chosen.text) : displayText(chosen.text)
  const short = clip(clean, lines ? AT_ONCE.lines : AT_ONCE.line)
  return (
    <>
      <bdi class={lines ? 'foreign foreign-lines' : 'foreign'} lang={chosen.lang}>
        {all ? clean : short}
      </bdi>
      {short !== clean && !all && !clipped && (
        <button
          type="button"
          class="link"
          onClick={() => {
            setWanted(true)
          }}
        >
          {say('showAll')}
        </button>
      )}
    </>
  )
}
