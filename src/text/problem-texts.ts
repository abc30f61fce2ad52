import type { FileProblem, FileProblemCode } from './file-problem.ts'
import { visible } from './plain-text.ts'

/** What a language says of each fault of a file, with the value that stands there and what it is held against. */
export type FileSentences = Readonly<Record<FileProblemCode, (value: string, against: string) => string>>

export interface PlaceWords {
  /** Where a text that can't be read goes wrong. */
  readonly place: (line: string, character: string) => string
  readonly whole: string
}

/** The sentences of a file's faults. */
export function problemTexts(sentences: FileSentences, words: PlaceWords) {
  /** What is wrong, with the value that stands there. */
  function sentence({ code, value, against }: FileProblem): string {
    return sentences[code](value, against)
  }
  /** Where it is wrong: the path in the JSON, or line and column where the text can't be read. */
  function place({ path }: FileProblem): string {
    const [, line, column] = /^(\d+):(\d+)$/.exec(path) ?? []
    if (line !== undefined && column !== undefined) return words.place(line, column)
    return path === '' ? words.whole : path
  }
  return {
    sentence,
    place,
    /** One line that names file, place and value, for a terminal or a log. */
    line: (file: string, problem: FileProblem) => `${visible(file)}: ${place(problem)}: ${sentence(problem)}`,
  }
}
