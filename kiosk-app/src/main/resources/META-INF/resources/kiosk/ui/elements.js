// Small elements that count, show and listen by themselves, so that no second costs a round trip.

/** Seconds left, counted here. Attributes: left (ms), whole (ms), as ("clock" gives m:ss). */
class Seconds extends HTMLElement {
  static observedAttributes = ['left'];
  connectedCallback() { this.start(); }
  disconnectedCallback() { clearInterval(this.timer); }
  attributeChangedCallback() { if (this.isConnected) this.start(); }
  start() {
    clearInterval(this.timer);
    this.end = performance.now() + Number(this.getAttribute('left'));
    this.timer = setInterval(() => this.tick(), 250);
    this.tick();
  }
  tick() {
    const ms = Math.max(0, this.end - performance.now());
    const s = Math.ceil(ms / 1000);
    const text = this.getAttribute('as') === 'clock'
      ? `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}` : String(s);
    if (this.textContent !== text) this.textContent = text;
    const whole = Number(this.getAttribute('whole'));
    if (whole > 0) this.closest('.yc-countdown')?.style.setProperty('--left', (ms / whole).toFixed(4));
    if (ms === 0) clearInterval(this.timer);
  }
}
customElements.define('yc-seconds', Seconds);

/** Time or date, going on from the terminal's clock. Attributes: now (ms), zone, lang, shows. */
class Clock extends HTMLElement {
  connectedCallback() {
    const start = Number(this.getAttribute('now')) - performance.now();
    const zone = this.getAttribute('zone');
    const lang = this.getAttribute('lang');
    const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone });
    const chinese = lang.startsWith('zh');
    const day = new Intl.DateTimeFormat(chinese ? lang : 'en-GB', { month: 'long', day: 'numeric', timeZone: zone });
    const week = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: zone });
    const date = now => chinese ? `${day.format(now)} ${week.format(now)}` : `${week.format(now)}, ${day.format(now)}`;
    const tick = () => {
      const now = new Date(start + performance.now());
      const text = this.getAttribute('shows') === 'time' ? time.format(now) : date(now);
      if (this.textContent !== text) this.textContent = text;
    };
    this.timer = setInterval(tick, 1000);
    tick();
  }
  disconnectedCallback() { clearInterval(this.timer); }
}
customElements.define('yc-clock', Clock);

/** A picture that lets go of its stream when it leaves the page: removing an <img> alone does not. */
class LiveImage extends HTMLElement {
  static observedAttributes = ['src', 'alt'];
  constructor() { super(); this.img = new Image(); this.img.draggable = false; }
  connectedCallback() { this.append(this.img); this.show(); }
  disconnectedCallback() { this.img.src = ''; this.img.remove(); }
  attributeChangedCallback() { if (this.isConnected) this.show(); }
  show() { this.img.alt = this.getAttribute('alt') ?? ''; this.img.src = this.getAttribute('src') ?? ''; }
}
customElements.define('yc-live-img', LiveImage);

/** Press and hold a masked value: 3 s down ask for it, it goes 3 s after the finger went up. */
const HOLD_MS = 3000;
const LOOK_MS = 3000;
document.addEventListener('pointerdown', down => {
  const value = down.target.closest?.('.yc-masked');
  if (!value || value.dataset.held) return;
  value.dataset.held = 'down';
  let shown = false;
  const hold = setTimeout(() => {
    shown = true;
    value.dataset.held = 'shown';
    value.dispatchEvent(new CustomEvent('yc-hold'));
  }, HOLD_MS);
  const end = () => {
    clearTimeout(hold);
    removeEventListener('pointerup', end, true);
    removeEventListener('pointercancel', end, true);
    const conceal = () => { delete value.dataset.held; if (shown) value.dispatchEvent(new CustomEvent('yc-conceal')); };
    shown ? setTimeout(conceal, LOOK_MS) : conceal();
  };
  addEventListener('pointerup', end, true);
  addEventListener('pointercancel', end, true);
});
