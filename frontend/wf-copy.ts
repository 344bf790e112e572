/** A button that puts its text on the clipboard and says so. */
class WfCopy extends HTMLElement {
  connectedCallback() {
    if (this.firstElementChild) {
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => this.copy(button));
    this.append(button);
  }

  private async copy(button: HTMLButtonElement) {
    try {
      await navigator.clipboard.writeText(this.getAttribute('text') ?? '');
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Select and copy by hand';
    }
    window.setTimeout(() => (button.textContent = 'Copy'), 2000);
  }
}

customElements.define('wf-copy', WfCopy);
