import { placesNamed, type Step } from '../../core/plans/step.ts'
import { lineOf } from '../../core/rota/district.ts'
import type { DraftCell } from '../../core/rota/draft.ts'
import type { NeedId } from '../../core/rota/need.ts'
import type { SyncText } from '../../text/text.ts'
import type { Conflict } from './door.ts'
import type { BoardModel } from './model.ts'
import type { SyncEngine } from './sync-engine.ts'
import type { SyncNews } from './sync-news.ts'

/** Milliseconds that storing may take before it is worth a word. */
const SLOW = 400
const SIGN_IN = '/sign-in'
const CONFIRM = '/confirm'
const MOST_NAMED = 5

type State = Extract<SyncNews, { kind: 'state' }>

/** Says on the page what is stored and what waits, and what somebody has to decide. */
export function noticeIn(
  frame: HTMLElement,
  model: BoardModel,
  engine: SyncEngine,
  words: SyncText,
): (news: SyncNews) => void {
  const { boardSync: said } = words
  const place = document.querySelector<HTMLElement>('#board-sync')
  const live = frame.querySelector('#board-said')
  const boxes = boxesUnder(frame.querySelector('.board-tools') ?? frame)
  const names = namesOn(frame)
  const told = wordsOf(model, words, names)
  let shown: State | undefined
  let slow: ReturnType<typeof setTimeout> | undefined

  const { say, whisper } = voiceIn(live, (name, places) => said.others(name ?? said.somebody, places))

  const showState = (state: State) => {
    if (place) place.dataset.waiting = String(state.waiting)
    clearTimeout(slow)
    const draw = () => place && drawState(place, state, said, engine)
    // What is stored at once needs no word that it is being stored.
    if (state.state === 'open' && state.isSending && shown?.state === 'open') slow = setTimeout(draw, SLOW)
    else draw()
    const isNew = shown?.state !== state.state
    if (isNew && state.state !== 'open') say(stateSentence(state, said))
    else if (isNew && shown?.state === 'offline' && !state.isSending && shown.waiting > 0)
      say(said.online(shown.waiting))
    if (!state.isSending || state.state !== 'open' || !shown) shown = state
  }

  const tellNotReversed = (news: Extract<SyncNews, { kind: 'not-reversed' }>) => {
    const sentence = told.notReversed(news)
    say(sentence)
    if (typeof news.why === 'object') boxes.add(sentence, [[said.leave, () => {}]])
  }

  return (news) => {
    switch (news.kind) {
      case 'state':
        return showState(news)
      case 'others':
        return whisper(news.name, news.places)
      case 'conflict': {
        const sentence = told.conflict(news.conflict, news.step)
        say(sentence)
        return boxes.add(sentence, [
          [
            said.anyway,
            () => model.apply(news.step, crypto.randomUUID()).kind === 'refused' && say(said.notStored),
          ],
          [said.leave, () => {}],
        ])
      }
      case 'refused': {
        const sentence = `${said.notStored} ${told.step(news.step)}`
        say(sentence)
        return boxes.add(sentence, [[said.leave, () => {}]])
      }
      case 'done':
      case 'dropped':
        return
      case 'reversed': {
        const kind = said.stepOn(words.words.editKinds[news.step.kind], news.step.places)
        // It need not be the latest: what others have changed since is passed over.
        const isOne = news.step.places === 1 && news.needId !== undefined
        const step = isOne ? `${kind}, ${told.duty(news.needId)}` : kind
        return say(news.what === 'undo' ? said.undone(step) : said.redone(step))
      }
      case 'not-reversed':
        return tellNotReversed(news)
      case 'moved':
        say(said.moved)
        return boxes.add(said.moved, [[said.reload, () => engine.leave()]])
      case 'closed':
        say(said.closed[news.why])
        return boxes.add(said.closed[news.why], [[said.reload, () => engine.leave()]])
      case 'left':
        return boxes.addList(
          [said.leftTitle(news.steps.length), said.leftHint],
          news.steps.map(({ step }) => told.step(step)),
          [said.forget, () => engine.forget(news.steps)],
        )
    }
  }
}

function stateSentence({ state, waiting, isSending }: State, said: SyncText['boardSync']): string {
  switch (state) {
    case 'open':
      return isSending || waiting > 0 ? said.saving : said.saved
    case 'offline':
      return said.offline(waiting)
    case 'signed-out':
      return said.signedOut(waiting)
    case 'unconfirmed':
      return said.unconfirmed(waiting)
    case 'outdated':
      return said.outdated(waiting)
    case 'closed':
      return ''
  }
}

function drawState(place: HTMLElement, state: State, said: SyncText['boardSync'], engine: SyncEngine): void {
  place.dataset.state = state.state
  place.replaceChildren(stateSentence(state, said))
  if (state.state === 'signed-out') place.append(' ', linkTo(SIGN_IN, said.signIn))
  if (state.state === 'unconfirmed') place.append(' ', linkTo(CONFIRM, said.confirm))
  if (state.state === 'outdated')
    place.append(
      ' ',
      buttonOf(said.reload, () => engine.leave()),
    )
}

