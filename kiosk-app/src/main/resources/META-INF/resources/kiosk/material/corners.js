// The four corners of the sheet on the photo, each to be dragged by a finger under a loupe, or moved by arrow keys.
// Places are in pixels of the photo. Sends [x, y, …] of the four, from the upper left one clockwise, after each move.
const SVG = 'http://www.w3.org/2000/svg';
const LOUPE = 248; // px: 62 mm, so that the finger's own width lies beside it
const AWAY = 196; // px from the finger to the middle of the loupe
const ZOOM = 2.5;
const STEP = 0.003; // of the photo's long side, for a key; held down it goes faster
const HELD = 4;
const TOUCHED = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LINE = '#8FC1FF', CASING = 'rgb(20 18 15 / .8)'; // as the outline over every live picture

class KioskCorners extends HTMLElement {
  connectedCallback() {
    this.sheet = document.createElement('div');
    this.img = new Image();
    this.img.alt = this.getAttribute('aria-label') ?? '';
    this.img.draggable = false;
    this.svg = document.createElementNS(SVG, 'svg');
    this.svg.setAttribute('aria-hidden', 'true');
    this.lines = ['yc-shade', 'yc-casing', 'yc-line'].map(name => {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', name);
      this.svg.append(path);
      return path;
    });
    this.loupe = document.createElement('canvas');
    this.loupe.width = this.loupe.height = LOUPE * 2;
    this.loupe.setAttribute('aria-hidden', 'true');
    this.loupe.hidden = true;
    const names = JSON.parse(this.getAttribute('names'));
    this.handles = names.map((name, corner) => this.handle(name, corner));
    this.sheet.append(this.img, this.svg, ...this.handles, this.loupe);
    this.replaceChildren(this.sheet);
    this.img.onload = () => {
      this.at ??= this.within(JSON.parse(this.getAttribute('corners') ?? 'null'));
      this.fit();
      this.dataset.ready = '';
    };
    this.img.src = this.getAttribute('src');
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(this);
  }
  disconnectedCallback() { this.resize?.disconnect(); this.img.src = ''; this.replaceChildren(); }

  /** Corners by the machine again; none: the whole photo. */
  place(corners) { this.at = this.within(corners); this.draw(); }
  within(corners) {
    const w = this.img.naturalWidth, h = this.img.naturalHeight;
    const all = corners ?? [0, 0, w, 0, w, h, 0, h];
    return [0, 2, 4, 6].map(i => [Math.min(w, Math.max(0, all[i])), Math.min(h, Math.max(0, all[i + 1]))]);
  }

  // A range: arrow keys belong to it, so the voice does not take them for its own.
  handle(name, corner) {
    const handle = document.createElement('input');
    handle.type = 'range';
    handle.setAttribute('aria-label', name);
    handle.dataset.corner = corner;
    handle.addEventListener('pointerdown', event => {
      event.preventDefault();
      handle.focus({ preventScroll: true });
      handle.setPointerCapture(event.pointerId);
      const from = [event.clientX, event.clientY], start = [...this.at[corner]];
      const k = this.scale * this.sheet.getBoundingClientRect().width / this.sheet.offsetWidth;
      const move = go => {
        if (go.pointerId === event.pointerId) this.move(corner, start[0] + (go.clientX - from[0]) / k, start[1] + (go.clientY - from[1]) / k);
      };
      const end = up => {
        if (up.pointerId !== event.pointerId) return;
        for (const [type, heard] of [['pointermove', move], ['pointerup', end], ['pointercancel', end]]) handle.removeEventListener(type, heard);
        this.loupe.hidden = true;
        this.send();
      };
      for (const [type, heard] of [['pointermove', move], ['pointerup', end], ['pointercancel', end]]) handle.addEventListener(type, heard);
      this.move(corner, ...start);
    });
    handle.addEventListener('keydown', event => {
      const way = TOUCHED[event.key];
      if (!way) return;
      event.preventDefault();
      const step = Math.max(this.img.naturalWidth, this.img.naturalHeight) * STEP * (event.repeat ? HELD : 1);
      this.move(corner, this.at[corner][0] + way[0] * step, this.at[corner][1] + way[1] * step);
    });
    handle.addEventListener('keyup', event => { if (TOUCHED[event.key]) this.send(); });
    handle.addEventListener('input', () => this.draw());
    handle.addEventListener('blur', () => { this.loupe.hidden = true; });
    return handle;
  }
  move(corner, x, y) {
    this.at[corner] = [Math.min(this.img.naturalWidth, Math.max(0, x)), Math.min(this.img.naturalHeight, Math.max(0, y))];
    this.draw();
    this.magnify(corner);
  }
  send() { this.$server.moved(this.at.flat().map(v => Math.round(v * 10) / 10)); }

