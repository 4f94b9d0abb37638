import { useWording } from '../../ui/wording-context'

/** Whether the page can be opened again. */
export function Lasting({ isPrivate }: { isPrivate: boolean }) {
  const { text } = useWording()
  return (
    <p class={isPrivate ? 'wide-private' : 'wide-lasting'}>
      {text(isPrivate ? 'reportPrivate' : 'reportStable')}
    </p>
  )
}
