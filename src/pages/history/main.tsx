import { mount } from '../mount'
import { HistoryPage } from './history-page'

mount(<HistoryPage />)
