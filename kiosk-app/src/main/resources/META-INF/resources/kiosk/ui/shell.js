// The page around the page: scaled to any window, no menus and no selection, and a cover while the
// server is away. Runs before and without Vaadin's own client.
const WIDTH = 1080, HEIGHT = 1920;
const TRUE_MM = 476; // the page's height on the 21.5 inch screen it is drawn for: 4 px are 1 mm
const BAND_MM = [700, 1220]; // above the floor: what a person in a wheelchair reaches (EN 301 549, ADA)
const LEAST_BAND = 1000; // px of the page that the keys need
const root = document.documentElement;
const [glassMm, edgeMm] = document.querySelector('meta[name=yc-glass]')?.content.split(',').map(Number) ?? [TRUE_MM, 972];
function fit() {
  let scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  let top = (innerHeight - HEIGHT * scale) / 2;
  if (root.classList.contains('low-reach')) {
    // On a larger glass the page keeps its true size and stands in the band, or as low as it can;
    // what then still lies too high is told to the style sheet.
    const mm = glassMm / innerHeight;
    scale = Math.min(scale, TRUE_MM / mm / HEIGHT);
    const spare = Math.max(0, innerHeight - HEIGHT * scale);
    const lift = Math.min(spare, Math.max(0, (BAND_MM[0] - edgeMm) / mm));
    top = spare - lift;
    const reach = HEIGHT - (BAND_MM[1] - edgeMm - lift * mm) / (mm * scale);
    root.style.setProperty('--yc-reach-top', `${Math.round(Math.min(HEIGHT - LEAST_BAND, Math.max(0, reach)))}px`);
  }
  root.style.setProperty('--yc-scale', scale);
  root.style.setProperty('--yc-left', `${(innerWidth - WIDTH * scale) / 2}px`);
  root.style.setProperty('--yc-top', `${top}px`);
}
new MutationObserver(fit).observe(root, { attributeFilter: ['class'] });
addEventListener('resize', fit);
fit();
for (const type of ['contextmenu', 'dragstart', 'gesturestart']) {
  addEventListener(type, event => event.preventDefault());
}
addEventListener('wheel', event => { if (event.ctrlKey) event.preventDefault(); }, { passive: false });

// Two missed beats, and the page says so and blocks touches. When the server is back, a page of an earlier start begins
// anew; one whose server only held its breath (a full disk, a busy processor) goes on where the citizen was.
const url = new URL('../../actuator/health', import.meta.url);
const meta = name => document.querySelector(`meta[name=${name}]`)?.content ?? '';
const BEAT_MS = 2000, MISSES = 2;
let misses = 0, cover = null;
async function beat() {
  let start = null;
  // Any answer of the terminal is a sign of life: an unhealthy device must not cover the page.
  try {
    const answer = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(BEAT_MS) });
    start = answer.headers.get('Yichuang-Start');
  } catch { /* away */ }
  const ok = start !== null;
  if (ok && start !== meta('yc-start')) { location.reload(); return; }
  if (ok && cover) { cover.remove(); cover = null; }
  misses = ok ? 0 : misses + 1;
  if (misses >= MISSES && !cover) {
    cover = document.createElement('div');
    cover.id = 'yc-away';
    cover.setAttribute('role', 'alert');
    cover.textContent = meta('yc-away');
    cover.popover = 'manual';
    document.body.append(cover);
    cover.showPopover(); // top layer: above everything
  }
  setTimeout(beat, BEAT_MS);
}
setTimeout(beat, BEAT_MS);
