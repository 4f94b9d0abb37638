import { SOFTWARE } from '../export/software'
import { Logo } from '../logo'
import { useWording } from '../wording-context'
import type { MessageKey } from '../wording'
import './paper-head.css'

interface PaperHeadProps {
  kind: MessageKey
  /** Sentences of when it was found out, and of where. */
  lines: readonly string[]
}

/** What a sheet or a file begins with that no page of ours stands around: what it is, when, made by whom. */
export function PaperHead({ kind, lines }: PaperHeadProps) {
  const { text } = useWording()
  return (
    <header class="paper-head">
      <Logo />
      <div>
        <p class="paper-kind">{text(kind)}</p>
        <p class="paper-lines">{[...lines, text('reportMadeBy', SOFTWARE.version)].join(' ')}</p>
      </div>
    </header>
  )
}
