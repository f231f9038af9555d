// The page's colours, for what is drawn on a canvas; read again when light turns to dark.

export const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

export function onColorChange(redraw, signal) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, {signal});
}
