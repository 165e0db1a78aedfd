import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { createCookies } from './cookies.ts'

/** What a site sets and finds. */
async function use(publicUrl: string, sent: string) {
  const cookies = createCookies(publicUrl)
  const site = new Hono().get('/', (context) => {
    const found = [cookies.get(context, 'a'), Object.fromEntries(cookies.getAll(context, 'tab-'))]
    cookies.set(context, 'a', 'new', 60)
    cookies.remove(context, 'b')
    return context.json(found)
  })
  const response = await site.request('/', { headers: { Cookie: sent } })
  return { set: response.headers.getSetCookie(), found: await response.json() }
}

const SENT = 'a=plain; __Host-a=strict; tab-1=x; __Host-tab-1=y; __Host-tab-2=z'

it('are of this host alone, and of https, where the dashboard is', async () => {
  const { set, found } = await use('https://roamboard.example.com', SENT)
  expect(set).toEqual([
    '__Host-a=new; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-b=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
  expect(found).toEqual(['strict', { 1: 'y', 2: 'z' }])
})

it('have plain names on this machine, where there is no https', async () => {
  const { set, found } = await use('http://localhost:8080', SENT)
  expect(set).toEqual([
    'a=new; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
    'b=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  ])
  expect(found).toEqual(['plain', { 1: 'x' }])
})
