import { zh, en } from '/page/texts.js';

let t = localStorage.getItem('language') === 'en' ? en : zh;
let people = [], papers = [], drawn = {}, camera = null;
const $ = (selector, root = document) => root.querySelector(selector);
const h = value => String(value ?? '').replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
const path = value => encodeURIComponent(value);

async function call(method, url, body, type) {
  const options = { method, headers: type ? { 'Content-Type': type } : {}, body };
  const answer = await fetch(url, options);
  const json = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : null;
  if (!answer.ok) throw Object.assign(new Error(json?.detail ?? answer.statusText), { code: json?.code });
  return json;
}
const post = (url, value) => call('POST', url, JSON.stringify(value), 'application/json');
const form = (url, files, name) => {
  const data = new FormData();
  if (name) data.append('name', name);
  for (const file of files) data.append(url.endsWith('people') ? 'portrait' : 'page', file, file.name ?? 'webcam.jpg');
  return call('POST', url, data);
};

// Headings stand in both languages, the chosen one first.
const beside = () => t === en ? zh : en;
const both = (first, second) => `${h(first)}${second ? ` <small lang="${t === en ? 'zh-CN' : 'en'}">${h(second)}</small>` : ''}`;
const fault = f => t.fault[f] ?? f.replaceAll('-', ' ');
const icons = {
  'id-card-reader': '<path d="M3 7a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM7 10a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 8h2M15 12h2M7 16h10"/>',
  scanner: '<path d="M4 12h16M6 17h12a2 2 0 0 0 2-2v-3L17 5H7l-3 7v3a2 2 0 0 0 2 2zM8 20h8"/>',
  'document-camera': '<path d="M5 7h1a2 2 0 0 0 2-2 1 1 0 0 1 1-1h6a1 1 0 0 1 1 1 2 2 0 0 0 2 2h1a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2M9 13a3 3 0 1 0 6 0a3 3 0 0 0-6 0"/>',
  'face-camera': '<path d="M8 7a4 4 0 1 0 8 0a4 4 0 0 0-8 0M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2"/>',
  'receipt-printer': '<path d="M5 21V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16l-3-2-2 2-2-2-2 2-2-2-3 2M9 7h6M9 11h6M13 15h2"/>',
  'page-printer': '<path d="M17 17h2a2 2 0 0 0 2-2v-4a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v4a2 2 0 0 0 2 2h2M17 9V5a2 2 0 0 0-2-2H9a2 2 0 0 0-2 2v4M7 13h10v8H7z"/>',
};

// The parts a person uses; drawn again only when something about them changed, so that no open list closes.
const peopleOptions = portraits => people.map(p => `<option value="${h(p.id)}"${portraits && !p.portrait ? ' disabled' : ''}>${h(p.name)} · ${h(t === en ? p.noteEn : p.note)}${portraits && !p.portrait ? t.noPortrait : ''}</option>`).join('');
const pick = (device, what, many, types) => `<label class="file">${h(what)}<input type="file" data-do="file" data-device="${device}" accept="${types}"${many ? ' multiple' : ''}></label>`;
const paperChoice = device => papers.length ? `<div class="row"><select data-papers="${device}">${papers.map(p => `<option value="${h(p.id)}">${h(t === en ? p.nameEn : p.name)}</option>`).join('')}</select><button data-do="paper" data-device="${device}">${h(t.feedPaper)}</button></div>` : '';
const uses = {
  'id-card-reader': d => `<p class="now">${h(d.state.card ? `${people.find(p => p.id === d.state.person)?.name ?? ''} ${d.state.read ? t.cardRead : t.cardOn}` : t.noCard)}</p>
    <select id="card-person" aria-label="${h(t.who)}">${peopleOptions(false)}</select>
    <div class="row"><button class="primary" data-do="lay">${h(t.lay)}</button><button data-do="take"${d.state.card ? '' : ' disabled'}>${h(t.takeCard)}</button><button class="quiet" data-do="become">${h(t.become)}</button></div>`,
  scanner: d => `<p class="now">${h(t.sheets(d.state.sheetsInFeeder ?? 0))}</p>${paperChoice('scanner')}<div class="row">${pick('scanner', t.feed, true, 'image/png,image/jpeg,application/pdf')}<button data-do="empty">${h(t.empty)}</button></div>`,
  'document-camera': d => `<img class="view" alt="" data-view="document-camera" data-version="${h(d.state.views)}">${paperChoice('document-camera')}<div class="row">${pick('document-camera', t.show, false, 'image/png,image/jpeg')}<button data-do="webcam" data-device="document-camera">${h(t.useWebcam)}</button><button data-do="away" data-device="document-camera">${h(t.away)}</button></div>`,
  'face-camera': d => `<img class="view" alt="" data-view="face-camera" data-version="${h(d.state.views)}"><div class="row"><select id="face-person">${peopleOptions(true)}</select><button class="primary" data-do="face">${h(t.showPerson)}</button></div>
    <div class="row">${pick('face-camera', t.show, false, 'image/png,image/jpeg')}<button data-do="webcam" data-device="face-camera">${h(t.useWebcam)}</button><button data-do="away" data-device="face-camera">${h(t.away)}</button></div>`,
  'receipt-printer': d => `<p class="now">${h(d.state.printing ? t.printing : t.ready)} · ${h(t.jobs(d.state.receipts ?? 0))}</p><div class="row"><button data-do="receipts"${d.state.receipts ? '' : ' disabled'}>${h(t.takeReceipts)}</button></div>`,
  'page-printer': d => `<p class="now">${h(d.state.printing ? t.printing : d.state.stopped ? t.stopped : t.ready)} · ${h(t.tray(d.state.sheetsInTray ?? 0))}</p><div class="row"><button data-do="papers"${d.state.papers ? '' : ' disabled'}>${h(t.takePapers)}</button></div>`,
};
const word = w => t.word[w] ?? w;
// A device without parts of its own shows its state, and a button for each of its actions with one field at most in view.
const plain = d => `<p class="now">${Object.entries(d.state).filter(([k]) => k !== 'plugged').map(([k, v]) => `${h(word(k))}: ${h(v !== null && typeof v === 'object' ? JSON.stringify(v) : word(v) ?? '–')}`).join(' · ')}</p>
  ${Object.entries(d.actions).map(([name, fields]) => `<div class="row">${fields.map(field).join('')}<button data-do="act" data-device="${h(d.id)}" data-action="${h(name)}">${h(word(name))}</button></div>`).join('')}`;
