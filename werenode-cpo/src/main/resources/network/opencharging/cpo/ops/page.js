'use strict'
const id = name => document.getElementById(name)
const EVERY = 10000
const VIEWS = ['now', 'sessions', 'devices', 'tariffs', 'trouble']
const STATES = {
  AVAILABLE: ['●', 'good'], CHARGING: ['⚡', 'busy'], RESERVED: ['◷', 'busy'], BLOCKED: ['◐', 'warn'], INOPERATIVE: ['○', 'warn'],
  OUTOFORDER: ['✕', 'bad'], UNKNOWN: ['?', 'warn'], PLANNED: ['…', '']
}
const NEW_TARIFF = {
  country_code: 'DE', party_id: 'ABC', id: 'T1', currency: 'EUR',
  elements: [{ price_components: [{ type: 'ENERGY', price: 0.4, vat: 19.0, step_size: 1 }] }], last_updated: '2026-01-01T00:00:00Z'
}
let timer = 0
let live = null
let soon = 0
let places = []
let sessions = []
let opened = ''

const made = (tag, text, kind) => {
  const element = document.createElement(tag)
  if (text !== undefined && text !== null) element.textContent = text
  if (kind) element.className = kind
  return element
}
const when = text => text ? new Date(text).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' }) : ''
const energy = wh => wh === undefined || wh === null ? '' : `${(wh / 1000).toFixed(3)} kWh`
const figure = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 4, useGrouping: false })
const money = (amount, currency) => amount === undefined || amount === null ? '' : `${figure.format(amount)} ${currency}`
/** What was heard is written as the program sees it; nothing is lost by leaving its brackets out. */
const plain = text => text.replace(/Optional\.empty/g, '–').replace(/Optional\[([^[\]]*)\]/g, '$1').replace(/^\w+\[(.*)\]$/, '$1').replace(/=/g, ' ')
const tight = (text, kind) => made('td', text, `tight ${kind || ''}`)
const local = moment => new Date(moment.getTime() - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 19)

async function ask(path, method = 'GET', said) {
  const text = said === undefined || typeof said === 'string' ? said : JSON.stringify(said)
  const answer = await fetch(`/admin/${path}`, { method, body: text, headers: text === undefined ? {} : { 'Content-Type': 'application/json' } })
  if (answer.status === 401) { door(); throw new Error('') }
  const body = await answer.text()
  if (!answer.ok) throw new Error(read(body).error || `${answer.status} ${answer.statusText}`)
  return body ? JSON.parse(body) : {}
}

function read(text) {
  try { return JSON.parse(text) } catch { return {} }
}

function fill(table, rows, cells) {
  const heads = id(table).tHead.rows[0].cells
  id(table).tBodies[0].replaceChildren(...rows.map(row => {
    const line = document.createElement('tr')
    for (const cell of cells(row)) {
      const placed = cell instanceof Node ? cell : made('td', cell)
      placed.dataset.label = heads[line.cells.length].textContent
      line.append(placed)
    }
    return line
  }))
}

function buttons(...actions) {
  const cell = made('td')
  for (const [name, does, kind] of actions) cell.append(button(name, does, kind))
  return cell
}

function button(name, does, kind) {
  const element = made('button', name, kind || 'quiet')
  element.type = 'button'
  element.addEventListener('click', () => act(does))
  return element
}

async function act(does) {
  try { await does(); await show() } catch (e) { say(e) }
}

function say(error) { if (error.message) id('said').textContent = error.message }

function tile(name, value, note, state) {
  const box = made('div', undefined, `tile ${state}`)
  box.append(made('span', name), made('b', value), made('span', note))
  return box
}

function card(place) {
  const { location, evse } = place
  const [glyph, kind] = STATES[evse.status] || ['?', 'warn']
  const session = sessions.find(one => one.location === location.id && one.evse === evse.uid && !['CLOSED', 'FAILED', 'ENDED'].includes(one.phase))
  const box = made('div', undefined, 'evse')
  const head = made('h3', evse.uid)
  head.append(made('span', location.name || location.id))
  box.append(head, made('span', `${glyph} ${evse.status.toLowerCase()}`, `state ${kind}`), made('small', `${evse.evseId} · since ${when(evse.since)}`))
  box.append(made('small', evse.device ? `${evse.device}, port ${evse.port}` : 'no device is bound to it'))
  const bar = made('div', undefined, 'bar')
  if (session) {
    box.append(made('span', [energy(session.energy), money(session.cost, session.currency)].filter(one => one).join(' · '), 'figure'))
    box.append(made('small', `${session.phase.toLowerCase()} for ${session.emsp} ${session.token}`))
    bar.append(button('Stop', () => ask(`sessions/${session.id}/stop`, 'POST'), ' '), button('Look', () => look(session.id)))
  } else if (evse.status === 'AVAILABLE') {
    bar.append(button('Start', () => ask('sessions', 'POST', { token: 'OPERATOR', location: location.id, evse: evse.uid })))
  }
  if (bar.childNodes.length) box.append(bar)
  return box
}

