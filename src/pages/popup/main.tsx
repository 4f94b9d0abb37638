import { mount } from '../mount'
import { tabInQuestion } from '../tab'
import { Popup } from './popup'

mount(<Popup tabId={await tabInQuestion().catch(() => undefined)} />)
