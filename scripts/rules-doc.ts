import { writeFileSync } from 'node:fs'
import { ROWS } from '../test/core/rules/tables.ts'
import { rulesDocument } from '../test/docs/rules-document.ts'

// Beside the tests and not in src: the table counts their rows.
writeFileSync('docs/rules.md', rulesDocument(ROWS))
