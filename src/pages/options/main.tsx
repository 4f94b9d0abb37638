import { mount } from '../mount'
import { Options } from './options'

mount(<Options />)
