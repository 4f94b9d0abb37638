import { browser } from '../../platform/browser'
import { mount } from '../mount'
import { FilesPage } from './files-page'

const { id } = await browser.tabs.getCurrent()
/** From the address bar: filled in, and nothing done with it. */
const given = new URLSearchParams(location.search).get('given') ?? ''
mount(<FilesPage tabId={id} given={given} />)
