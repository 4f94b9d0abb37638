import { browser } from '../../platform/browser'
import { mount } from '../mount'
import { FilesPage } from './files-page'

const { id } = await browser.tabs.getCurrent()
mount(<FilesPage tabId={id} />)
