import { useWording } from '../ui/wording-context'
import './loading.css'

/** In the place of what is on its way. */
export function Loading() {
  const { text } = useWording()
  return <p class="loading">{text('stateLoading')}</p>
}
