// Writes into the field a person is filling in, without ever taking the focus from it.

let last = null;

const typeable = el => /^(INPUT|TEXTAREA)$/.test(el?.tagName) && !el.readOnly && !el.disabled;

window.addEventListener('focusin', e => {
  const el = e.composedPath()[0];
  if (typeable(el)) last = el;
}, true);

function focused() {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return typeable(el) ? el : null;
}

/** The field in focus, else the last one that was, else the first of the page; null where there is none. */
export function target() {
  const now = focused();
  if (now) return now;
  const el = typeable(last) && last.isConnected && last.checkVisibility() ? last
    : [...document.querySelectorAll('.yc-field input')].find(typeable) ?? null;
  el?.focus();
  return el;
}

function tell(el, inputType, data) {
  el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }));
}

/** Puts text in place of the selection, as much of it as the field's maxlength lets in. */
export function insert(text) {
  const el = target();
  if (!el) return;
  const start = el.selectionStart ?? el.value.length;
  const end = el.selectionEnd ?? start;
  // maxlength binds typing only, never setRangeText: a field must not become longer than its owner said.
  let room = el.maxLength < 0 ? Infinity : el.maxLength - el.value.length + (end - start);
  let fits = '';
  for (const character of text) { // by code point, so that no half of a rare character gets in
    if ((room -= character.length) < 0) break;
    fits += character;
  }
  if (!fits) return;
  el.setRangeText(fits, start, end, 'end');
  tell(el, 'insertText', fits);
}

/** The character before the caret, or nothing. */
export function before() {
  const el = target();
  const at = el?.selectionStart ?? el?.value.length ?? 0;
  return el?.value.slice(Math.max(0, at - 1), at) ?? '';
}

/** Deletes the selection, or one code point before the caret. */
export function erase() {
  const el = target();
  if (!el) return;
  const end = el.selectionEnd ?? el.value.length;
  let start = el.selectionStart ?? end;
  if (start === end) {
    if (start === 0) return;
    start -= /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(el.value.slice(0, start)) ? 2 : 1;
  }
  el.setRangeText('', start, end, 'end');
  tell(el, 'deleteContentBackward', null);
}

/** Empties the field. */
export function clear() {
  const el = target();
  if (!el?.value) return;
  el.setRangeText('', 0, el.value.length, 'end');
  tell(el, 'deleteContentBackward', null);
}
