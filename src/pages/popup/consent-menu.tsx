import { useState } from 'preact/hooks'
import type { ConsentMode, ConsentState, PageState, WorkerRequests } from '../../platform/messages'
import { Icon } from '../../ui/icon'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'

type Choice = 'click' | 'site' | 'everywhere'

/** When issuers may be asked: only on a click, always on this site, or always everywhere. */
export function ConsentMenu({ page, onChange }: { page: PageState; onChange: () => void }) {
  const { text } = useWording()
  const [failed, setFailed] = useState(false)
  const choose = (choice: Choice): void => {
    Promise.all(settingsFor(choice, page).map((setting) => ask('set-consent', setting)))
      .then(() => {
        setFailed(false)
      })
      .catch(() => {
        setFailed(true)
      })
      .finally(onChange)
  }
  return (
    <span class="consent">
      <select
        aria-label={text('consentLabel')}
        value={choiceOf(page.consent)}
        onChange={(event) => {
          choose(event.currentTarget.value as Choice)
        }}
      >
        <option value="click">{text('consentClick')}</option>
        <option value="site">{text('consentSite')}</option>
        <option value="everywhere">{text('consentEverywhere')}</option>
      </select>
      <Icon name="chevron" />
      {failed && (
        <span class="consent-failed" role="alert">
          {text('stateNoAnswer')}
        </span>
      )}
    </span>
  )
}

export function choiceOf({ mode, everywhere }: ConsentState): Choice {
  if (mode === 'click') return 'click'
  return everywhere === 'always' ? 'everywhere' : 'site'
}

type ConsentSetting = WorkerRequests['set-consent']['params']

/**
 * What has to be set for a choice. "Only when I click" is about this site: what was chosen for all
 * others stays. "Always on this site" takes back "everywhere", or it would say less than it does.
 */
export function settingsFor(choice: Choice, { host, consent, tabId }: PageState): ConsentSetting[] {
  const site = (mode: ConsentMode): ConsentSetting => ({ scope: 'site', host, mode, tabId })
  const everywhere = (mode: ConsentMode): ConsentSetting => ({
    scope: 'everywhere',
    host,
    mode,
    tabId,
  })
  switch (choice) {
    case 'click':
      return [site('click')]
    case 'site':
      return consent.everywhere === 'always'
        ? [everywhere('click'), site('always')]
        : [site('always')]
    case 'everywhere':
      return consent.site === 'click'
        ? [everywhere('always'), site('always')]
        : [everywhere('always')]
  }
}
