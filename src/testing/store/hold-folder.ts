import { lockFolder } from '#gateway/store/lock-folder.ts'

/** Takes the folder that it is given, says so, and holds it until it is killed. */
const [, , folder = '', stale] = process.argv
await lockFolder(folder, () => process.exit(1), Number(stale))
process.stdout.write('has it\n')
setInterval(() => undefined, 1_000)
