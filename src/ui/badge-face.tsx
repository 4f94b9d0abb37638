import { clip } from './wording'
import { Thumbnail } from './thumbnail'
import './badge-face.css'

const LONGEST_NAME = 160

interface BadgeFaceProps {
  /** Clean text, or none. */
  name: string
  lines?: string[]
  thumbnail?: string | undefined
  /** Its picture is shown elsewhere. */
  withoutPicture?: boolean
}

/** Which badge the page speaks of: its image, its name, and when it was issued. */
export function BadgeFace({ name, lines = [], thumbnail, withoutPicture = false }: BadgeFaceProps) {
  return (
    <div class={withoutPicture ? 'badge-face badge-face-text' : 'badge-face'}>
      {!withoutPicture && <Thumbnail src={thumbnail} size="large" />}
      <div>
        {name !== '' && (
          <p class="badge-face-name">
            <bdi>{clip(name, LONGEST_NAME)}</bdi>
          </p>
        )}
        {lines.map((line) => (
          <p class="badge-face-line" key={line}>
            {line}
          </p>
        ))}
      </div>
    </div>
  )
}
