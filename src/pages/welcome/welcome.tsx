import { useEffect, useRef, useState } from 'preact/hooks'
import { Logo } from '../../ui/logo'
import { useWording } from '../../ui/wording-context'
import { OPTIONS_PAGE, SAMPLE_PAGE } from '../../platform/own-pages'
import { KeepInSight } from './keep-in-sight'
import { WhatItDoes } from './what-it-does'
import { WhatMarksMean } from './what-marks-mean'
import { WhoIsAsked } from './who-is-asked'
import '../../ui/buttons.css'
import './welcome.css'

/** One idea each. The choice that it asks for is made already, so that all may be left out. */
const STEPS = [WhatItDoes, WhoIsAsked, WhatMarksMean, KeepInSight]

/** Shown once, after installation. */
export function Welcome() {
  const { text } = useWording()
  const [step, setStep] = useState(0)
  const root = useRef<HTMLElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) root.current?.querySelector('h1')?.focus()
    moved.current = true
  }, [step])

  const Step = STEPS[step] ?? WhatItDoes
  const isLast = step === STEPS.length - 1
  const go = (by: 1 | -1) => () => {
    setStep(step + by)
  }
  return (
    <main class="welcome" ref={root}>
      <div class="welcome-top">
        <Logo />
        <p class="small secondary">{text('welcomeStep', step + 1, STEPS.length)}</p>
      </div>
      <div class="welcome-step">
        <Step />
      </div>
      <div class="welcome-foot">
        {step > 0 && (
          <button type="button" class="button" onClick={go(-1)}>
            {text('welcomeBack')}
          </button>
        )}
        <span class="welcome-space" />
        {(step === 0 || isLast) && (
          <a
            class={isLast ? 'button button-primary' : 'button'}
            href={`/${SAMPLE_PAGE}`}
            target="_blank"
            rel="noreferrer"
          >
            {text('welcomeTry')}
          </a>
        )}
        {isLast ? (
          <a class="button" href={`/${OPTIONS_PAGE}`}>
            {text('welcomeEnd')}
          </a>
        ) : (
          <button type="button" class="button button-primary" onClick={go(1)}>
            {text('welcomeNext')}
          </button>
        )}
      </div>
    </main>
  )
}
