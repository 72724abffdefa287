// The keyboard of the house. It types into the field in focus and never takes the focus; words come from the server.
import { before, clear, erase, insert } from './field.js';
import { besideSheet, layers } from './layers.js';
import { element, icons } from './parts.js';
import { sheet } from './sheet.js';
import { fingersOn } from './touch.js';

const MOST_KEYS = 64; // the engine reads no more
const PATIENCE_MS = 5000; // for the server's candidates, then the key goes on without them

class KioskKeyboard extends HTMLElement {
  static observedAttributes = ['layout'];

  #texts = {};
  #layer = 'pinyin';
  #home = 'pinyin'; // the layer of letters that the signs go back to
  #shift = false;
  #typed = ''; // pinyin not yet turned into words
  #spelled = ''; // the same with its syllables apart
  #candidates = [];
  #offered = ''; // the pinyin they are for: a later key may have made them old
  #page = null; // starts of the pages of the open list; null while it is closed
  #asked = 0;
  #answer = Promise.resolve();
  #line = Promise.resolve(); // keys wait for each other: a space must not overtake the candidates it takes
  #sheet = null; // what is written on, in the layer «hand»

  constructor() {
    super();
    fingersOn(this);
  }

  connectedCallback() {
    // The server may have set the words before this class was known: then they hide the setter.
    if (Object.hasOwn(this, 'texts')) {
      const words = this.texts;
      delete this.texts;
      this.texts = words;
    }
    if (!this.firstChild) this.#build();
    this.going = event => this.#going(event);
    document.addEventListener('click', this.going, true);
  }

  disconnectedCallback() { document.removeEventListener('click', this.going, true); }

