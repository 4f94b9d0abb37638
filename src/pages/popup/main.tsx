import { readGlance } from '../../platform/glance'
import { mount } from '../mount'
import { tabInQuestion } from '../tab'
import { Popup } from './popup'

mount(popup())

/** What is known of the tab already is there when it is drawn for the first time. */
async function popup() {
  const tab = await tabInQuestion().catch(() => undefined)
  const glance =
    tab?.url === undefined ? undefined : await readGlance(tab.id, tab.url).catch(() => undefined)
  return <Popup tab={tab} glance={glance} />
}
