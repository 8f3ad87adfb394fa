'use strict';
// The page of the node. Everything that comes from a party is hostile: it is only ever set as text.

const $ = selector => document.querySelector(selector);
const LINES = 200;

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

async function ask(path) {
  const answer = await fetch(path, {headers: {Accept: 'application/json'}});
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401) { location.reload(); }
  if (!answer.ok) throw new Error(body.error || 'The node answers HTTP ' + answer.status + '.');
  return body;
}

// ---- words

const clock = at => new Date(at).toLocaleTimeString([], {hour12: false});
const moment = at => new Date(at).toLocaleString([], {hour12: false});

function span(seconds) {
  if (seconds < 120) return seconds + ' s';
  if (seconds < 7200) return Math.round(seconds / 60) + ' min';
  return Math.round(seconds / 3600) + ' h';
}

function outcome(message) {
  if (message.refusal) return element('span', message.refusal + ' · ' + (message.ocpi_status || message.http_status), 'mark bad');
  const status = message.ocpi_status || message.http_status;
  const good = message.http_status < 300 && (!message.ocpi_status || message.ocpi_status < 2000);
  return element('span', String(status), 'mark ' + (good ? 'good' : 'warn'));
}

const signed = message => element('span', message.signed ? 'signed' : 'not signed', message.signed ? 'mark good' : 'mark');

// ---- tables

function table(view, titles) {
  const row = element('tr');
  titles.forEach(title => row.append(element('th', title)));
  $(view + ' thead').replaceChildren(row);
  return {
    line(cells, opens) {
      const line = element('tr');
      cells.forEach((cell, i) => {
        const place = element('td');
        place.dataset.label = titles[i];
        place.append(cell instanceof Node ? cell : element('span', cell === undefined || cell === '' ? '–' : String(cell)));
        line.append(place);
      });
      if (opens) {
        line.className = 'open';
        line.addEventListener('click', () => { location.hash = opens; });
      }
      return line;
    },
    body: $(view + ' tbody'),
  };
}

const MESSAGE = ['Time', 'From', 'To', 'What', 'Outcome', 'Signature', 'Took'];

function messageLine(rows, message, at) {
  const link = element('a', at(message.at));
  link.href = '#message/' + message.id;
  return rows.line(
      [link, message.sender || 'not proved', message.receiver || 'many', message.method + ' ' + message.module
          + ' (' + message.interface_role.toLowerCase() + ')', outcome(message), signed(message), message.milliseconds + ' ms'],
      'message/' + message.id);
}

// ---- live

const live = table('#live', MESSAGE);
let paused = false;

function listen() {
  const source = new EventSource('/admin/live');
  source.onopen = () => { $('#live-state').textContent = 'Live: what passes appears here.'; };
  source.onerror = () => { $('#live-state').textContent = 'The connection is gone; trying again …'; };
  source.onmessage = event => {
    const message = JSON.parse(event.data);
    if (paused) return;
    live.body.prepend(messageLine(live, message, clock));
    while (live.body.children.length > LINES) live.body.lastChild.remove();
  };
  source.addEventListener('missed', event => {
    $('#live-state').textContent = event.data + ' messages came too fast to be shown here; the log has them.';
  });
}

// ---- overview

function tile(name, big, small, kind) {
  const place = $('#tile-' + name);
  place.className = 'tile ' + kind;
  place.querySelector('.big').textContent = big;
  place.querySelector('.small').textContent = small;
}