function now(stations, plugs, stuck) {
  const on = stations.filter(one => one.connected).length
  const parked = stations.filter(one => one.admission === 'PARKED').length
  const lit = plugs.filter(one => one.online).length
  const running = sessions.filter(one => ['DELIVERING', 'SUSPENDED', 'STOPPING'].includes(one.phase))
  id('tiles').replaceChildren(
    tile('Charging', running.length, energy(running.reduce((sum, one) => sum + one.energy, 0)), 'busy'),
    tile('Stations', `${on} of ${stations.length}`, parked ? `${parked} wait to be accepted` : 'connected', parked || on < stations.length ? 'warn' : ''),
    tile('Plugs', `${lit} of ${plugs.length}`, 'connected', lit < plugs.length ? 'warn' : ''),
    tile('Stuck', stuck.length, stuck.length ? 'see Trouble' : 'nothing', stuck.length ? 'bad' : ''))
  id('evses').replaceChildren(...places.map(card))
  id('bare').hidden = places.length > 0
}

const where = one => `${one.location}/${one.evse}`

function listed(rows) {
  fill('list', rows, one => [
    tight(when(one.askedAt)), where(one), `${one.emsp} ${one.token}`, tight([one.phase, one.why].filter(it => it).join(', ')),
    tight(energy(one.energy)), tight(money(one.cost, one.currency)), buttons(['Look', () => look(one.id)])])
}

async function look(session) {
  opened = session
  location.hash = 'sessions'
  await whole()
  id('whole').scrollIntoView({ block: 'nearest' })
}

async function whole() {
  id('whole').hidden = !opened
  if (!opened) return
  const { session, events } = await ask(`sessions/${encodeURIComponent(opened)}`)
  const place = places.find(one => one.location.id === session.location && one.evse.uid === session.evse)
  id('which').textContent = `Session ${session.id}`
  const facts = {
    Where: `${where(session)}, connector ${session.connector}`, Who: `${session.emsp} ${session.token}`, 'Begun by': session.origin, Phase: session.phase,
    Why: session.why, Asked: when(session.askedAt), Began: when(session.beganAt), Ended: when(session.endedAt), Energy: energy(session.energy),
    Cost: money(session.cost, session.currency), Tariff: session.tariff, CDR: session.cdr, Remarks: session.remarks.join('; ')
  }
  id('facts').replaceChildren(...Object.entries(facts).filter(([, value]) => value).map(([name, value]) => {
    const one = made('div')
    one.append(made('dt', name), made('dd', value))
    return one
  }))
  fill('events', events, one => [
    tight(when(one.at)), one.event, tight(one.phase), plain(one.said), made('td', one.complaint, 'bad-word'),
    buttons(...(place && place.evse.device ? [['Raw', () => raw(place.evse.device, one.at)]] : []))])
}

async function raw(station, at) {
  id('station').value = station
  id('action').value = id('text').value = ''
  id('before').value = local(new Date(new Date(at).getTime() + 2000))
  location.hash = 'devices'
  await messages()
  id('search').scrollIntoView()
}

async function messages() {
  const wanted = new URLSearchParams({ limit: 50 })
  for (const name of ['station', 'action', 'text']) if (id(name).value) wanted.set(name, id(name).value)
  if (id('before').value) wanted.set('before', new Date(id('before').value).toISOString())
  fill('messages', await ask(`messages?${wanted}`), one => [
    tight(when(one.at)), one.station, tight(one.fromStation ? '→ us' : '← us'), one.action, made('td', one.text, 'frame')])
}

function devices(stations, plugs) {
  const admit = (one, admission) => () => ask(`stations/${encodeURIComponent(one.id)}`, 'PUT', { admission })
  fill('stations', stations, one => [
    one.id, tight(one.connected || 'no', one.connected ? '' : 'bad-word'), tight(one.admission.toLowerCase()),
    [one.boot.vendor, one.boot.model, one.boot.firmware].filter(it => it).join(' '), tight(when(one.seenAt)),
    buttons(...(one.admission === 'ACCEPTED' ? [['Refuse', admit(one, 'REFUSED')]] : [['Accept', admit(one, 'ACCEPTED'), ' ']]))])
  fill('plugs', plugs, one => [
    one.name, tight(one.online ? 'yes' : 'no', one.online ? '' : 'bad-word'), one.family, one.on === null ? 'unknown' : one.on ? 'on' : 'off',
    tight(one.metered ? energy(one.registerWh) : 'not metered'), one.session])
}

function sheets(rows) {
  id('sheets').replaceChildren(...rows.map(one => {
    const line = made('li')
    line.append(button(`${one.id} · ${one.currency}`, () => open(one)))
    return line
  }))
}

function open(sheet) {
  id('tariff').value = JSON.stringify(sheet, null, 2)
  id('saved').textContent = ''
}

async function save() {
  const sheet = JSON.parse(id('tariff').value)
  await ask(`tariffs/${encodeURIComponent(sheet.id)}`, 'PUT', id('tariff').value)
  id('saved').textContent = `${sheet.id} is saved; sessions that go on keep the one they began with.`
}

