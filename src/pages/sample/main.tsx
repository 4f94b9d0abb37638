import { browser } from '../../platform/browser'
import { mount } from '../mount'
import { SamplePage } from './sample-page'

const { id } = await browser.tabs.getCurrent()
mount(<SamplePage tabId={id} />)
