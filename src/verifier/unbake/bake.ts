export { bakePng, pngChunk, type BakePngOptions } from './bake-png'
export { bakeSvg, type BakeSvgOptions } from './bake-svg'
