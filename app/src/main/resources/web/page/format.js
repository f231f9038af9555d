// Numbers, shares and times as people read them.

const COUNT = new Intl.NumberFormat('en');
const SHORT = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 1});

export const count = number => COUNT.format(number);
export const short = number => number < 100000 ? COUNT.format(number) : SHORT.format(number);
export const share = (part, all) => all ? (100 * part / all).toFixed(part === all ? 0 : 1) + ' %' : '–';
export const score = number => number === null || number === undefined ? '–' : number.toFixed(2);
export const words = name => name.toLowerCase().replaceAll('_', ' ').replaceAll('-', ' ');

const KINDS = {ONE_HOP: 'one hop', TWO_HOP: 'two hops', THREE_HOP: 'three hops', COMMUNITY: 'community', SELECTED: 'by query'};
export const kind = name => KINDS[name] || name;

export function duration(seconds) {
  if (seconds < 90) return Math.round(seconds) + ' s';
  if (seconds < 5400) return Math.round(seconds / 60) + ' min';
  if (seconds < 172800) return (seconds / 3600).toFixed(1) + ' h';
  return (seconds / 86400).toFixed(1) + ' days';
}

export const moment = iso => new Date(iso).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
export const time = iso => new Date(iso).toLocaleTimeString();
