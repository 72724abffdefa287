// What axe does not see: targets in millimetres, gaps, text sizes, contrast 7:1, reach, order of focus, cut words.
// 4 px of the page are 1 mm. Returns a list of sentences; empty when all is well.
(() => {
  const MM = 4, found = [];
  const html = document.documentElement, is = look => html.classList.contains(look);
  const elder = is('elder');
  const KEY_MM = 20, ELDER_KEY_MM = 25, GAP_MM = 3, LEAST_TEXT = 24, ELDER_TEXT = 32, RATIO = 7, TOLERANCE = 1;
  const sheet = document.querySelector('.yc-veil:not([hidden])');
  const page = sheet ?? document.querySelector('.yc-page');
  const name = el => `${el.dataset?.action ?? el.className ?? el.localName} «${el.textContent.trim().slice(0, 16)}»`;
  const seen = el => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // The part that is not scrolled away.
  const part = el => {
    let { left, right, top, bottom } = el.getBoundingClientRect();
    for (let p = el.parentElement; p && p !== page; p = p.parentElement) {
      if (!/auto|hidden|scroll/.test(getComputedStyle(p).overflowY)) continue;
      const box = p.getBoundingClientRect();
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    return { left, right, top, bottom };
  };
  const shown = rect => rect.bottom - rect.top > TOLERANCE;

  // ---- targets ----
  const targets = [...page.querySelectorAll('button, kiosk-signature, .yc-masked:not(.yc-bars)')].filter(el => seen(el) && shown(part(el)));
  for (const el of targets) {
    const box = el.getBoundingClientRect();
    // Ten letters stand side by side on 270 mm; a masked value is held, not hit.
    const letter = el.closest('kiosk-keyboard'), least = elder && !letter ? ELDER_KEY_MM : KEY_MM;
    if (el.matches('.yc-masked')) continue;
    if (box.width < least * MM - TOLERANCE && !(el.matches('.yc-link') && box.width >= KEY_MM * MM)) found.push(`too narrow: ${name(el)} ${box.width / MM} mm`);
    if (box.height < least * MM - TOLERANCE) found.push(`too low: ${name(el)} ${box.height / MM} mm`);
    if (el.scrollWidth > el.clientWidth + TOLERANCE) found.push(`words cut: ${name(el)} by ${el.scrollWidth - el.clientWidth} px`);
    if (box.left < 0 || box.right > 1080) found.push(`beside the page: ${name(el)}`);
  }
  const keys = targets.filter(el => el.localName === 'button' && !el.matches('.yc-standby-start'));
  keys.forEach((a, i) => keys.slice(i + 1).forEach(b => {
    const r = part(a), s = part(b);
    const dx = Math.max(r.left - s.right, s.left - r.right), dy = Math.max(r.top - s.bottom, s.top - r.bottom);
    const candidates = a.matches('.kb-candidate, .kb-tool') && b.matches('.kb-candidate, .kb-tool'); // words in a line, no keys
    if (Math.max(dx, dy) < GAP_MM * MM - TOLERANCE && !candidates) found.push(`too near: ${name(a)} and ${name(b)}, ${Math.max(dx, dy) / MM} mm`);
  }));
  if (is('low-reach')) {
    const line = parseFloat(getComputedStyle(html).getPropertyValue('--yc-reach-top'));
    const bare = page.matches('.yc-bare'); // the whole standby page is one key, its word stands low
    targets.filter(el => !bare && part(el).top < line - TOLERANCE).forEach(el => found.push(`out of reach: ${name(el)} at ${part(el).top}`));
  }

  // ---- order of focus: never up again, but for the next column ----
  let before = null;
  for (const el of page.querySelectorAll('button:not(:disabled), input, [tabindex="0"]')) {
    if (!seen(el) || el.tabIndex < 0 || !shown(part(el))) continue;
    if (el.tabIndex > 0) found.push(`tabindex: ${name(el)}`);
    const box = part(el);
    const aside = before && (box.left >= before.right - TOLERANCE || box.right <= before.left + TOLERANCE);
    if (before && box.bottom <= before.top && !aside) found.push(`focus goes up: ${name(el)}`);
    before = box;
  }

  // ---- texts ----
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = el => {
    for (let p = el; p; p = p.parentElement) {
      const c = rgba(getComputedStyle(p).backgroundColor);
      if (c[3] === 255) return c;
    }
    return [255, 255, 255];
  };
  const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const el = text.parentElement;
    if (!text.data.trim() || !seen(el) || el.closest('svg, :disabled, .yc-off, .yc-live')) continue;
    const style = getComputedStyle(el), size = parseFloat(style.fontSize);
    const least = elder && !page.matches('.yc-bare') ? ELDER_TEXT : LEAST_TEXT;
    if (size < least - .1) found.push(`small text: ${name(el)} ${size} px`);
    const overPicture = el.closest('.yc-say, .yc-hello, .yc-sec'); // looked at by hand: words in the sky, figures in the light
    if ((elder || is('high-contrast')) && !overPicture) {
      const a = light(rgba(style.color)), b = light(ground(el));
      const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
      if (ratio < RATIO - .02) found.push(`faint: ${name(el)} ${ratio.toFixed(1)}:1`);
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.right > 1080 || box.left < 0) found.push(`words beside the page: ${name(el)}`);
  }
  return [...new Set(found)];
})()
