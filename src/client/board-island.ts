import { startBoard } from './board/start.ts'

const frame = document.querySelector<HTMLElement>('[data-board]')
if (frame) startBoard(frame)
