import { detail } from './badges'
import { MATCHED } from './reports'
import type { Scene } from './scene'

export const DETAIL_SCENES: Record<string, Scene> = {
  'detail-trusted': detail('trusted', { compared: MATCHED }),
  'detail-authentic': detail('authentic'),
  'detail-expired': detail('expired'),
  'detail-swapped': detail('swapped'),
  'detail-recoloured': detail('recoloured'),
  'detail-altered': detail('altered'),
  'detail-unverifiable': detail('unverifiable'),
  'detail-none': detail('none'),
  'detail-stripped': detail('stripped'),
  'detail-not-found': detail('not-found'),
  'detail-withdrawn': detail('withdrawn'),
  'detail-certificate': detail('certificate'),
  'detail-clr': detail('clr'),
  'detail-endorsed': detail('endorsed'),
  'detail-complete': detail('complete'),
  'detail-sparse': detail('sparse'),
  'detail-contradictory': detail('contradictory'),
  'detail-hostile': detail('hostile'),
  'detail-found': detail('found'),
  'detail-checking': detail('checking'),
  'detail-permission': detail('permission'),
}
