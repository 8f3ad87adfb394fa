'use strict'
const id = name => document.getElementById(name)
const EVERY = 10000
const VIEWS = ['now', 'sessions', 'devices', 'tariffs', 'trouble', 'people']
const ROLES = ['VIEWER', 'OPERATOR', 'ADMIN']
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
let me = { role: 'VIEWER', tenant: null, word: '' }

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
/** What was written before it was told in sentences; nothing is lost by leaving its brackets out. */
const plain = text => text.replace(/Optional\.empty/g, '–').replace(/Optional\[([^[\]]*)\]/g, '$1').replace(/^\w+\[(.*)\]$/, '$1').replace(/=/g, ' ')
const titled = (text, title) => {
  const cell = made('td', text)
  cell.title = title
  return cell
}
const HEALTH = { GOOD: ['● good', 'good'], WAITING: ['◷ on its way', 'busy'], TROUBLE: ['◐ trouble', 'warn'], GIVEN_UP: ['✕ given up', 'bad'] }
const tight = (text, kind) => made('td', text, `tight ${kind || ''}`)
const local = moment => new Date(moment.getTime() - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 19)

const may = role => ROLES.indexOf(me.role) >= ROLES.indexOf(role)
const ofHouse = () => !me.tenant

async function ask(path, method = 'GET', said) {
  const text = said === undefined || typeof said === 'string' ? said : JSON.stringify(said)
  const headers = text === undefined ? {} : { 'Content-Type': 'application/json' }
  if (method !== 'GET') headers['X-Cpo-Word'] = me.word
  const answer = await fetch(`/admin/${path}`, { method, body: text, headers })
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
    if (may('OPERATOR')) bar.append(button('Stop', () => ask(`sessions/${session.id}/stop`, 'POST'), ' '))
    bar.append(button('Look', () => look(session.id)))
  } else if (evse.status === 'AVAILABLE' && may('OPERATOR')) {
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
    tight(when(one.at)), titled(plain(one.said), one.event), tight(one.phase.toLowerCase()), made('td', one.complaint, 'bad-word'),
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
  if (!ofHouse() && !id('station').value) return
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
    buttons(...(!may('OPERATOR') ? [] : one.admission === 'ACCEPTED' ? [['Refuse', admit(one, 'REFUSED')]] : [['Accept', admit(one, 'ACCEPTED'), ' ']]))])
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

