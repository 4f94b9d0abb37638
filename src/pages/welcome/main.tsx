import { mount } from '../mount'
import { Welcome } from './welcome'

mount(<Welcome />)