async function overview() {
  try {
    const now = await ask('/admin/overview');
    $('#node-name').textContent = now.node.name;
    $('#node-url').textContent = now.node.url + ' · ' + now.node.party + ' · operator ' + now.node.operator;
    const registry = now.registry;
    const age = registry.age_seconds === undefined ? '' : ', confirmed ' + span(registry.age_seconds) + ' ago';
    tile('registry', registry.status === 'UP' ? 'Fresh' : registry.status === 'STALE' ? 'Stale' : 'Not read',
        registry.parties + ' parties, ' + registry.operators + ' nodes' + age + (registry.trouble ? ': ' + registry.trouble : ''),
        registry.status === 'UP' ? '' : registry.status === 'STALE' ? 'warn' : 'bad');
    const here = now.platforms;
    tile('parties', here.connected + ' connected',
        here.offline + ' offline, ' + here.suspended + ' suspended, ' + here.invited + ' invited', here.offline ? 'warn' : '');
    const minute = now.last_minute;
    tile('traffic', minute.messages + (minute.messages === 1 ? ' message' : ' messages'), minute.refused + ' refused here',
        minute.refused ? 'warn' : '');
    tile('log', now.log.dropped + now.log.bodies_dropped === 0 ? 'Complete' : now.log.dropped + now.log.bodies_dropped + ' lost',
        now.log.bodies ? 'with bodies' : 'without bodies', now.log.dropped + now.log.bodies_dropped ? 'bad' : '');
    const rows = table('#nodes', ['Node', 'Operator', 'Parties', 'Reads']);
    rows.body.replaceChildren(...now.nodes.map(node =>
        rows.line([node.url + (node.self ? ' (this node)' : ''), node.operator, node.parties, node.self ? '' : node.profile])));
  } catch (trouble) {
    tile('registry', 'Unknown', trouble.message, 'bad');
  }
}

// ---- messages

const found = table('#messages', MESSAGE);

async function search() {
  const marks = new URLSearchParams();
  for (const [name, value] of new FormData($('#search'))) {
    if (value) marks.set(name, name === 'from' || name === 'until' ? new Date(value).toISOString() : value.trim());
  }
  $('#search-trouble').textContent = '';
  try {
    const answer = await ask('/admin/messages?' + marks);
    found.body.replaceChildren(...answer.messages.map(message => messageLine(found, message, moment)));
  } catch (trouble) {
    found.body.replaceChildren();
    $('#search-trouble').textContent = trouble.message;
  }
}

// ---- one message

const STEP = {
  authenticate: 'Who sends', address: 'For whom', verify: 'Signature', permit: 'Rules', resolve: 'Next hop', rewrite: 'Links',
  send: 'Answer', verify_answer: 'Signature of answer', restore: 'Reply',
};

function hop(kind, title, ...lines) {
  const box = element('div', undefined, 'hop ' + kind);
  box.append(element('b', title));
  lines.filter(Boolean).forEach(line => box.append(element('span', line), element('br')));
  return box;
}

function verdict(step) {
  if (!step) return element('span', 'not reached', 'mark');
  if (!step.passed) return element('span', 'refused', 'mark bad');
  return step.found.startsWith('signed') ? element('span', '✓ signature good', 'mark good') : element('span', 'not signed', 'mark');
}

function arrow(there, back) {
  const place = element('div', undefined, 'arrow');
  place.append(there, element('i'), element('i', undefined, 'back'), back);
  return place;
}

function picture(message) {
  const step = name => message.path.find(it => it.step === name);
  const reached = step('send');
  const next = step('resolve');
  $('#hops').replaceChildren(
      hop('', message.sender || 'Somebody', message.from_node ? 'through its node' : 'a platform of this node'),
      arrow(verdict(step('verify')), outcome(message)),
      hop('here', 'This node', message.milliseconds + ' ms', message.refusal ? 'refused: ' + message.refusal : 'passed on'),
      arrow(element('span', reached ? 'sent' : 'not sent', reached ? 'mark good' : 'mark'), verdict(step('verify_answer'))),
      hop(next && next.passed ? '' : 'unreached', message.receiver || 'Many', next && next.passed ? next.found : 'not reached'));
  let before = 0;
  const whole = Math.max(1, ...message.path.map(it => it.at_microseconds));
  $('#steps').replaceChildren(...message.path.map(it => {
    const line = element('li', undefined, it.passed ? '' : 'refused');
    const time = element('span', undefined, 'time');
    const share = element('span', undefined, 'share');
    share.style.width = Math.round(100 * (it.at_microseconds - before) / whole) + '%';
    time.append(share, element('span', (it.at_microseconds / 1000).toFixed(2) + ' ms'));
    before = it.at_microseconds;
    line.append(element('span', it.passed ? '✓' : '✗', 'dot'), element('span', STEP[it.step] || it.step, 'name'),
        element('span', it.found, 'found'), time);
    return line;
  }));
}

