/** Two parts of a text message in the alphabet of phones (3GPP TS 23.038: 153 characters a part when there are several). */
const LONGEST = 306

/** Of the phones' alphabet, what is of use in our sentences; a character outside it would halve what a part holds. */
const PLAIN = /[A-Za-z0-9 @£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà!"#%&'()*+,\-./:;<=>?_\n]/

const INSTEAD: Readonly<Record<string, string>> = {
  '–': '-',
  '−': '-',
  '«': '"',
  '»': '"',
  '’': "'",
  '\u00a0': ' ',
  đ: 'd',
  Đ: 'D',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
}

/** A sentence as a phone takes it: other letters by their nearest, at most two parts. The end, which holds the link, is kept. */
export function fromText(text: string): string {
  const plain = [...text.normalize('NFC')].map(toPlain).join('')
  if (plain.length <= LONGEST) return plain
  const link = plain.slice(plain.lastIndexOf(' '))
  return plain.slice(0, LONGEST - link.length) + link
}

function toPlain(character: string): string {
  if (PLAIN.test(character)) return character
  const instead = INSTEAD[character] ?? character.normalize('NFD').charAt(0)
  return PLAIN.test(instead) ? instead : '?'
}
