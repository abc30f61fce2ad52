import { benchBuilds } from './build.ts'

benchBuilds(process.argv.slice(2))
