'use strict'
const API = '/admin/api/'
const id = name => document.getElementById(name)
const EVERY = 5000
let timer = 0

const made = (tag, text, kind) => {
  const element = document.createElement(tag)
  if (text !== undefined) element.textContent = text
  if (kind) element.className = kind
  return element
}
const when = text => text ? new Date(text).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' }) : ''
const ways = row => row.from || row.to ? `${row.from || '?'} → ${row.to || '?'}` : 'a stranger'
const span = seconds => seconds === undefined ? '–' : seconds < 120 ? `${seconds} s` : seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`

async function ask(path, method = 'GET', said) {
  const answer = await fetch(API + path, { method, body: said && JSON.stringify(said) })
  if (answer.status === 401) { door(); throw new Error('') }
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.error)
  return body
}

function fill(table, rows, cells) {
  const body = id(table).tBodies[0]
  const open = new Set([...body.querySelectorAll('tr:has(details[open])')].map(row => row.dataset.key))
  body.replaceChildren(...rows.map(row => {
    const line = document.createElement('tr')
    line.dataset.key = row.id ?? ''
    const heads = id(table).tHead.rows[0].cells
    for (const cell of cells(row, open.has(String(row.id)))) {
      const placed = cell instanceof Node ? cell : made('td', cell)
      placed.dataset.label = heads[line.cells.length].textContent
      line.append(placed)
    }
    return line
  }))
}

function tight(text) { return made('td', text, 'tight') }

function tile(name, value, note, state) {
  const box = made('div', undefined, `tile ${state}`)
  box.append(made('span', name), made('b', value), made('span', note))
  return box
}

function buttons(...actions) {
  const cell = made('td')
  for (const [name, path, method, kind] of actions) {
    const button = made('button', name, kind)
    button.addEventListener('click', () => act(path, method))
    cell.append(button)
  }
  return cell
}

async function act(path, method) {
  try {
    const said = await ask(path, method)
    if (said.resent !== undefined) id('resent').textContent = `${said.resent} set out again.`
    await show()
  } catch (e) { id('trouble').textContent = e.message }
}

function overview(it) {
  id('who').textContent = it.parties.join(' · ')
  const late = it.oldest_seconds > 300
  id('tiles').replaceChildren(
    tile('Hub', it.registered ? 'registered' : 'not registered', it.hub || 'comes by itself', it.registered ? '' : 'bad'),
    tile('Waiting', it.waiting, `oldest: ${span(it.oldest_seconds)}`, late ? 'warn' : ''),
    tile('Parked', it.parked, it.parked ? 'look below' : 'nothing', it.parked ? 'bad' : ''),
    tile('Complaints', it.complaints, it.complaints ? 'look below' : 'none', it.complaints ? 'warn' : ''),
    tile('Registry', it.registry.trouble === 'none is configured' ? 'none' : it.registry.trouble ? 'trouble' : `at ${it.registry.position}`, it.registry.trouble || it.registry.source, it.registry.trouble ? 'warn' : ''))
}

function queues(rows, now) {
  fill('queues', rows, row => [
    tight(ways(row)), row.module, row.waiting, row.parked,
    row.oldest ? span(Math.round((new Date(now) - new Date(row.oldest)) / 1000)) : '–', when(row.last_arrived),
    row.last_failed ? `${when(row.last_failed)}: ${row.why}` : ''])
}

function message(row, isOpen) {
  const answer = made('td', `${row.http || 'none'} ${row.status || ''}`, row.trouble ? 'bad-word tight' : 'good-word tight')
  const what = made('td', `${row.method} ${row.path}`)
  if (row.request || row.answer) {
    const more = made('details')
    more.open = isOpen
    more.append(made('summary', 'what was said'), made('pre', `${row.request}\n\n${row.answer}`))
    what.append(more)
  }
  return [tight(when(row.at)), tight(ways(row)), what, answer, tight(`${row.took_ms} ms`), row.trouble]
}

async function register(path, method, body) {
  id('said').textContent = 'Asking …'
  try {
    const said = await ask(path, method, body)
    id('said').className = ''
    id('said').textContent = said.done || `Give the hub's operator this URL and this token A, which is not shown again: ${said.versions_url} ${said.token}`
    await show()
    await look()
  } catch (e) { id('said').className = 'trouble'; id('said').textContent = e.message }
}