  /** The photo as large as the well allows; half a fingertip stays free around it. */
  fit() {
    const w = this.img.naturalWidth, h = this.img.naturalHeight;
    if (!w || !this.at) return;
    const style = getComputedStyle(this);
    const room = [this.clientWidth - 2 * parseFloat(style.paddingLeft), this.clientHeight - 2 * parseFloat(style.paddingTop)];
    this.scale = Math.min(room[0] / w, room[1] / h);
    Object.assign(this.sheet.style, { width: `${w * this.scale}px`, height: `${h * this.scale}px` });
    this.svg.setAttribute('viewBox', `0 0 ${w * this.scale} ${h * this.scale}`);
    this.draw();
  }
  draw() {
    if (!this.scale) return;
    const k = this.scale, w = this.img.naturalWidth * k, h = this.img.naturalHeight * k;
    const quad = `M${this.at.map(([x, y]) => `${(x * k).toFixed(1)} ${(y * k).toFixed(1)}`).join('L')}Z`;
    this.lines[0].setAttribute('d', `M0 0H${w}V${h}H0Z${quad}`);
    this.lines[1].setAttribute('d', quad);
    this.lines[2].setAttribute('d', quad);
    this.handles.forEach((handle, i) => {
      const [x, y] = this.at[i];
      Object.assign(handle.style, { left: `${x * k}px`, top: `${y * k}px` });
      handle.value = 100 * x / this.img.naturalWidth;
      handle.setAttribute('aria-valuetext', `${Math.round(100 * x / this.img.naturalWidth)} %, ${Math.round(100 * y / this.img.naturalHeight)} %`);
    });
  }

  /** What lies under the finger, beside it: above, or towards the middle where there is no room. */
  magnify(corner) {
    const [x, y] = this.at[corner], k = this.scale, half = LOUPE / 2;
    const room = this.sheet.offsetTop; // of the well above the photo
    const above = y * k - AWAY - half > -room;
    const left = x * k > this.sheet.offsetWidth / 2;
    const cx = above ? Math.min(this.sheet.offsetWidth - half, Math.max(half, x * k)) : x * k + (left ? -AWAY : AWAY);
    const cy = above ? y * k - AWAY : Math.max(half - room, y * k);
    Object.assign(this.loupe.style, { left: `${cx}px`, top: `${cy}px` });
    this.loupe.hidden = false;
    const g = this.loupe.getContext('2d'), size = this.loupe.width, z = 2 * ZOOM * k;
    g.fillStyle = '#3A3731';
    g.fillRect(0, 0, size, size);
    g.drawImage(this.img, size / 2 - x * z, size / 2 - y * z, this.img.naturalWidth * z, this.img.naturalHeight * z);
    const to = other => [size / 2 + (this.at[other][0] - x) * z, size / 2 + (this.at[other][1] - y) * z];
    for (const [colour, width] of [[CASING, 12], [LINE, 6]]) {
      g.strokeStyle = colour;
      g.lineWidth = width;
      g.lineJoin = 'round';
      g.beginPath();
      g.moveTo(...to((corner + 3) % 4));
      g.lineTo(size / 2, size / 2);
      g.lineTo(...to((corner + 1) % 4));
      g.stroke();
    }
  }
}
customElements.define('kiosk-corners', KioskCorners);