  /** Who goes on with pinyin that no word was chosen for means the first one offered; it is not dropped. */
  async #going(event) {
    const key = this.#typed && event.target.closest?.('.yc-act .yc-go[data-action]');
    if (!key) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.#settle();
    document.querySelector(`.yc-act .yc-go[data-action="${key.dataset.action}"]`)?.click();
  }

  /** Words of the keys: input.NAME without "input.". */
  set texts(words) {
    this.#texts = words ?? {};
    if (this.firstChild) this.#build();
  }

  attributeChangedCallback(_, before, now) {
    if (before === now) return;
    this.#layer = { DIGITS: 'digits', ID_NUMBER: 'id', CODE: 'code' }[now] ?? 'pinyin';
    this.#reset();
    if (this.firstChild) this.#build();
  }

  get #pad() { return this.#layer === 'digits' || this.#layer === 'id'; }

  get #chinese() { return !this.#pad && this.#layer !== 'code' && this.#layer !== 'permit'; }

  #reset() {
    this.#typed = this.#spelled = '';
    this.#candidates = [];
    this.#offered = '';
    this.#page = null;
    this.#asked++; // answers on their way are stale now
    this.#sheet?.clear();
  }

  // ---- what is seen ----

  #build() {
    this.classList.toggle('kb-pad', this.#pad);
    this.#sheet = this.#layer === 'hand' ? sheet(this.#texts, strokes => this.#write(strokes), this.#sheet?.strokes) : null;
    const keys = this.#sheet
      ? element('div', 'kb-keys kb-hand', this.#sheet.canvas, element('div', 'kb-beside', ...besideSheet.map(key => this.#key(key))))
      : element('div', 'kb-keys', ...layers[this.#layer].map(row =>
        element('div', 'kb-line', ...row.map(key => this.#key(key)))));
    this.typed = element('div', 'kb-typed');
    this.row = element('div', 'kb-row');
    this.list = element('div', 'kb-list');
    this.keys = keys;
    this.replaceChildren(this.typed, ...(this.#chinese ? [this.row] : []), this.list, keys);
    this.#show();
  }

  #button(action, cls, ...content) {
    const button = element('button', cls, ...content);
    button.type = 'button';
    button.tabIndex = -1;
    button.dataset.action = action;
    return button;
  }

  #key({ action, types, does, cls }) {
    const button = this.#button(action, `kb-key${cls ? ` kb-${cls}` : ''}`);
    const word = this.#texts[`key.${does}`] ?? '';
    if (icons[does]) {
      button.innerHTML = icons[does];
      button.ariaLabel = word;
    } else {
      button.textContent = does ? word : this.#cased(types);
    }
    if (does === 'shift') button.classList.toggle('kb-on', this.#shift);
    button.press = () => does ? this.#do(does) : this.#type(types);
    return button;
  }

  #cased(types) { return this.#shift && /^[a-z]$/.test(types) ? types.toUpperCase() : types; }

  #tool(action, icon, press, cls = '') {
    const button = this.#button(action, `kb-tool ${cls}`);
    button.innerHTML = icons[icon];
    button.ariaLabel = this.#texts[`key.${icon}`] ?? '';
    button.press = press;
    return button;
  }

  #candidate(found, index) {
    const tag = this.#texts[`tag.${found.kind?.toLowerCase()}`];
    const button = this.#button(`candidate-${index}`, `kb-candidate${index === 0 ? ' kb-best' : ''}`, found.text);
    if (tag) button.append(element('small', '', tag));
    button.press = () => this.#choose(found);
    return button;
  }

  #show() {
    this.typed.hidden = !this.#typed;
    this.typed.replaceChildren(element('bdi', '', this.#spelled));
    const open = this.#page !== null || this.#layer === 'region';
    this.list.hidden = !open;
    this.keys.hidden = open;
    if (!this.#chinese) return;
    if (open) this.#showList();
    else this.#showRow();
  }

  /** As many candidates as fit in one line; the rest stands behind «more». */
  #showRow() {
    const first = element('div', 'kb-first', ...this.#candidates.map((c, i) => this.#candidate(c, i)));
    this.row.replaceChildren(first);
    if (this.#layer === 'rare' && !this.#typed) first.append(element('span', 'kb-say', this.#texts['rare.how'] ?? ''));
    if (!this.#candidates.length) return;
    this.row.append(this.#tool('key-more', 'more', () => { this.#page = [0]; }, 'kb-plain'));
    const edge = first.getBoundingClientRect().right + 1;
    [...first.children].slice(1).forEach(c => { if (c.getBoundingClientRect().right > edge) c.remove(); });
  }

  #showList() {
    this.#page ??= [0];
    const start = this.#page.at(-1);
    this.list.replaceChildren(...this.#candidates.slice(start).map((c, i) => this.#candidate(c, start + i)));
    const edge = this.list.getBoundingClientRect().bottom + 1;
    const over = [...this.list.children].findIndex((c, i) => i > 0 && c.getBoundingClientRect().bottom > edge);
    if (over >= 0) [...this.list.children].slice(over).forEach(c => c.remove());
    const before = this.#tool('key-page-before', 'before', () => this.#page.pop());
    const next = this.#tool('key-page-next', 'next', () => this.#page.push(start + over));
    before.disabled = this.#page.length === 1;
    next.disabled = over < 0;
    this.row.replaceChildren(before, next, element('div', 'kb-first'),
      this.#tool('key-fewer', 'fewer', () => { this.#page = null; if (this.#layer === 'region') this.#turn(this.#home); }, 'kb-plain'));
  }

  // ---- touch ----

  /** Presses a key as a finger does, after the ones before it. */
  press(button) {
    this.#line = this.#line.then(() => button.press()).then(() => this.#show())
      .catch(e => console.error('keyboard', e));
  }

  // ---- typing ----

  async #type(types) {
    if (this.#layer === 'pinyin' && /^[a-z]$/.test(types) || this.#layer === 'rare' || types === "'" && this.#typed) {
      if (this.#typed.length < MOST_KEYS) this.#spell(this.#typed + types);
      return;
    }
    await this.#settle();
    insert(this.#cased(types));
    if (this.#shift) this.#turn(this.#layer);
  }

  async #do(what) {
    switch (what) {
      case 'backspace':
        if (this.#typed) this.#spell(this.#typed.slice(0, -1));
        else if (!this.#sheet?.undo()) erase();
        break;
      case 'space':
        if (this.#typed) await this.#settle();
        else insert(' ');
        break;
      case 'shift': this.#turn('letters', !this.#shift); break;
      case 'signs': await this.#settle(); this.#turn('signs'); break;
      case 'letters': this.#turn(this.#home); break;
      case 'permit':
      case 'id': this.#turn(what); break;
      case 'language':
        if (this.#typed) insert(this.#typed); // as it stands: this is how a Latin word is typed in between
        this.#reset();
        this.#home = this.#layer === 'pinyin' ? 'letters' : 'pinyin';
        this.#turn(this.#home);
        break;
      case 'clear': clear(); break;
      case 'hand': await this.#settle(); this.#turn('hand'); break;
      case 'region':
        await this.#settle();
        this.#turn('region');
        await this.#into('');
        break;
      case 'rare': this.#reset(); this.#turn('rare'); break;
      case 'rewrite': this.#reset(); break;
      case 'pinyin': this.#reset(); this.#home = 'pinyin'; this.#turn('pinyin'); break;
    }
  }

  #turn(layer, shift = false) {
    this.#layer = layer;
    this.#shift = shift;
    this.#build();
  }

  /** New pinyin: shown at once, its candidates when they come. */
  #spell(typed) {
    this.#spelled = this.#typed && typed.startsWith(this.#typed) ? this.#spelled + typed.slice(this.#typed.length) : typed;
    this.#typed = typed;
    this.#page = null;
    if (!typed) {
      this.#reset();
      return;
    }
    const number = ++this.#asked;
    // An answer that comes late is shown all the same; the key alone does not wait for it.
    this.#answer = this.#patient(Promise.resolve(this.#ask(typed)).then(answer => {
      if (!answer) return;
      if (number !== this.#asked) return; // a later key has overtaken this answer
      this.#spelled = answer.spelled;
      this.#candidates = answer.candidates;
      this.#offered = typed;
      this.#show();
    }));
  }

  #ask(typed) { return this.#layer === 'rare' ? this.$server?.rare(typed) : this.$server?.candidates(typed, before()); }

  #patient(answer, none) {
    const late = new Promise(done => setTimeout(done, PATIENCE_MS, none));
    return Promise.race([Promise.resolve(answer ?? none).catch(() => none), late]);
  }

  /** All strokes on the sheet, whenever the finger lifts or one is taken back. */
  #write(strokes) {
    const number = ++this.#asked;
    this.#page = null;
    const answer = strokes.length ? this.$server?.written(JSON.stringify(strokes)) : null;
    this.#answer = this.#patient(Promise.resolve(answer ?? { candidates: [] }).then(found => {
      if (number !== this.#asked) return; // a later stroke has overtaken this answer
      this.#candidates = found.candidates;
      this.#show();
    }));
  }

  /** Puts the first candidate into the field until no pinyin is left; pinyin without any goes in as typed. */
  async #settle() {
    while (this.#typed) {
      await this.#answer;
      const best = this.#offered === this.#typed ? this.#candidates[0] : null;
      if (best) await this.#choose(best);
      else {
        insert(this.#typed);
        this.#reset();
      }
    }
  }

  /** The regions inside one; where there are none it is chosen wholly, and the letters come back. */
  async #into(code) {
    const found = await this.#patient(this.$server?.regions(code), { candidates: [] });
    this.#candidates = found.candidates;
    this.#page = [0];
    if (!this.#candidates.length) { this.#reset(); this.#turn(this.#home); }
  }

  async #choose(found) {
    if (this.#layer === 'region') {
      insert(found.text);
      if (found.code) return this.#into(found.code);
      this.#reset();
      return this.#turn(this.#home);
    }
    // All keys of the layer «rare» describe one character, also those that came after the list it was taken from.
    const rest = this.#layer === 'rare' ? '' : this.#typed.slice(found.consumed);
    insert(found.text);
    this.#reset();
    if (rest) this.#spell(rest);
  }
}

customElements.define('kiosk-keyboard', KioskKeyboard);
