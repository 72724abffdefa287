// The field to sign in with a finger. Sends {w, h, s: [[x, y, ms, …], …]} after each stroke.
import SignaturePad from '../../webjars/signature_pad/5.0.4/dist/signature_pad.js';

const INK = '#14233F'; // the same in every theme: it is printed
const MAX_POINTS = 20000;

class KioskSignature extends HTMLElement {
  connectedCallback() {
    this.canvas = document.createElement('canvas');
    const note = document.createElement('span');
    note.className = 'yc-note';
    note.textContent = this.getAttribute('hint') ?? '';
    const line = document.createElement('i');
    this.replaceChildren(line, note, this.canvas);
    this.pad = new SignaturePad(this.canvas, { penColor: INK, minWidth: 4, maxWidth: 11, minDistance: 3 });
    this.pad.addEventListener('endStroke', () => this.send());
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(this);
    this.fit();
    const before = this.getAttribute('before');
    if (before) this.restore(JSON.parse(before));
  }
  disconnectedCallback() { this.resize?.disconnect(); this.pad?.off(); this.pad?.clear(); }
  // The page is scaled as a whole; the pad works in pixels of the glass, so the canvas gets those.
  get scale() { return this.canvas.getBoundingClientRect().width / this.canvas.offsetWidth || 1; }
  fit() {
    const rect = this.canvas.getBoundingClientRect();
    const ratio = Math.max(devicePixelRatio || 1, 1);
    const width = Math.round(rect.width * ratio), height = Math.round(rect.height * ratio);
    if (!width || (this.canvas.width === width && this.canvas.height === height)) return;
    const data = this.pad.toData();
    const was = this.fitted ?? this.scale;
    this.fitted = this.scale;
    this.canvas.width = width;
    this.canvas.height = height;
    this.canvas.getContext('2d').scale(ratio, ratio);
    this.pad.minWidth = 4 * this.fitted;
    this.pad.maxWidth = 11 * this.fitted;
    this.pad.clear();
    const k = this.fitted / was;
    this.pad.fromData(data.map(g => ({ ...g, points: g.points.map(p => ({ ...p, x: p.x * k, y: p.y * k })) })));
  }
  clear() { this.pad.clear(); }
  restore(data) {
    const k = Math.min(this.canvas.offsetWidth / data.w, this.canvas.offsetHeight / data.h) * this.scale;
    const groups = data.s.map(s => {
      const points = [];
      for (let i = 0; i < s.length; i += 3) points.push({ x: s[i] * k, y: s[i + 1] * k, time: s[i + 2], pressure: 0 });
      return { penColor: INK, minWidth: this.pad.minWidth, maxWidth: this.pad.maxWidth, dotSize: 0, velocityFilterWeight: 0.7, compositeOperation: 'source-over', points };
    });
    this.pad.fromData(groups);
  }
  send() {
    const groups = this.pad.toData();
    const start = groups[0]?.points[0]?.time ?? 0;
    const k = this.scale;
    let left = MAX_POINTS;
    const s = groups.map(g => g.points.slice(0, Math.max(0, left)).flatMap(p => {
      left--;
      return [Math.round(p.x / k), Math.round(p.y / k), Math.max(0, Math.round(p.time - start))];
    }));
    this.$server.signed({ w: this.canvas.offsetWidth, h: this.canvas.offsetHeight, s });
  }
}
customElements.define('kiosk-signature', KioskSignature);
