import { Thumbnail } from '../thumbnail'
import { useWording } from '../wording-context'
import './two-pictures.css'

interface TwoPicturesProps {
  /** Absent once no tab shows it. */
  shown: string | undefined
  issuers: string
}

/** The picture that the page shows, and beside it the one that the issuer made for this badge. */
export function TwoPictures({ shown, issuers }: TwoPicturesProps) {
  const { text } = useWording()
  return (
    <div class="two-pictures">
      <figure>
        <Thumbnail src={shown} size="compared" alt={text('artworkShownAlt')} />
        <figcaption>{text('artworkShown')}</figcaption>
      </figure>
      <figure>
        <Thumbnail src={issuers} size="compared" alt={text('artworkIssuersAlt')} />
        <figcaption>{text('artworkIssuers')}</figcaption>
      </figure>
    </div>
  )
}
