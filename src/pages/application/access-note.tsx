import { useEffect, useState } from 'preact/hooks'
import type { PageState } from '../../platform/messages'
import { requestAccess } from '../../platform/permissions'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import '../../ui/buttons.css'
import './access-note.css'

/**
 * Says that the browser withholds this site, and asks for it. That the popup was opened lets us look at
 * the page once, which is done here: also where it was looked at before, since it may have been loaded anew.
 */
export function AccessNote({ page }: { page: PageState }) {
  const { text } = useWording()
  const { access, host, tabId, permission = '' } = page
  const [refused, setRefused] = useState(false)
  const isWithheld = access === 'withheld'
  const isClosed = isWithheld || access === 'once'

  useEffect(() => {
    if (isClosed) ask('enter-page', { tabId }).catch(() => undefined)
  }, [access, tabId])

  if (!isClosed) return null
  // The browser grants only from within the click: nothing may be awaited before the request.
  const allow = (): void => {
    requestAccess(permission)
      .then((granted) => {
        setRefused(!granted)
        return granted ? ask('enter-page', { tabId }) : false
      })
      .catch(() => {
        setRefused(true)
      })
  }
  return (
    <section class="access-note">
      {isWithheld && page.badges.length === 0 && <h1 tabIndex={-1}>{text('accessTitle')}</h1>}
      <p>{text(isWithheld ? 'accessWithheld' : 'accessOnce', host)}</p>
      <button type="button" class="button" onClick={allow}>
        {text('accessAllow', host)}
      </button>
      {refused && <p role="alert">{text('accessRefused')}</p>}
    </section>
  )
}
