import { writeFileSync } from 'node:fs'
import { ROWS } from '../test/core/rules/tables.ts'
import { rulesDocument } from './rules-document.ts'

// Not in src: the table counts the rows of the tests.
writeFileSync('docs/rules.md', rulesDocument(ROWS))
