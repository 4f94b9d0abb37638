import './logo.css'

/** A dark stone, the streak that gold leaves on it, and the tick of who read it. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect class="logo-stone" x="1" y="1" width="22" height="22" rx="6" />
      <path class="logo-streak" d="M5.5 16.5 14 6.5" />
      <path class="logo-tick" d="m11 15.6 2.4 2.4 5-5.6" />
    </svg>
  )
}
