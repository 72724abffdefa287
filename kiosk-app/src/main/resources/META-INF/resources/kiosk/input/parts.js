// What the keyboard is built of.

const svg = path => `<svg viewBox="0 0 24 24" aria-hidden="true">${path.map(d => `<path d="${d}"/>`).join('')}</svg>`;
export const icons = {
  backspace: svg(['M20 6a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-11l-5 -5a1.5 1.5 0 0 1 0 -2l5 -5l11 0', 'M12 10l4 4m0 -4l-4 4']),
  more: svg(['M6 9l6 6l6 -6']), fewer: svg(['M6 15l6 -6l6 6']), next: svg(['M9 6l6 6l-6 6']), before: svg(['M15 6l-6 6l6 6']),
};

export function element(name, cls, ...children) {
  const el = document.createElement(name);
  el.className = cls;
  el.append(...children);
  return el;
}
