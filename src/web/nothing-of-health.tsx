import { useText } from './text-context.ts'

/** Beside a field that people write freely in: what they are never to write, in the same words everywhere. */
export function NothingOfHealth() {
  return <span class="free-text-hint">{useText().freeText.nothingOfHealth}</span>
}