// What is typed is a text, but in some fields a number or a truth.
const truths = ['open', 'present', 'on'];
const typed = (name, text) => ['door', 'temperature', 'humidity', 'percent'].includes(name) ? Number(text) : truths.includes(name) ? text === 'true' : text;
const field = f => truths.includes(f)
  ? `<select data-field="${h(f)}" aria-label="${h(word(f))}"><option value="true">${h(word('true'))}</option><option value="false">${h(word('false'))}</option></select>`
  : `<input data-field="${h(f)}" placeholder="${h(word(f))}" aria-label="${h(word(f))}">`;
const faultChips = (id, known, active) => `<div class="chips">${known.map(f => `<button data-do="fault" data-device="${h(id)}" data-fault="${h(f)}" aria-pressed="${active.includes(f)}" title="${h(f)}">${h(fault(f))}</button>`).join('')}${active.length ? `<button class="quiet" data-do="clear" data-device="${h(id)}">${h(t.clear)}</button>` : ''}</div>`;

function deviceCard(d) {
  const off = d.state.plugged === false, bad = d.faults.length > 0;
  return `<header><svg viewBox="0 0 24 24" aria-hidden="true">${icons[d.id] ?? ''}</svg><h3>${both(t.device[d.id] ?? d.id, beside().device[d.id])}</h3>
    <span class="state ${off ? 'stop' : bad ? 'warn' : ''}">${h(off ? t.unplugged : bad ? d.faults.map(fault).join(t === en ? ', ' : '、') : t.plugged)}</span></header>
    ${(uses[d.id] ?? plain)(d)}
    <details data-keep="${d.id}"${bad ? ' open' : ''}><summary>${h(t.faults)} · ${h(off ? t.plug : t.unplug)}</summary>${faultChips(d.id, d.knownFaults, d.faults)}
    <div class="chips"><button data-do="${off ? 'plug' : 'unplug'}" data-device="${d.id}">${h(off ? t.plug : t.unplug)}</button></div><p class="address">${h(d.address)}</p></details>`;
}

function put(node, key, html) {
  if (drawn[key] === html) return;
  const open = [...node.querySelectorAll('details[open]')].map(x => x.dataset.keep);
  const chosen = [...node.querySelectorAll('select')].map(x => x.value);
  const typedIn = [...node.querySelectorAll('input[data-field]')].map(x => x.value);
  // The very fields stay: somebody may be choosing a file just now.
  const files = [...node.querySelectorAll('input[type=file]')];
  const before = drawn[key];
  drawn[key] = html;
  node.innerHTML = html;
  node.querySelectorAll('details').forEach(x => { if (open.includes(x.dataset.keep)) x.open = true; });
  if (before) node.querySelectorAll('select').forEach((x, i) => { if ([...x.options].some(o => o.value === chosen[i])) x.value = chosen[i]; });
  node.querySelectorAll('input[data-field]').forEach((x, i) => { x.value = typedIn[i] ?? ''; });
  node.querySelectorAll('input[type=file]').forEach((x, i) => { if (files[i]) x.replaceWith(files[i]); });
  node.querySelectorAll('[data-view]').forEach(look);
}
const look = image => { image.src = `/bench/${image.dataset.view}/view?${Date.now()}`; };
const time = text => { const d = new Date(text); return isNaN(d) ? String(text ?? '') : d.toLocaleTimeString(t === en ? 'en-GB' : 'zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit' }); };
const none = text => `<p class="empty">${h(text)}</p>`;

