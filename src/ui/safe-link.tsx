import type { Text } from '../verifier/credential'
import { ForeignText } from './foreign-text'
import { useWording } from './wording-context'
import { clip, displayText } from './wording'
import './safe-link.css'

/** Characters; of a host there are never fewer than all, and of the path after it at least a few. */
const LONGEST_ADDRESS = 72
const SHORTEST_PATH = 12

interface SafeLinkProps {
  url: string
  /** What the badge calls it; the host is shown beside it. */
  label?: Text | string | undefined
  /** Nobody has checked what is behind it. */
  unverified?: boolean
}

/**
 * A link out of a badge. Only http and https become links: everything else (`javascript:`, `data:`,
 * `mailto:`) stays text. The host that a click would open is always in sight.
 */
export function SafeLink({ url, label, unverified = false }: SafeLinkProps) {
  const { text } = useWording()
  const target = webAddress(url)
  if (target === undefined) return <ForeignText text={url} />
  return (
    <span class="safe-link">
      <a href={target.href} target="_blank" rel="noopener noreferrer nofollow">
        {label === undefined ? (
          <bdi>{shortened(target)}</bdi>
        ) : (
          <ForeignText text={label} clipped />
        )}
      </a>
      {label !== undefined && <bdi class="safe-link-host">{target.host}</bdi>}
      {unverified && <span class="safe-link-note">{text('linkUnverified')}</span>}
    </span>
  )
}

export function webAddress(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined
  parsed.username = ''
  parsed.password = ''
  return parsed
}

function shortened({ host, pathname, search }: URL): string {
  const path = `${pathname}${search}`
  const room = Math.max(LONGEST_ADDRESS - host.length, SHORTEST_PATH)
  return path === '/' ? host : `${host}${clip(displayText(path), room)}`
}