/** Milliseconds that a sentence about one's own work is left to be read before others' work is told. */
const TO_BE_READ = 5000

/** One's own comes at once; what others did waits for it, and is added up meanwhile. */
function voiceIn(live: Element | null, others: (name: string | null, places: number) => string) {
  const waiting = new Map<string | null, number>()
  let quietUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (milliseconds: number) => {
    if (timer === undefined) timer = setTimeout(tellOthers, milliseconds)
  }
  const tellOthers = (): void => {
    timer = undefined
    const rest = quietUntil - performance.now()
    if (rest > 0) {
      wait(rest)
      return
    }
    if (live) live.textContent = [...waiting].map(([name, places]) => others(name, places)).join(' ')
    waiting.clear()
  }
  return {
    say(sentence: string) {
      quietUntil = performance.now() + TO_BE_READ
      if (live) live.textContent = sentence
    },
    whisper(name: string | null, places: number) {
      waiting.set(name, (waiting.get(name) ?? 0) + places)
      wait(0)
    },
  }
}

/** What stands beside the board until somebody has decided. */
function boxesUnder(tools: Element) {
  const open = (content: readonly (Node | string)[], actions: readonly (readonly [string, () => void])[]) => {
    const box = document.createElement('div')
    box.className = 'ds-alert board-notice'
    box.dataset.color = 'warning'
    const buttons = actions.map(([label, work]) =>
      buttonOf(label, () => {
        box.remove()
        work()
      }),
    )
    const row = elementOf('p', buttons)
    row.className = 'actions'
    box.append(...content, row)
    tools.after(box)
  }
  return {
    add(sentence: string, actions: readonly (readonly [string, () => void])[]) {
      open([elementOf('p', [sentence])], actions)
    },
    addList(lead: readonly string[], items: readonly string[], action: readonly [string, () => void]) {
      const list = elementOf(
        'ul',
        items.map((item) => elementOf('li', [item])),
      )
      open([...lead.map((sentence) => elementOf('p', [sentence])), list], [action])
    },
  }
}

function elementOf(name: string, content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  element.append(...content)
  return element
}

function buttonOf(label: string, work: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'ds-button'
  button.dataset.variant = 'secondary'
  button.dataset.size = 'sm'
  button.textContent = label
  button.addEventListener('click', work)
  return button
}

function linkTo(href: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'ds-link'
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = label
  return link
}

/** Duties, holders and steps in words. */
function wordsOf(model: BoardModel, words: SyncText, initials: ReadonlyMap<string, string>) {
  const { boardSync: said, format } = words
  const duty = (needId: NeedId) => {
    const need = model.needs.get(needId)
    if (!need) return needId
    const { code } = lineOf(model.facts.rota.district, need.lineId)
    return words.board.shortDutyName(code, need.name, format.shortDate(need.date))
  }
  const holders = ({ slices, locked }: Pick<DraftCell, 'slices' | 'locked'>) => {
    const own = [...new Set(slices.map(({ personId }) => initials.get(personId ?? '') ?? '…'))]
    const text = own.length === 0 ? said.nobody : format.list(own)
    return locked ? said.lockedBy(text) : text
  }
  const conflict = ({ by, isOwn, now }: Conflict, step: Step) => {
    const [name, stands] = [duty(now.needId), holders(now)]
    const sentence = isOwn
      ? said.first.own(name, stands)
      : by === null
        ? said.first.moved(name, stands)
        : said.first.other(by, name, stands)
    const places = placesNamed(step).length
    return places > 1 ? `${sentence} ${said.inAll(places)}` : sentence
  }
  const step = ({ kind, intents }: Step) => {
    const named = [...new Set(intents.map(({ cell }) => cell.needId))]
    const who = intents.flatMap((intent) =>
      intent.kind === 'assign' ? [initials.get(intent.personId) ?? ''] : [],
    )
    const duties = named.slice(0, MOST_NAMED).map(duty).join(', ')
    const rest = named.length > MOST_NAMED ? ` … (${named.length})` : ''
    const people = who.length > 0 ? ` – ${[...new Set(who)].join(', ')}` : ''
    return `${words.words.editKinds[kind]}: ${duties}${rest}${people}`
  }
  const notReversed = ({ what, why }: Extract<SyncNews, { kind: 'not-reversed' }>) => {
    if (why === 'net') return said.needsNet
    if (why === 'nothing') return what === 'undo' ? said.nothingToUndo : said.nothingToRedo
    const tell = what === 'undo' ? said.cannotUndo : said.cannotRedo
    return tell(why.by, duty(why.now.needId), holders(why.now))
  }
  return { conflict, duty, step, notReversed }
}

/** Initials by person, as the page has them. */
function namesOn(frame: HTMLElement): ReadonlyMap<string, string> {
  const text = frame.querySelector('#board-names')?.textContent || '{}'
  const names: Record<string, readonly [initials: string, name: string]> = JSON.parse(text)
  return new Map(Object.entries(names).map(([id, [initials]]) => [id, initials]))
}
