import type { ComponentChildren } from 'preact'
import { Logo } from '../ui/logo'
import './wide-page.css'

interface WidePageProps {
  /** Uses more of a wide window. */
  isReport?: boolean
  children: ComponentChildren
}

/** A page of ours in a tab of its own. */
export function WidePage({ isReport = false, children }: WidePageProps) {
  return (
    <>
      <header class="wide-header">
        <Logo />
        <b>Touchstone</b>
      </header>
      <main class={isReport ? 'wide-main wide-report' : 'wide-main'}>{children}</main>
    </>
  )
}
