// The voice of the terminal. It says recorded clauses one after the other and shows each text as a caption; what has no
// recording is a caption only. In speech mode a person goes from thing to thing with six keys that can be felt.
import { audible, name, stops } from './stops.js';

const CLAUSE = /[，。；：？！、·…—\n「」“”（）(),.;:?!*＊]+/;
const HAN = /\p{Script=Han}/u;
const LEVELS = [0.12, 0.25, 0.5, 1, 2]; // 6 dB from one to the next
const NIGHT = 0.5; // 6 dB less after dark
const CHIME_HZ = [880, 660], CHIME_S = 0.18;
const FLASH_MS = 1000; // one a second at most: three would be a danger (WCAG 2.3.1)

/** The recordings of a language: an index of clauses, and all of them in one file. */
class Recordings {
  static #loaded = new Map();
  static of(lang) {
    if (!this.#loaded.has(lang)) this.#loaded.set(lang, new Recordings(lang).load());
    return this.#loaded.get(lang);
  }
  constructor(lang) { this.base = new URL(`./${lang}`, import.meta.url); }
  async load() {
    const [index, pack] = await Promise.all([fetch(`${this.base}.json`), fetch(`${this.base}.pack`)]);
    this.index = index.ok && pack.ok ? await index.json() : {};
    this.pack = pack.ok ? await pack.arrayBuffer() : null;
    return this;
  }
  /** What is recorded of a text: its clauses, else their parts between digits and letters, else their characters. */
  sounds(text, spare) {
    const clauses = text.split(CLAUSE).map(part => part.trim()).filter(Boolean);
    return clauses.flatMap(clause => this.#known(clause)
      ?? clause.split(/([0-9A-Z])/).map(part => part.trim()).filter(Boolean).flatMap(part => this.#known(part)
        ?? [...part].flatMap(one => this.#known(one.toUpperCase()) ?? spare?.#known(one) ?? [])));
  }
  #known(part) {
    const [start, length] = this.index[part] ?? [];
    return length ? [this.pack.slice(start, start + length)] : null;
  }
}

class Voice extends HTMLElement {
  static observedAttributes = ['lang', 'level', 'words'];
  #turn = 0; // what is said now; a newer one silences it
  #at = -1;
  #said = null; // what was read last: only that is pressed, wherever it stands by now
  #audio = null;
  #source = null;

  connectedCallback() {
    this.caption ??= Object.assign(document.createElement('div'), { className: 'yc-caption', hidden: true });
    this.caption.setAttribute('role', 'status');
    this.append(this.caption);
    this.onKey = event => this.#key(event);
    this.onTouch = () => this.hush();
    // What comes up by itself, such as a hint or what the machine waits for now, is said too.
    this.watch = new MutationObserver(all => this.#changed(all));
    this.watch.observe(document.querySelector('.yc-page') ?? document.body, { childList: true, subtree: true, characterData: true, attributeFilter: ['aria-checked'] });
    addEventListener('keydown', this.onKey, true);
    addEventListener('pointerdown', this.onTouch, true); // a touch interrupts
  }

  disconnectedCallback() {
    this.watch.disconnect();
    removeEventListener('keydown', this.onKey, true);
    removeEventListener('pointerdown', this.onTouch, true);
    this.hush();
  }

  get words() { return JSON.parse(this.getAttribute('words') ?? '{}'); }
  get speech() { return document.documentElement.classList.contains('speech'); }

  /** A page begins: its prompt, and the reading position goes back to the start. */
  page(texts) {
    this.#at = -1;
    this.#said = null;
    this.#mark(null);
    this.signs = this.#signs;
    this.paged = document.querySelector('.yc-screen');
    this.say(texts);
  }

  get #signs() {
    return [...document.querySelectorAll('.yc-page :is(.yc-h1, .yc-sub, .yc-hint, .yc-notice, .yc-wait)')].filter(sign => sign.checkVisibility()).map(sign => sign.innerText.trim());
  }

  #changed(all) {
    if (this.speech && all.some(one => one.type === 'attributes' && one.target.ariaChecked === 'true')) this.say([this.words.chosen]);
    const before = this.signs ?? [];
    this.signs = this.#signs;
    const fresh = this.signs.filter(sign => !before.includes(sign));
    if (this.speech && fresh.length && this.paged !== document.querySelector('.yc-screen')) return; // the page itself says it
    if (this.speech && fresh.length) this.say(fresh.map(sign => sign.replace(/\n+/g, '，')));
  }

  async say(texts) {
    const turn = ++this.#turn;
    this.#stop();
    const list = texts.map(text => audible(text, this.words, this.hasAttribute('headset'))).filter(Boolean);
    this.caption.textContent = list.join(' ');
    this.caption.hidden = !list.length;
    if (list.length) this.#flash();
    const recordings = await Recordings.of(this.getAttribute('lang'));
    const spare = HAN.test(list.join('')) ? await Recordings.of('zh') : null; // a name on an English page
    for (const sound of list.flatMap(text => recordings.sounds(text, spare))) {
      if (turn !== this.#turn) return;
      await this.#play(sound, turn);
    }
    if (turn === this.#turn && !this.speech) this.caption.hidden = true;
  }

  /** Something is urgent (are you still there, a card left behind): a sound, and a flash for whoever does not hear it. */
  chime() {
    this.#flash();
    try {
      this.#audio ??= new AudioContext();
      const now = this.#audio.currentTime, gain = this.#gain();
      CHIME_HZ.forEach((hz, i) => {
        const tone = this.#audio.createOscillator();
        tone.frequency.value = hz;
        tone.connect(gain);
        tone.start(now + i * CHIME_S);
        tone.stop(now + (i + 1) * CHIME_S);
      });
    } catch (e) { console.warn('chime', e); }
  }

  #flash() {
    const page = this.closest('.yc-sized');
    if (!page) return;
    page.classList.remove('yc-flash');
    void page.offsetWidth; // so that the same flash may begin anew
    page.classList.add('yc-flash');
    clearTimeout(this.flashing);
    this.flashing = setTimeout(() => page.classList.remove('yc-flash'), FLASH_MS);
  }

  #gain() {
    const gain = this.#audio.createGain();
    const night = document.documentElement.classList.contains('night') ? NIGHT : 1;
    gain.gain.value = LEVELS[Number(this.getAttribute('level') ?? 3)] * night;
    gain.connect(this.#audio.destination);
    return gain;
  }

  hush() {
    this.#turn++;
    this.#stop();
    if (!this.speech) this.caption.hidden = true;
  }

  #stop() { try { this.#source?.stop(); } catch { /* it has not begun */ } }

  async #play(bytes, turn) {
    try {
      this.#audio ??= new AudioContext();
      if (this.#audio.state === 'suspended') this.#audio.resume();
      const buffer = await this.#audio.decodeAudioData(bytes);
      if (turn !== this.#turn) return;
      const source = this.#audio.createBufferSource();
      source.buffer = buffer;
      source.connect(this.#gain());
      this.#source = source;
      // A machine without a sound card never ends a sound: its length is waited for, and no more.
      await new Promise(done => { source.onended = done; source.start(); setTimeout(done, buffer.duration * 1000 + 300); });
    } catch (e) { console.warn('voice', e); }
  }

  // ---- the six keys ----

  #key(event) {
    const keys = { ArrowDown: 'next', ArrowUp: 'before', ArrowLeft: 'back', ArrowRight: 'again', Enter: 'press', F1: 'help' };
    const what = keys[event.key];
    if (!what || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.speech) {
      // Somebody who feels for the keys: the first one begins. A keyboard in ordinary use is left alone.
      const typing = /^(INPUT|TEXTAREA)$/.test(event.composedPath()[0]?.tagName);
      const begins = what === 'help' || (!typing && (what === 'next' || what === 'before'))
        || document.querySelector('.yc-page.yc-bare');
      if (!begins) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.dispatchEvent(new CustomEvent('yc-speech'));
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    // The page never hears of these keys, and who only listens is there too.
    this.dispatchEvent(new CustomEvent('yc-active', { bubbles: true }));
    if (event.repeat && what === 'press') return;
    this.#do(what);
  }

  /** Where that stands now which was read last: what came up before it (candidates, a longer number) has moved it. */
  #here(all) {
    const action = this.#said?.dataset.action;
    const same = all.findIndex(stop => stop.element === this.#said);
    return same >= 0 || !action ? same : all.findIndex(stop => stop.element.dataset.action === action);
  }

  #do(what) {
    const all = stops();
    const here = this.#here(all);
    if (here >= 0) this.#at = here;
    if (what === 'next' || what === 'before') {
      const step = what === 'next' ? 1 : -1;
      const at = Math.min(all.length - 1, Math.max(0, this.#at + step));
      const edge = at === this.#at;
      this.#at = at;
      this.#read(all[at], edge ? [this.words[step > 0 ? 'last' : 'first']] : []);
    } else if (what === 'again') {
      if (this.#at < 0) this.dispatchEvent(new CustomEvent('yc-repeat'));
      else this.#read(all[this.#at = Math.min(this.#at, all.length - 1)], []);
    } else if (what === 'press') {
      if (this.#said && here < 0) this.#do('again'); // it has gone: nothing is pressed that was not said
      else this.#press(all[here]);
    } else if (what === 'back') {
      this.dispatchEvent(new CustomEvent('yc-back'));
    } else {
      this.dispatchEvent(new CustomEvent('yc-help'));
    }
  }

  #press(stop) {
    if (!stop?.pressable) { this.say([this.words.nothing]); return; }
    if (stop.element.disabled) { this.say([this.words.disabled]); return; }
    stop.element.click();
  }

  #read(stop, before) {
    if (!stop) return;
    this.#said = stop.element;
    this.#mark(stop);
    this.say([...before, ...name(stop, this.words, this.hasAttribute('headset'))]);
  }

  #mark(stop) {
    document.querySelector('.yc-spoken')?.classList.remove('yc-spoken');
    if (!stop) return;
    stop.element.classList.add('yc-spoken');
    stop.element.scrollIntoView({ block: 'nearest' });
  }
}
customElements.define('yc-voice', Voice);