// Once a second, and at once after whatever a person did; of two looks only the later one asks again.
let asked = 0, again;
async function poll() {
  clearTimeout(again);
  const mine = ++asked;
  try {
    const devices = await call('GET', '/bench/devices');
    for (const d of devices) {
      let card = document.getElementById(`device-${d.id}`);
      if (!card) { card = Object.assign(document.createElement('article'), { id: `device-${d.id}` }); $('#devices').append(card); }
      card.className = d.state.plugged === false ? 'card off' : 'card';
      put(card, d.id, deviceCard(d));
    }
    if (devices.some(d => d.id === 'receipt-printer')) {
      const receipts = await call('GET', '/bench/receipt-printer/output');
      put($('#receipts'), 'receipts', receipts.map(r => `<button data-do="picture" data-src="/bench/receipt-printer/output/${path(r.id)}.png" title="${h(time(r.time))}"><img alt="${h(r.text)}" src="/bench/receipt-printer/output/${path(r.id)}.png"></button>`).join('') || none(t.noReceipts));
    }
    const jobs = devices.some(d => d.id === 'page-printer') ? await call('GET', '/bench/page-printer/output') : [];
    put($('#pages'), 'pages', jobs.map(j => `<div class="item"><span class="time">${h(time(j.time))}</span><a href="/bench/page-printer/output/${path(j.id)}.pdf" target="_blank">${h(j.name || j.id)}</a></div>`).join('') || none(t.noPages));
    await platform();
    $('#link').className = 'state'; $('#link').textContent = t.live;
  } catch (e) {
    $('#link').className = 'state stop'; $('#link').textContent = e instanceof TypeError ? t.lost : e.message;
  }
  if (mine === asked) again = setTimeout(poll, 1000);
}

async function platform() {
  let cases, messages, faults, clock;
  try {
    [cases, messages, faults, clock] = await Promise.all(['cases', 'messages', 'faults', 'clock'].map(x => call('GET', `/bench/platform/${x}`)));
  } catch (e) {
    if (e.code !== 'unknown-device') throw e;
    $('#platform').hidden = true;
    return;
  }
  $('#platform').hidden = false;
  const code = text => h(text).replace(/\b\d{4,6}\b/g, m => `<code>${m}</code>`);
  put($('#messages'), 'messages', messages.map(m => `<div class="item"><span class="time">${h(time(m.time))}</span><span class="note">${h(m.phone)}</span><br>${code(m.text)}</div>`).join('') || none(t.noMessages));
  const whole = await Promise.all(cases.slice(0, 20).map(c => call('GET', `/bench/platform/cases/${path(c.code)}`)));
  put($('#cases'), 'cases', whole.map(c => `<div class="item"><b>${h(c.title ?? c.item)}</b> <span class="state light ${h(c.light)}">${h(t.caseState[c.state] ?? c.state)}</span><br><span class="note">${h(c.code)}</span>
    <div class="chips">${(c.materials ?? []).map(m => `<a href="/bench/platform/cases/${path(c.code)}/materials/${path(m.id)}.pdf" target="_blank">${h(m.name ?? m.id)}</a>${(m.remarks ?? []).map(r => ` <span class="note">${h(r.kind)}: ${h(r.seen || '–')}${r.overruled ? ' ✓' : ''}</span>`).join('')}`).join(' · ')}</div>
    <div class="chips">${(c.nextSteps ?? []).map(s => `<button data-do="step" data-code="${h(c.code)}" data-step="${h(s)}">${h(t.nextSteps[s] ?? s)}</button>`).join('')}</div></div>`).join('') || none(t.noCases));
  put($('#platform-faults'), 'platform-faults', faultChips('platform', faults.known, faults.active));
  $('#clock').textContent = String(clock.now ?? '').replace('T', ' ').slice(0, 16);
}

function words() {
  document.documentElement.lang = t === en ? 'en' : 'zh-CN';
  document.querySelectorAll('[data-t]').forEach(x => {
    if (/^H\d$/.test(x.tagName)) x.innerHTML = both(t[x.dataset.t], beside()[x.dataset.t]); else x.textContent = t[x.dataset.t];
  });
  $('[data-do=language]').textContent = t.other;
  drawn = {};
}
const lists = async () => { [people, papers] = await Promise.all([call('GET', '/bench/people'), call('GET', '/bench/papers')]); };

