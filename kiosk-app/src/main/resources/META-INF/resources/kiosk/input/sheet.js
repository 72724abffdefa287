// A sheet that a finger writes one character on. It tells all its strokes whenever one ends.

const WIDTH_PX = 14; // of the ink
const MOST_POINTS = 1000; // of a stroke; the engine reads 4096
const MOST_STROKES = 64; // the engine reads no more

/** The canvas, with what to do to it; with strokes that were written on the one before, in another language. */
export function sheet(texts, written, before = []) {
  const canvas = document.createElement('canvas');
  canvas.className = 'kb-sheet';
  canvas.setAttribute('role', 'img');
  canvas.ariaLabel = texts['hand.here'] ?? '';
  let strokes = before;
  let open = null;

  function draw() {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const pen = canvas.getContext('2d');
    const look = getComputedStyle(canvas);
    pen.clearRect(0, 0, width, height);
    if (!strokes.length) {
      Object.assign(pen, { font: `${look.fontSize} ${look.fontFamily}`, fillStyle: look.caretColor, textAlign: 'center' });
      pen.fillText(texts['hand.here'] ?? '', width / 2, height / 2);
    }
    Object.assign(pen, { lineWidth: WIDTH_PX, lineCap: 'round', lineJoin: 'round', strokeStyle: look.color });
    for (const stroke of strokes) {
      pen.beginPath();
      stroke.forEach(([x, y], i) => i ? pen.lineTo(x, y) : pen.moveTo(x, y));
      if (stroke.length === 1) pen.lineTo(stroke[0][0] + 0.1, stroke[0][1]);
      pen.stroke();
    }
  }

  const point = e => [Math.round(e.offsetX), Math.round(e.offsetY)];

  canvas.addEventListener('pointerdown', e => {
    if (open !== null || strokes.length === MOST_STROKES) return; // a second finger, or the palm
    open = e.pointerId;
    canvas.setPointerCapture(open);
    strokes.push([point(e)]);
    draw();
  });
  canvas.addEventListener('pointermove', e => {
    if (e.pointerId !== open || strokes.at(-1).length === MOST_POINTS) return;
    strokes.at(-1).push(point(e));
    draw();
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, e => {
      if (e.pointerId !== open) return;
      open = null;
      written(strokes);
    });
  }
  new ResizeObserver(draw).observe(canvas);

  return {
    canvas,
    get strokes() { return strokes; },
    clear() {
      strokes = [];
      open = null;
      draw();
    },
    /** Takes the last stroke back; false if there is none. */
    undo() {
      if (!strokes.length) return false;
      strokes.pop();
      open = null;
      draw();
      written(strokes);
      return true;
    },
  };
}