const PURPOSES = {
  start: 'give energy to session', stop: 'end the energy of session', cdr: 'write the CDR of session', 'tell-session': 'news of session', 'tell-cdr': 'CDR',
  command: 'answer to command', 'tell-evse': 'state of EVSE', 'tell-location': 'location', 'tell-tariff': 'tariff', 'share-power': 'share the power of'
}
const purpose = text => text.replace(/^([a-z-]+)\//, (whole, kind) => PURPOSES[kind] ? `${PURPOSES[kind]} ` : whole)

function partners(health) {
  id('roaming').hidden = !ofHouse()
  id('line').textContent = health.advice
  id('line').className = health.roaming && !health.registered ? 'trouble' : 'note'
  fill('partners', health.partners, one => [
    one.everybody ? `everybody, through ${one.partner}` : tight(one.partner), tight(HEALTH[one.state][0], `state ${HEALTH[one.state][1]}`), tight(when(one.successAt)),
    [when(one.failureAt), one.trouble].filter(it => it).join(': '),
    tight([one.waiting || '', one.givenUp ? `${one.givenUp} given up` : ''].filter(it => it).join(', ')), tight(when(one.oldestAt)), one.advice])
}

function trouble(stuck, load, overdue, health) {
  const sick = health.partners.filter(one => one.state === 'TROUBLE').length
  id('count').textContent = stuck.length + overdue.length + sick || ''
  partners(health)
  fill('overdue', overdue, one => [
    tight(when(one.since)), where(one.session), `${one.session.emsp} ${one.session.token}`, tight(one.session.phase.toLowerCase()), one.advice,
    buttons(['Look', () => look(one.session.id)])])
  fill('stuck', stuck, one => [
    tight(when(one.since)), titled(purpose(one.purpose), one.purpose), one.attempts, one.givenUp ? made('td', 'given up', 'bad-word') : tight(when(one.nextAt)), one.trouble,
    buttons(...(may('OPERATOR') ? [['Try again', () => ask(`stuck/again?purpose=${encodeURIComponent(one.purpose)}`, 'POST')]] : []))])
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

function persons(people, deeds) {
  fill('persons', people, one => [
    one.name, tight(one.role.toLowerCase()), one.tenant || 'all of it', tight(one.hasPassword ? 'yes' : 'no'), tight(one.hasToken ? 'yes' : 'no'),
    tight(when(one.since)), buttons(
      ['Change', () => pick(one)], ['New token', () => token(one.name)],
      ...(one.hasToken ? [['No token', () => ask(`people/${encodeURIComponent(one.name)}/token`, 'DELETE')]] : []),
      ['Remove', () => confirm(`Remove ${one.name}?`) && ask(`people/${encodeURIComponent(one.name)}`, 'DELETE')])])
  fill('audit', deeds, one => [
    tight(when(one.at)), [one.who, one.tenant].filter(it => it).join(' of '), made('td', one.deed, 'frame'),
    tight(one.status < 400 ? 'done' : `refused, ${one.status}`, one.status < 400 ? '' : 'bad-word'), tight(one.from)])
}

function pick(one) {
  id('person-name').value = one.name
  id('person-role').value = one.role
  id('person-tenant').value = one.tenant || ''
  id('person-password').value = ''
  id('person-password').focus()
}

async function token(name) {
  const made = await ask(`people/${encodeURIComponent(name)}/token`, 'POST')
  id('token').textContent = `The token of ${name}, shown this once: ${made.token}`
}

async function person() {
  await ask(`people/${encodeURIComponent(id('person-name').value)}`, 'PUT', {
    role: id('person-role').value, tenant: id('person-tenant').value, password: id('person-password').value || undefined })
  id('person').reset()
  await show()
}

async function ownPassword() {
  await ask('me/password', 'PUT', { before: id('own-before').value, password: id('own-after').value })
  door()
}

function known() {
  id('who').textContent = [me.name, me.role.toLowerCase(), me.tenant].filter(it => it).join(' · ')
  id('to-people').hidden = !may('ADMIN')
  id('own').hidden = me.name === 'key'
  for (const place of document.querySelectorAll('.admin')) place.hidden = !may('ADMIN')
}

async function show() {
  me = await ask('me')
  known()
  const only = (allowed, path, none) => allowed ? ask(path) : none
  const [latest, shown, locations, stations, plugs, tariffs, cdrs, stuck, load, overdue, health, people, deeds] = await Promise.all([
    ask('sessions?limit=200'), ask(query()), ask('locations'), ask('stations'), ask('plugs'), ask('tariffs'), ask('cdrs?limit=50'),
    only(ofHouse(), 'stuck?limit=100', []), only(ofHouse(), 'load', {}), ask('overdue'),
    only(ofHouse(), 'partners', { partners: [] }), only(may('ADMIN'), 'people', []), only(may('ADMIN'), 'audit?limit=50', [])])
  sessions = latest
  places = locations.flatMap(location => location.evses.map(evse => ({ location, evse })))
  now(stations, plugs, stuck)
  listed(shown)
  devices(stations, plugs)
  sheets(tariffs)
  trouble(stuck, load, overdue, health)
  persons(people, deeds)
  fill('cdrs', cdrs, one => [
    tight(when(one.writtenAt)), one.creditOf ? `${one.id} takes back ${one.creditOf}` : one.id, `${one.emsp} ${one.token}`, `${when(one.start)} – ${when(one.end)}`,
    tight(energy(one.energy)), tight(money(one.totalInclVat ?? one.totalExclVat, one.currency)),
    one.creditOf || !may('ADMIN') ? '' : buttons(['Take back', () => confirm(`Write a credit for ${one.id}?`) && ask(`cdrs/${one.id}/credit`, 'POST')])])
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
  id('own-password').reset()
  fetch('/admin/login').then(answer => answer.json()).then(ways => { id('provider').hidden = !ways.provider }).catch(() => {})
  id('name').focus()
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
  const answer = await fetch('/admin/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(id('name').value ? { name: id('name').value, password: id('key').value } : { key: id('key').value }) })
  id('key').value = ''
  id('refused').textContent = answer.ok ? '' : read(await answer.text()).error
  if (answer.ok) enter()
})
id('leave').addEventListener('click', async () => { await fetch('/admin/login', { method: 'DELETE' }); door() })
for (const [form, does] of [['filter', show], ['search', messages], ['sheet', async () => { await save(); await show() }], ['imagine', preview], ['person', person], ['own-password', ownPassword]]) {
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