async function openCamera(device) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1920, height: 1080 } });
  camera = { device, stream };
  $('#camera video').srcObject = stream;
  $('#camera-name').hidden = device !== 'people';
  $('#camera').showModal();
}
function closeCamera() {
  camera?.stream.getTracks().forEach(track => track.stop());
  camera = null;
  $('#camera').close();
}
async function takePicture() {
  const video = $('#camera video'), canvas = document.createElement('canvas');
  canvas.width = video.videoWidth; canvas.height = video.videoHeight;
  canvas.getContext('2d').drawImage(video, 0, 0);
  const picture = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .92));
  const { device } = camera, name = $('#camera-name input').value;
  closeCamera();
  if (device !== 'people') return call('POST', `/bench/${device}/view`, picture, 'image/jpeg').then(() => look($(`[data-view=${device}]`)));
  const joined = await form('/bench/people', [picture], name);
  await lists(); drawn = {};
  await Promise.all([post('/bench/id-card-reader/card', { person: joined.id }), post('/bench/face-camera/view', { person: joined.id })]);
}

// The bench takes all faults back at once; those that stay are set again.
async function toggleFault({ dataset: { device, fault } }) {
  const url = `/bench/${device}/faults`, { active } = await call('GET', url);
  if (!active.includes(fault)) return post(url, { fault });
  await call('DELETE', url);
  for (const other of active) if (other !== fault) await post(url, { fault: other });
}

const actions = {
  language: () => { t = t === en ? zh : en; localStorage.setItem('language', t === en ? 'en' : 'zh'); words(); },
  reset: async () => { await post('/bench/reset', {}); await lists(); drawn = {}; },
  lay: () => post('/bench/id-card-reader/card', { person: $('#card-person').value }),
  take: () => call('DELETE', '/bench/id-card-reader/card'),
  become: () => openCamera('people'),
  empty: () => call('DELETE', '/bench/scanner/pages'),
  receipts: () => call('DELETE', '/bench/receipt-printer/output'),
  papers: () => call('DELETE', '/bench/page-printer/output'),
  face: () => post('/bench/face-camera/view', { person: $('#face-person').value }).then(() => look($('[data-view=face-camera]'))),
  away: b => call('DELETE', `/bench/${b.dataset.device}/view`).then(() => look($(`[data-view=${b.dataset.device}]`))),
  paper: b => { const id = $(`[data-papers=${b.dataset.device}]`).value; return post(`/bench/${b.dataset.device}/${b.dataset.device === 'scanner' ? 'pages' : 'view'}`, { paper: id }).then(() => document.querySelectorAll('[data-view]').forEach(look)); },
  webcam: b => openCamera(b.dataset.device),
  'camera-close': closeCamera, 'camera-take': takePicture,
  act: b => post(`/bench/${b.dataset.device}/${b.dataset.action}`, Object.fromEntries([...b.parentElement.querySelectorAll('[data-field]')].filter(x => x.value).map(x => [x.dataset.field, typed(x.dataset.field, x.value)]))),
  fault: toggleFault,
  clear: b => call('DELETE', `/bench/${b.dataset.device}/faults`),
  plug: b => post(`/bench/${b.dataset.device}/plug`, {}), unplug: b => post(`/bench/${b.dataset.device}/unplug`, {}),
  step: b => post(`/bench/platform/cases/${path(b.dataset.code)}/steps`, { step: b.dataset.step }),
  clock: b => post('/bench/platform/clock', { advance: b.dataset.by }),
  picture: b => { $('#picture img').src = b.dataset.src; $('#picture').showModal(); },
  'picture-close': () => $('#picture').close(),
};
let notice;
async function run(action) {
  try { await action(); } catch (e) {
    $('#notice').textContent = e.message; $('#notice').hidden = false;
    clearTimeout(notice); notice = setTimeout(() => { $('#notice').hidden = true; }, 6000);
  }
  await poll();
}
document.addEventListener('click', event => {
  const button = event.target.closest('button[data-do]');
  if (button) run(() => actions[button.dataset.do](button));
});
document.addEventListener('change', event => {
  const input = event.target.closest('input[type=file]');
  if (!input?.files.length) return;
  const { device } = input.dataset, files = [...input.files];
  run(() => device === 'scanner' ? form('/bench/scanner/pages', files) : call('POST', `/bench/${device}/view`, files[0], files[0].type).then(() => look($(`[data-view=${device}]`))));
  input.value = '';
});
words();
run(lists);
