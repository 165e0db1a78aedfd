import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { findSystemChromium } from './browser.ts'

/** Installs a browser for the tests where there is none: Debian's where it can, else Playwright's. */
function installBrowser(): void {
  if (findSystemChromium() || existsSync(chromium.executablePath())) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'])
  } else {
    run('npx', ['playwright', 'install', 'chromium'])
  }
}

function run(command: string, options: readonly string[]): void {
  execFileSync(command, options, { stdio: 'inherit' })
}

installBrowser()
