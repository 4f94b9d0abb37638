import { useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import { AskedWhen } from './asked-when'
import { ConsentChoice } from './consent-choice'

/** When issuers may be asked; the picture says what follows from it. */
export type Choice = 'click' | 'sites' | 'everywhere'

export function WhoIsAsked() {
  const { text } = useWording()
  const [choice, setChoice] = useState<Choice>('click')
  return (
    <>
      <h1 tabIndex={-1}>{text('askedTitle')}</h1>
      <p class="secondary">{text('askedWhy')}</p>
      <ConsentChoice choice={choice} onChoose={setChoice} />
      <AskedWhen choice={choice} />
    </>
  )
}
