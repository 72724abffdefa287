// The page around the page: scaled to any window, no menus and no selection, and a cover while the
// server is away. Runs before and without Vaadin's own client.
const WIDTH = 1080, HEIGHT = 1920;
const root = document.documentElement;
function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  root.style.setProperty('--yc-scale', scale);
  root.style.setProperty('--yc-left', `${(innerWidth - WIDTH * scale) / 2}px`);
  root.style.setProperty('--yc-top', `${(innerHeight - HEIGHT * scale) / 2}px`);
}
addEventListener('resize', fit);
fit();
for (const type of ['contextmenu', 'dragstart', 'gesturestart']) {
  addEventListener(type, event => event.preventDefault());
}
addEventListener('wheel', event => { if (event.ctrlKey) event.preventDefault(); }, { passive: false });

// Two missed beats, and the page says so, blocks touches, and reloads when the server is back.
const url = new URL('../../actuator/health', import.meta.url);
const away = document.querySelector('meta[name=yc-away]');
const BEAT_MS = 2000, MISSES = 2;
let misses = 0, cover = null;
async function beat() {
  let ok = false;
  // Any answer is a sign of life: an unhealthy device must not cover the page.
  try { await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(BEAT_MS) }); ok = true; } catch { /* away */ }
  if (ok && cover) { location.reload(); return; }
  misses = ok ? 0 : misses + 1;
  if (misses >= MISSES && !cover) {
    cover = document.createElement('div');
    cover.id = 'yc-away';
    cover.setAttribute('role', 'alert');
    cover.textContent = away?.content ?? '';
    cover.popover = 'manual';
    document.body.append(cover);
    cover.showPopover(); // top layer: above everything
  }
  setTimeout(beat, BEAT_MS);
}
setTimeout(beat, BEAT_MS);
