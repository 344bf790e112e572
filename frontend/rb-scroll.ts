/**
 * Keeps the document and its steps at the same line. The pane that a person moves leads; what
 * the other does in answer is not taken for a movement of its own.
 */
class RbScroll extends HTMLElement {
  private leader: Element | undefined;
  private panes: HTMLElement[] = [];
  private frame = 0;

  private readonly moved = (event: Event) => this.lead(event.currentTarget as HTMLElement);
  private readonly scrolled = (event: Event) => this.follow(event.currentTarget as HTMLElement);
  private readonly pressed = (event: KeyboardEvent) => this.key(event);

  connectedCallback() {
    this.hidden = true;
    this.panes = ['.rb-document', '.rb-steps']
      .map((name) => this.parentElement?.querySelector<HTMLElement>(name))
      .filter((pane) => pane instanceof HTMLElement);
    for (const pane of this.panes) {
      for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
        pane.addEventListener(kind, this.moved, { passive: true });
      }
      pane.addEventListener('scroll', this.scrolled, { passive: true });
    }
    this.panes[0]?.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.frame);
    for (const pane of this.panes) {
      for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
        pane.removeEventListener(kind, this.moved);
      }
      pane.removeEventListener('scroll', this.scrolled);
    }
    this.panes[0]?.removeEventListener('keydown', this.pressed);
  }

  private lead(pane: HTMLElement) {
    this.leader = pane;
  }

  private follow(pane: HTMLElement) {
    if (pane !== this.leader || this.panes.length < 2) {
      return;
    }
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const other = this.panes.find((one) => one !== pane)!;
      const line = lineAt(pane);
      if (line !== undefined && other.clientHeight > 0) {
        other.scrollTop = placeOf(other, line);
      }
    });
  }

  /** Up and Down in the document go from line to line and select the step of each. */
  private key(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const lines = [...this.panes[0].querySelectorAll<HTMLElement>('[data-line]')];
    const now = lines.findIndex((line) => line.classList.contains('rb-current'));
    const start = lines.findIndex((line) => Number(line.dataset.line) >= (lineAt(this.panes[0]) ?? 1));
    const next = lines[Math.max(0, Math.min(lines.length - 1, now < 0 ? start : now + step))];
    event.preventDefault();
    lines[now]?.classList.remove('rb-current');
    next.classList.add('rb-current');
    next.scrollIntoView({ block: 'nearest' });
    next.click();
  }
}

/** The lines that a pane knows, with where they stand in it, from the top. */
function marks(pane: HTMLElement) {
  const top = pane.getBoundingClientRect().top - pane.scrollTop;
  return [...pane.querySelectorAll<HTMLElement>('[data-line], [data-first]')].map((mark) => ({
    line: Number(mark.dataset.line ?? mark.dataset.first),
    top: mark.getBoundingClientRect().top - top,
  }));
}

/** The line at the upper edge, with a fraction. */
function lineAt(pane: HTMLElement) {
  const all = marks(pane).sort((one, other) => one.top - other.top);
  const next = all.findIndex((mark) => mark.top > pane.scrollTop + 1);
  if (next <= 0) {
    return all[next < 0 ? all.length - 1 : 0]?.line;
  }
  const before = all[next - 1];
  const part = (pane.scrollTop - before.top) / Math.max(1, all[next].top - before.top);
  return before.line + part * (all[next].line - before.line);
}

function placeOf(pane: HTMLElement, line: number) {
  const all = marks(pane).sort((one, other) => one.line - other.line);
  const next = all.findIndex((mark) => mark.line > line);
  if (next <= 0) {
    return next < 0 ? pane.scrollHeight : 0;
  }
  const before = all[next - 1];
  const part = (line - before.line) / Math.max(1, all[next].line - before.line);
  return before.top + part * (all[next].top - before.top);
}

customElements.define('rb-scroll', RbScroll);
