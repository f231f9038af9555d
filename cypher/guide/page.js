// Only for the guide as a page of its own: Neo4j Browser leaves scripts out, and has styles and buttons for its guides.
const style = document.createElement('style');
style.textContent = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }
  slide { display: block; border-top: 1px solid #8888; padding: .5rem 0 1rem; }
  pre { background: #8882; padding: .7rem; border-radius: 4px; overflow-x: auto; font-size: .8rem; user-select: all; }
  button { font: inherit; font-size: .85rem; padding: .2rem .8rem; }
  [data-exec] { display: none; }`;
document.head.append(style);
document.querySelectorAll('h3').forEach(title => {
  title.id = title.textContent.replace(/^[\d. ]+/, '').toLowerCase().replace(/\W+/g, '-');
});
document.querySelectorAll('pre').forEach(pre => {
  const button = document.createElement('button');
  button.textContent = 'Copy';
  button.addEventListener('click', () => navigator.clipboard.writeText(pre.textContent.trim()).then(
      () => { button.textContent = 'Copied'; }));
  pre.after(button);
});
if (location.hash) {
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
