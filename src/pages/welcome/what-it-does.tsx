import { MarkedPicture } from '../../ui/marked-picture'
import { VerdictShape } from '../../ui/verdict-shape'
import type { ChipLook } from '../../ui/wording'
import { useWording } from '../../ui/wording-context'
import analysis from '../sample/badges/analysis.png?inline'
import aid from '../sample/badges/aid.png?inline'
import projects from '../sample/badges/projects.png?inline'

/** Of the sample page, as they come out there. */
const PICTURES: [picture: string, look: ChipLook][] = [
  [analysis, 'authentic'],
  [aid, 'attention'],
  [projects, 'invalid'],
]

export function WhatItDoes() {
  const { text } = useWording()
  return (
    <>
      <h1 tabIndex={-1}>{text('welcomeTitle')}</h1>
      <p class="welcome-lead">{text('welcomeText')}</p>
      <div class="welcome-pictures" aria-hidden="true">
        {PICTURES.map(([picture, look]) => (
          <MarkedPicture key={look} src={picture} alt="" size={80}>
            <VerdictShape look={look} />
          </MarkedPicture>
        ))}
      </div>
    </>
  )
}
