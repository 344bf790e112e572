const EVERY = 5_000;
const PATIENCE = 4_000;

/**
 * What leaves the page. Vaadin keeps what was clicked while nobody answered and sends it later; a
 * confirmation must not arrive like that. So once the console was away nothing is sent any more until the
 * page is loaded anew, and while that is in question what is to be sent waits for the answer.
 */
class Gate {
  private cut = false;
  private verdict: Promise<boolean> = Promise.resolve(true);

  constructor() {
    const gate = this;
    const { open, send } = XMLHttpRequest.prototype;
    const guarded = new WeakSet<XMLHttpRequest>();
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: any[]) {
      if (String(given[1]).includes('v-r=uidl')) {
        guarded.add(this);
      }
      return (open as any).apply(this, given);
    } as typeof open;
    XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body?: any) {
      if (guarded.has(this) && gate.pending) {
        void gate.verdict.then((answers) => answers && !gate.cut && send.call(this, body));
      } else if (!guarded.has(this) || !gate.cut) {
        send.call(this, body);
      }
    };
    const held = (event: Event) => gate.hold(event);
    window.addEventListener('click', held, true);
    window.addEventListener('keydown', held, true);
  }

  private pending = false;

  /** Nothing is sent until it is known whether the console answers. */
  await(verdict: Promise<boolean>) {
    this.pending = true;
    this.verdict = verdict.finally(() => (this.pending = false));
  }

  close() {
    this.cut = true;
    document.body.setAttribute('wf-cut', '');
  }

  /** Reading, typing and copying go on; buttons, links and shortcuts do not. */
  private hold(event: Event) {
    const key = event instanceof KeyboardEvent ? event : undefined;
    const harmless = key && key.key !== 'Enter' && !(key.ctrlKey && !'acvx'.includes(key.key.toLowerCase()));
    const own = event.composedPath().some((part) => part instanceof WfReach);
    if (this.cut && !own && !harmless) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }
}

/** Says when the console no longer answers: what the page shows is then from before. */
class WfReach extends HTMLElement {
  private static gate?: Gate;

  private timer = 0;
  private missed = 0;
  private last = new Date();

  private readonly state = (_: string, now: string) => {
    if (now === 'reconnecting' || now === 'connection-lost') {
      this.missed++;
      WfReach.gate!.await(this.ask());
    }
  };

  private readonly offline = () => this.lost();

  connectedCallback() {
    WfReach.gate ??= new Gate();
    this.setAttribute('role', 'alert');
    this.timer = window.setInterval(() => void this.ask(), EVERY);
    (window as any).Vaadin?.connectionState?.addStateChangeListener(this.state);
    window.addEventListener('offline', this.offline);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
    (window as any).Vaadin?.connectionState?.removeStateChangeListener(this.state);
    window.removeEventListener('offline', this.offline);
  }

  private async ask() {
    try {
      const place = new URL('actuator/health/liveness', document.baseURI);
      await fetch(place, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      this.reached();
      return true;
    } catch {
      this.missed++;
      if (this.missed > 1) {
        this.lost();
      }
      return false;
    }
  }

  private lost() {
    WfReach.gate!.close();
    if (!this.hasAttribute('lost')) {
      this.removeAttribute('back');
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
      const again = document.createElement('vaadin-button');
      again.textContent = 'Reload the page';
      again.addEventListener('click', () => window.location.reload());
      this.replaceChildren('The console answers again. What was clicked meanwhile was not sent. ', again);
      this.setAttribute('back', '');
    }
  }
}

customElements.define('wf-reach', WfReach);
