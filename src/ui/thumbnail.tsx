import './thumbnail.css'

/** The image as found. Only data URLs that the worker made: nothing is loaded to show it. */
export function Thumbnail({ src, large = false }: { src?: string | undefined; large?: boolean }) {
  const size = large ? 'thumbnail thumbnail-large' : 'thumbnail'
  if (!src?.startsWith('data:image/')) return <BlankThumbnail size={size} />
  return <img class={size} src={src} alt="" />
}

function BlankThumbnail({ size }: { size: string }) {
  return (
    <svg class={`${size} thumbnail-blank`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="21" r="10" />
      <path d="m18 29-3 11 9-4 9 4-3-11" />
    </svg>
  )
}
