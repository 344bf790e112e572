/** Light, dark or as the system says; remembered in this browser. */
const KEY = 'watchfloor-scheme';

function apply(scheme: string | null) {
  document.documentElement.style.colorScheme = scheme === 'light' || scheme === 'dark' ? scheme : 'light dark';
}

apply(window.localStorage.getItem(KEY));

class WfScheme extends HTMLElement {
  static readonly observedAttributes = ['scheme'];

  attributeChangedCallback(_name: string, _before: string | null, scheme: string | null) {
    if (scheme) {
      window.localStorage.setItem(KEY, scheme);
      apply(scheme);
    }
  }
}

customElements.define('wf-scheme', WfScheme);
