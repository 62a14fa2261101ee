"""Where the focus stands as she presses Tab, whether it is seen there, and in what order it goes."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

# How the focused element looks, its label and drawn parts included: with focus, and at once without.
FOCUS_SHOWS = """() => {
  const it = document.activeElement;
  const drawn = (part, pseudo) => {
    const style = getComputedStyle(part, pseudo);
    if (style.display === 'none' || style.opacity === '0') return '';
    const outline = style.outlineStyle === 'none' ? '' : style.outline;
    const border = style.borderWidth === '0px' ? '' : `${style.borderWidth} ${style.borderColor}`;
    return [outline, style.boxShadow, style.backgroundColor, border].join();
  };
  const parts = [it, ...(it.labels || []), ...it.children];
  const look = () => parts.map(part => [drawn(part), drawn(part, '::before'), drawn(part, '::after')].join()).join();
  const focused = look();
  it.blur();
  const plain = look();
  it.focus({preventScroll: true});
  return document.activeElement === it && focused !== plain;
}"""
ON_SCREEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""
STANDS_ON = (
    "() => document.activeElement.id || document.activeElement.name || document.activeElement.textContent.trim()"
)
# Everything that Tab must reach, numbered in the order of the page; of a group of radios, one.
_NUMBER_ALL = """() => {
  const groups = new Set();
  const stops = 'a[href], button, summary, input:not([type=hidden]), textarea, [tabindex]';
  const reached = [...document.querySelectorAll(stops)]
    .filter(it => it.tabIndex >= 0 && !it.disabled && it.checkVisibility())
    .filter(it => it.tagName !== 'SUMMARY' || it.parentElement.querySelector('summary') === it)
    .filter(it => {
      if (it.type !== 'radio') return true;
      const group = [...it.form.querySelectorAll(`input[name="${it.name}"]`)];
      if (group.some(one => one.checked)) return it.checked;
      return !groups.has(it.name) && groups.add(it.name);
    });
  window.tabStops = reached;
  document.body.tabIndex = -1;
  document.body.focus();  // Tab goes on from where the focus was last, so it is put before the first
  document.body.removeAttribute('tabindex');
  return reached.length;
}"""
# The number of the stop, or -1 on none of them; its place on the page, its name, and whether the focus is seen on it.
_STOP = f"""() => {{
  const it = document.activeElement;
  const box = it.getBoundingClientRect();
  const name = ({STANDS_ON})();
  const seen = ({ON_SCREEN})() && ({FOCUS_SHOWS})();
  return [window.tabStops.indexOf(it), box.top + scrollY, box.bottom + scrollY, name, seen];
}}"""


@dataclass
class Tabbed:
    """One page gone through with Tab. The lists name what is wrong, and are empty on a good page."""

    stops: int
    unseen: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    upwards: list[str] = field(default_factory=list)
    unreached: int = 0


def tab_through(page: Page) -> Tabbed:
    """Presses Tab until every stop was met, or one comes again; a trap leaves stops unreached."""
    found = Tabbed(page.evaluate(_NUMBER_ALL))
    met: list[int] = []
    last_top = 0.0
    for _ in range(found.stops):
        page.keyboard.press("Tab")
        stop, top, bottom, name, seen = page.evaluate(_STOP)
        if stop < 0 or stop in met:
            break
        name = name[:60]
        if not seen:
            found.unseen.append(name)
        if stop != len(met):
            found.out_of_order.append(name)
        if met and bottom <= last_top:
            found.upwards.append(name)
        met.append(stop)
        last_top = top
    found.unreached = found.stops - len(met)
    return found
