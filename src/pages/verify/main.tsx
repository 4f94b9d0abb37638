import { mount } from '../mount'
import { readAddress } from './address'
import { VerifyPage } from './verify-page'

mount(<VerifyPage subject={readAddress(location.search)} />)
