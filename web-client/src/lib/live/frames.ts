/** Draws on request, however often that is made. */
export interface Frames {
  request: () => void;
  stop: () => void;
}

/** Draws in an animation frame, at most once an interval: what comes in meanwhile is drawn together. */
export function createFrames(draw: () => void, everyMs: number): Frames {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;

  function drawNow(at: number) {
    timer = undefined;
    frame = undefined;
    drawnAt = at;
    draw();
  }

  return {
    request() {
      if (timer === undefined && frame === undefined) {
        timer = setTimeout(
          () => {
            frame = requestAnimationFrame(drawNow);
          },
          Math.max(0, everyMs - (performance.now() - drawnAt)),
        );
      }
    },
    stop() {
      clearTimeout(timer);
      if (frame !== undefined) {
        cancelAnimationFrame(frame);
      }
    },
  };
}
