const EVERY = 5_000;
const PATIENCE = 4_000;

/** Says when the console no longer answers: what the page shows is then from before. */
class WfReach extends HTMLElement {
  private timer = 0;
  private missed = 0;
  private last = new Date();

  connectedCallback() {
    this.setAttribute('role', 'alert');
    this.timer = window.setInterval(() => this.ask(), EVERY);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
  }

  private async ask() {
    try {
      const place = new URL('actuator/health/liveness', document.baseURI);
      await fetch(place, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      this.reached();
    } catch {
      this.missed++;
      if (this.missed > 1) {
        this.lost();
      }
    }
  }

  private lost() {
    if (!this.hasAttribute('lost')) {
      this.setAttribute('lost', '');
      const since = this.last.toLocaleTimeString([], { hourCycle: 'h23' });
      this.textContent =
        `▲ The console has not answered since ${since}. What you see is from then, and nothing you click is sent. ` +
        'It is asked again every five seconds; look whether its machine and the network are up.';
    }
  }

  private reached() {
    this.missed = 0;
    this.last = new Date();
    if (this.hasAttribute('lost')) {
      this.removeAttribute('lost');
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = 'Reload the page';
      again.addEventListener('click', () => window.location.reload());
      this.replaceChildren('The console answers again. ', again);
      this.setAttribute('back', '');
    }
  }
}

customElements.define('wf-reach', WfReach);
