import { VerdictShape } from './verdict-shape'
import { useWording } from './wording-context'
import { chipOf, type ChipFacts } from './wording'
import './chip.css'

/** Shape and one or two words that name the cause. */
export function Chip({ facts }: { facts: ChipFacts }) {
  const { text } = useWording()
  const { look, textKey } = chipOf(facts)
  return (
    <span class={`chip look-${look}`}>
      <VerdictShape look={look} />
      {text(textKey)}
    </span>
  )
}
