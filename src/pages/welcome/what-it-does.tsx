import { useWording } from '../../ui/wording-context'

export function WhatItDoes() {
  const { text } = useWording()
  return (
    <>
      <h1 tabIndex={-1}>{text('welcomeTitle')}</h1>
      <p class="welcome-lead">{text('welcomeText')}</p>
    </>
  )
}
