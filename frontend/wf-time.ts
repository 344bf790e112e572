const two = (figure: number) => String(figure).padStart(2, '0');

/** Local time and UTC, side by side; ticks by itself. */
class WfClocks extends HTMLElement {
  private timer = 0;

  connectedCallback() {
    this.tick();
    this.timer = window.setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
  }

  private tick() {
    const now = new Date();
    const local = `${two(now.getHours())}:${two(now.getMinutes())}`;
    const utc = `${two(now.getUTCHours())}:${two(now.getUTCMinutes())}`;
    const text = `${local} local, ${utc} UTC`;
    if (this.getAttribute('aria-label') === text) {
      return;
    }
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', text);
    this.replaceChildren(this.clock(local, 'local'), this.clock(utc, 'UTC'));
  }

  private clock(time: string, zone: string) {
    const clock = document.createElement('span');
    const figures = document.createElement('b');
    figures.textContent = time;
    clock.append(figures, ` ${zone}`);
    return clock;
  }
}

/** An instant in words ("14 min ago"), or as a time of day; both with the exact instant as tooltip. */
class WfAgo extends HTMLElement {
  static readonly observedAttributes = ['instant', 'form'];
  private timer = 0;

  connectedCallback() {
    this.show();
    this.timer = window.setInterval(() => this.show(), 1000);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
  }

  attributeChangedCallback() {
    this.show();
  }

  private show() {
    const instant = new Date(this.getAttribute('instant') ?? '');
    if (Number.isNaN(instant.getTime())) {
      this.textContent = '–';
      return;
    }
    const text = this.text(instant);
    if (this.textContent !== text) {
      this.textContent = text;
      this.title = `${instant.toLocaleString()} · ${instant.toISOString()}`;
    }
  }

  private text(instant: Date) {
    switch (this.getAttribute('form')) {
      case 'clock':
        return this.clock(instant);
      case 'moment':
        return this.day(instant) === this.day(new Date()) ? this.clock(instant) : `${this.day(instant)} ${this.clock(instant)}`;
      default:
        return this.words(instant);
    }
  }

  private day(instant: Date) {
    return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  }

  private clock(instant: Date) {
    return `${two(instant.getHours())}:${two(instant.getMinutes())}:${two(instant.getSeconds())}`;
  }

  private words(instant: Date) {
    const seconds = Math.round((Date.now() - instant.getTime()) / 1000);
    const size = Math.abs(seconds);
    const words =
      size < 60 ? `${size} s` : size < 5400 ? `${Math.round(size / 60)} min` : size < 129600 ? `${Math.round(size / 3600)} h` : `${Math.round(size / 86400)} days`;
    return seconds >= 0 ? `${words} ago` : `in ${words}`;
  }
}

customElements.define('wf-clocks', WfClocks);
customElements.define('wf-ago', WfAgo);
