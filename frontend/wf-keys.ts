/**
 * Listens for key combinations on the whole page and tells the server which one was pressed.
 * A character is left alone while a person types; nothing fires behind an open dialog unless
 * the bindings live in that dialog or are global.
 */
class WfKeys extends HTMLElement {
  combos: string[] = [];
  everywhere = false;

  private readonly listener = (event: KeyboardEvent) => this.pressed(event);

  connectedCallback() {
    this.hidden = true;
    document.addEventListener('keydown', this.listener, true);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.listener, true);
  }

  private pressed(event: KeyboardEvent) {
    leaveField(event);
    const combo = comboOf(event);
    if (!this.combos.includes(combo) || event.repeat || event.isComposing) {
      return;
    }
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const character = event.key.length === 1 && !modified;
    if ((character && isTyping(event)) || this.isBehindDialog()) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    flushFocusedField(event);
    this.dispatchEvent(new CustomEvent('wf-key', { detail: { combo } }));
  }

  private isBehindDialog() {
    const dialogs = [...document.querySelectorAll('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')];
    return dialogs.length > 0 && !this.everywhere && !dialogs.some((dialog) => dialog.contains(this));
  }
}

/** Escape leaves a field, so that single letters are keys again; in a dialog it closes that. */
function leaveField(event: KeyboardEvent) {
  const origin = event.composedPath()[0];
  const dialog = document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]');
  if (event.key === 'Escape' && !dialog && origin instanceof HTMLElement && isTyping(event)) {
    origin.blur();
  }
}

/** A field tells the server its value when it changes; a shortcut must not overtake that. */
function flushFocusedField(event: KeyboardEvent) {
  const origin = event.composedPath()[0];
  if (origin instanceof HTMLInputElement || origin instanceof HTMLTextAreaElement) {
    origin.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
}

function comboOf(event: KeyboardEvent) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

function isTyping(event: KeyboardEvent) {
  const origin = event.composedPath()[0] as HTMLElement;
  if (origin instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button'].includes(origin.type);
  }
  return origin instanceof HTMLTextAreaElement || origin.isContentEditable;
}

customElements.define('wf-keys', WfKeys);
