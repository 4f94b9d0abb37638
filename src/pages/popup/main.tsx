import { mount } from '../mount'
import { tabInQuestion } from '../tab'
import { Popup } from './popup'

mount(<Popup tab={await tabInQuestion().catch(() => undefined)} />)