function complaint(row, isOpen) {
  const what = made('td', `${row.module} ${row.object}`)
  if (row.body) {
    const more = made('details')
    more.open = isOpen
    more.append(made('summary', 'what was said'), made('pre', row.body))
    what.append(more)
  }
  return [
    tight(when(row.last)), `${row.kind.toLowerCase().replaceAll('_', ' ')}${row.times > 1 ? `, ${row.times} times` : ''}`,
    tight(ways(row)), what, made('td', row.faults.join('\n'), 'lines'),
    buttons(['Done', `complaints/${row.id}`, 'DELETE', 'quiet'])]
}

function shown(rows, total) {
  return total > rows.length ? `The latest ${rows.length} of ${total}.` : ''
}

function query() {
  const wanted = new URLSearchParams()
  if (id('party').value) wanted.set('party', id('party').value)
  if (id('module').value) wanted.set('module', id('module').value)
  if (id('bad').checked) wanted.set('trouble', 'true')
  return `messages?${wanted}`
}

async function show() {
  const [all, outbox, parked, complaints, traffic, messages] = await Promise.all(
    ['overview', 'outbox/queues', 'outbox/parked', 'complaints', 'traffic', query()].map(path => ask(path)))
  overview(all)
  queues(outbox.queues, all.now)
  fill('parked', parked.parked, row => [
    tight(when(row.since)), tight(ways(row)), `${row.module} ${row.object}`, row.why,
    buttons(['Send again', `outbox/resend?id=${row.id}`, 'POST'], ['Give up', `outbox/parked/${row.id}`, 'DELETE', 'quiet'])])
  fill('complaints', complaints.complaints, complaint)
  id('more').textContent = shown(parked.parked, parked.total)
  id('kept').textContent = [
    shown(complaints.complaints, complaints.total),
    complaints.fallen_out ? `${complaints.fallen_out} older ones have fallen out: ${complaints.most_of_one_object} different ones of one object are kept, and ${complaints.most} in all.` : ''].filter(one => one).join(' ')
  fill('traffic', traffic.traffic, row => [
    tight(ways(row)), `${row.module} (${row.direction})`, row.good, row.bad, when(row.last_good),
    row.last_bad ? `${when(row.last_bad)}: ${row.trouble}` : ''])
  fill('messages', messages.messages, message)
  id('trouble').textContent = ''
  id('desk').hidden = false
  id('door').hidden = true
}

async function look() {
  const words = { good: 'ok', doubtful: 'doubtful', bad: 'bad' }
  const kinds = { good: 'good-word', doubtful: 'warn-word', bad: 'bad-word' }
  const { checks } = await ask('doctor')
  fill('checks', checks, row => [row.name, made('td', words[row.state], kinds[row.state]), row.found, row.cure])
}

function door() {
  clearInterval(timer)
  timer = 0
  id('desk').hidden = true
  id('door').hidden = false
  id('key').focus()
}

async function refresh() {
  try { await show() } catch (e) { if (e.message) id('trouble').textContent = `The bridge does not answer: ${e.message}` }
}

async function enter() {
  await refresh()
  if (!id('desk').hidden && !timer) {
    timer = setInterval(refresh, EVERY)
    look().catch(() => {})
  }
}

id('login').addEventListener('submit', async event => {
  event.preventDefault()
  const answer = await fetch('/admin/login', { method: 'POST', body: JSON.stringify({ key: id('key').value }) })
  id('key').value = ''
  id('refused').textContent = answer.ok ? '' : (await answer.json()).error
  if (answer.ok) enter()
})
id('leave').addEventListener('click', async () => { await fetch('/admin/login', { method: 'DELETE' }); door() })
id('search').addEventListener('submit', event => { event.preventDefault(); refresh() })
id('look').addEventListener('click', () => look().catch(e => { id('trouble').textContent = e.message }))
id('again').addEventListener('submit', event => {
  event.preventDefault()
  const token = id('token').value
  id('token').value = ''
  register('registration', 'POST', token ? { token } : {})
})
id('rotate').addEventListener('click', () => register('registration', 'PUT'))
id('invite').addEventListener('click', () => register('registration/invitation', 'POST'))
id('quit').addEventListener('click', () => register(`registration?anyhow=${id('anyhow').checked}`, 'DELETE'))
id('range').addEventListener('submit', event => {
  event.preventDefault()
  const wanted = new URLSearchParams()
  for (const end of ['since', 'until']) if (id(end).value) wanted.set(end, new Date(id(end).value).toISOString())
  act(`outbox/resend?${wanted}`, 'POST')
})
enter()
