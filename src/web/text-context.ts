import { createContext, useContext } from 'hono/jsx'
import { nb } from '../text/nb.ts'
import type { Text } from '../text/text.ts'

/** The language a page is written in, set once by the page around all parts of it. */
export const TextContext = createContext<Text>(nb)

export function useText(): Text {
  return useContext(TextContext)
}
