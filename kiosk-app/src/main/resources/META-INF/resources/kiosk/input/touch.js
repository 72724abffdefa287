// Fingers on the keys: what is down looks so, a held backspace repeats, and nothing else on the page notices.

const HOLD_MS = 500; // until a held backspace repeats
const REPEAT_MS = 90;

/** Tells a keyboard each press; the field keeps focus and caret. */
export function fingersOn(keyboard) {
  let holding = 0;
  let down = null;

  function release() {
    clearTimeout(holding);
    clearInterval(holding);
    down?.classList.remove('kb-down');
  }

  function repeat(button) {
    if (keyboard.isConnected) keyboard.press(button);
    else release();
  }

  keyboard.addEventListener('contextmenu', e => e.preventDefault());
  keyboard.addEventListener('pointerdown', e => {
    e.preventDefault();
    const button = e.target.closest('button');
    if (!button || button.disabled || e.button > 0) return;
    keyboard.press(button);
    release();
    button.classList.add('kb-down');
    down = button;
    // On the window: a page may take this element out and put it back, and the finger's end is lost to it.
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release, { once: true, capture: true });
    if (button.dataset.action === 'key-backspace') {
      holding = setTimeout(() => { holding = setInterval(() => repeat(button), REPEAT_MS); }, HOLD_MS);
    }
  });
}

// Open lists and dialogs close on any press outside them; a key is not outside. A click without a pointer comes from an
// assistive device: it is a press like another.
for (const type of ['mousedown', 'mouseup', 'click', 'touchstart', 'touchend']) {
  window.addEventListener(type, e => {
    const path = e.composedPath();
    const keyboard = path.find(n => n.localName === 'kiosk-keyboard');
    if (!keyboard) return;
    e.stopImmediatePropagation();
    const button = path.find(n => n.localName === 'button');
    if (type === 'click' && e.detail === 0 && button && !button.disabled) keyboard.press(button);
  }, { capture: true, passive: true });
}
