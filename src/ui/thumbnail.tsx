import './thumbnail.css'

interface ThumbnailProps {
  src?: string | undefined
  size?: 'small' | 'large' | 'compared'
  /** Absent: what stands beside it says it all. */
  alt?: string
}

/** The image as found. Only data URLs that the worker made: nothing is loaded to show it. */
export function Thumbnail({ src, size = 'small', alt = '' }: ThumbnailProps) {
  const look = size === 'small' ? 'thumbnail' : `thumbnail thumbnail-${size}`
  if (!src?.startsWith('data:image/')) return <BlankThumbnail look={look} />
  return <img class={look} src={src} alt={alt} />
}

function BlankThumbnail({ look }: { look: string }) {
  return (
    <svg class={`${look} thumbnail-blank`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="21" r="10" />
      <path d="m18 29-3 11 9-4 9 4-3-11" />
    </svg>
  )
}