function fact(name, value) {
  const line = element('li', name + ' ');
  line.append(element('b', value));
  return line;
}

async function open(id) {
  $('#message-title').textContent = '';
  for (const place of ['#message-facts', '#hops', '#steps', '#bodies']) $(place).replaceChildren();
  try {
    const message = await ask('/admin/messages/' + encodeURIComponent(id));
    $('#message-title').textContent = message.method + ' ' + message.module + ' (' + message.interface_role.toLowerCase() + ')';
    $('#message-facts').replaceChildren(fact('Ended', moment(message.at)), fact('Correlation id', message.correlation_id),
        fact('Request id', message.request_id), ...(message.repeated ? [fact('Sent', 'again')] : []));
    picture(message);
    for (const side of message.bodies ? ['request', 'answer'] : []) {
      const text = message.bodies[side];
      $('#bodies').append(element('h2', side === 'request' ? 'What was asked' : 'What was answered'),
          element('pre', text.text || '(nothing)'));
      if (text.bytes > new TextEncoder().encode(text.text).length) {
        $('#bodies').append(element('p', 'Cut: the whole has ' + text.bytes + ' bytes.'));
      }
    }
  } catch (trouble) {
    $('#message-title').textContent = trouble.message;
  }
}

// ---- parties

const STATE = {CONNECTED: 'good', OFFLINE: 'bad', SUSPENDED: 'warn', PLANNED: ''};
const people = table('#parties', ['Party', 'Role', 'Name', 'State', 'Since', 'Node']);
const PAGE = 50;
let offset = 0;

async function parties() {
  const party = new FormData($('#find-party')).get('party').trim();
  const answer = await ask('/admin/parties?offset=' + offset + '&limit=' + PAGE + (party ? '&party=' + encodeURIComponent(party) : ''))
      .catch(trouble => ({parties: [], total: 0, trouble}));
  people.body.replaceChildren(...answer.parties.map(it => people.line([it.party, it.role, it.name,
    element('span', it.status.toLowerCase(), 'mark ' + STATE[it.status]), moment(it.last_updated), it.here ? 'this node' : it.node])));
  $('#page').textContent = answer.trouble ? answer.trouble.message
      : answer.total ? (offset + 1) + ' to ' + (offset + answer.parties.length) + ' of ' + answer.total : '';
  $('#before').disabled = offset === 0;
  $('#after').disabled = offset + answer.parties.length >= answer.total;
}

// ---- where one is

function show() {
  const [view, id] = (location.hash.slice(1) || 'live').split('/');
  const name = document.getElementById(view) && document.getElementById(view).classList.contains('view') ? view : 'live';
  document.querySelectorAll('.view').forEach(it => { it.hidden = it.id !== name; });
  document.querySelectorAll('nav a').forEach(it => {
    if (it.hash === '#' + (name === 'message' ? 'messages' : name)) it.setAttribute('aria-current', 'page');
    else it.removeAttribute('aria-current');
  });
  if (name === 'messages') search();
  if (name === 'message') open(id || '');
  if (name === 'parties') parties();
}

async function session() {
  const mine = await fetch('/admin/session').then(it => it.ok ? it.json() : {}).catch(() => ({}));
  if (!mine.csrf) return;
  $('#sign-out').hidden = false;
  $('#sign-out').addEventListener('click', async () => {
    const end = await fetch('/admin/session', {method: 'DELETE', headers: {'X-CSRF-Token': mine.csrf}})
        .then(it => it.json()).catch(() => ({}));
    if (end.then) {
      location.href = end.then;
    } else {
      location.reload();
    }
  });
}

$('#pause').addEventListener('click', event => {
  paused = !paused;
  event.target.textContent = paused ? 'Go on' : 'Pause';
});
$('#search').addEventListener('submit', event => { event.preventDefault(); search(); });
$('#find-party').addEventListener('submit', event => { event.preventDefault(); offset = 0; parties(); });
$('#before').addEventListener('click', () => { offset = Math.max(0, offset - PAGE); parties(); });
$('#after').addEventListener('click', () => { offset += PAGE; parties(); });
window.addEventListener('hashchange', show);
show();
overview();
session();
listen();
setInterval(overview, 5000);
