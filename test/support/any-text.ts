import fc from 'fast-check'

const LAST_CODE_POINT = 0x10ffff
const isSurrogate = (codePoint: number) => codePoint >= 0xd800 && codePoint <= 0xdfff

/** Any character but a half of a pair. The library's own unit of this kind takes seconds to make. */
export const anyCharacter = fc
  .integer({ min: 0, max: LAST_CODE_POINT })
  .filter((codePoint) => !isSurrogate(codePoint))
  .map((codePoint) => String.fromCodePoint(codePoint))