async function remove() {
  const sheet = JSON.parse(id('tariff').value)
  await ask(`tariffs/${encodeURIComponent(sheet.id)}`, 'DELETE')
  id('saved').textContent = `${sheet.id} is removed.`
}

async function preview() {
  const whole = name => Math.round(Number(id(name).value) * 1000)
  const said = await ask('preview', 'POST', {
    tariff: id('tariff').value, zone: id('zone').value, start: id('start').value ? new Date(id('start').value).toISOString() : undefined,
    wattHours: whole('kwh'), watts: whole('kw'), reservedMinutes: Number(id('reserved').value), parkedMinutes: Number(id('parked').value)
  })
  const gross = said.totalInclVat === null ? '' : `, ${money(said.totalInclVat, said.currency)} with VAT`
  id('price').textContent = `${money(said.totalExclVat, said.currency)} without VAT${gross}`
  id('why').textContent = said.lines.join('\n')
  id('why').hidden = false
}

function trouble(stuck, load) {
  id('count').textContent = stuck.length || ''
  fill('stuck', stuck, one => [
    tight(when(one.since)), one.purpose, one.attempts, one.givenUp ? made('td', 'given up', 'bad-word') : tight(when(one.nextAt)), one.trouble,
    buttons(['Try again', () => ask(`stuck/again?purpose=${encodeURIComponent(one.purpose)}`, 'POST')])])
  fill('remarks', sessions.filter(one => one.remarks.length), one => [
    tight(when(one.askedAt)), where(one), tight(one.phase), one.remarks.join('; '), buttons(['Look', () => look(one.id)])])
  id('load').replaceChildren(...Object.entries(load).map(([name, value]) =>
    tile(name.replace(/([A-Z])/g, ' $1').toLowerCase(), value, '', name.endsWith('LeftOut') && value ? 'bad' : '')))
}

function query() {
  const wanted = new URLSearchParams({ limit: 100 })
  if (id('phase').value) wanted.set('phase', id('phase').value)
  if (id('emsp').value) wanted.set('emsp', id('emsp').value)
  return `sessions?${wanted}`
}

async function show() {
  const [latest, shown, locations, stations, plugs, tariffs, cdrs, stuck, load] = await Promise.all(
    ['sessions?limit=200', query(), 'locations', 'stations', 'plugs', 'tariffs', 'cdrs?limit=50', 'stuck?limit=100', 'load'].map(path => ask(path)))
  sessions = latest
  places = locations.flatMap(location => location.evses.map(evse => ({ location, evse })))
  now(stations, plugs, stuck)
  listed(shown)
  devices(stations, plugs)
  sheets(tariffs)
  trouble(stuck, load)
  fill('cdrs', cdrs, one => [
    tight(when(one.writtenAt)), one.creditOf ? `${one.id} takes back ${one.creditOf}` : one.id, `${one.emsp} ${one.token}`, `${when(one.start)} – ${when(one.end)}`,
    tight(energy(one.energy)), tight(money(one.totalInclVat ?? one.totalExclVat, one.currency)),
    one.creditOf ? '' : buttons(['Take back', () => confirm(`Write a credit for ${one.id}?`) && ask(`cdrs/${one.id}/credit`, 'POST')])])
  await whole()
  id('said').textContent = ''
  id('desk').hidden = false
  id('door').hidden = true
}

function turn() {
  const view = VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : 'now'
  for (const name of VIEWS) id(name).hidden = name !== view
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${view}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

function door() {
  clearInterval(timer)
  if (live) live.close()
  timer = 0
  live = null
  id('desk').hidden = true
  id('door').hidden = false
  id('key').focus()
}

async function refresh() {
  try { await show() } catch (e) { say(e) }
}

/** Many changes in one moment are one look. */
function changed() {
  clearTimeout(soon)
  soon = setTimeout(refresh, 200)
}

async function enter() {
  await refresh()
  if (id('desk').hidden || timer) return
  timer = setInterval(refresh, EVERY)
  live = new EventSource('/admin/live')
  for (const kind of ['session', 'status', 'missed']) live.addEventListener(kind, changed)
  act(messages)
}

id('login').addEventListener('submit', async event => {
  event.preventDefault()
  const answer = await fetch('/admin/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key: id('key').value }) })
  id('key').value = ''
  id('refused').textContent = answer.ok ? '' : read(await answer.text()).error
  if (answer.ok) enter()
})
id('leave').addEventListener('click', async () => { await fetch('/admin/login', { method: 'DELETE' }); door() })
for (const [form, does] of [['filter', show], ['search', messages], ['sheet', async () => { await save(); await show() }], ['imagine', preview]]) {
  id(form).addEventListener('submit', async event => {
    event.preventDefault()
    try { await does(); id('said').textContent = '' } catch (e) { say(e) }
  })
}
id('fresh').addEventListener('click', () => open(NEW_TARIFF))
id('remove').addEventListener('click', () => act(remove))
addEventListener('hashchange', turn)
open(NEW_TARIFF)
turn()
enter()
