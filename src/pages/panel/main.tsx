import { ownWindow } from '../../platform/active-tab'
import { mount } from '../mount'
import { Panel } from './panel'

/** Named in the address, where the panel's page is opened in a tab; else the one beside which it stands. */
const named = Number(new URLSearchParams(location.search).get('window') ?? Number.NaN)
const windowId = Number.isInteger(named) ? named : await ownWindow()

mount(<Panel windowId={windowId} />)
