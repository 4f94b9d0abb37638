import type { ComponentChildren } from 'preact'
import './marked-picture.css'

interface MarkedPictureProps {
  /** Data URL of a square picture. */
  src: string
  alt: string
  /** Edge in CSS pixels. */
  size: number
  /** The mark: a `VerdictShape`, or a button around it. */
  children?: ComponentChildren
}

/** A picture of ours with a mark at its lower end, as the content script draws it in pages. */
export function MarkedPicture({ src, alt, size, children }: MarkedPictureProps) {
  return (
    <span class="marked-picture">
      <img {...{ src, alt }} width={size} height={size} />
      {children !== undefined && <span class="picture-mark">{children}</span>}
    </span>
  )
}
