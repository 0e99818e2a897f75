/** The page's one script: filter by words and class, sort by a column, open the 依据 that a link points to. */
export const script = `(() => {
  const input = document.getElementById('words');
  const shown = document.getElementById('shown');
  const chips = [...document.querySelectorAll('.chip')];
  const body = document.querySelector('.results tbody');
  const rows = body ? [...body.rows] : [];
  const whys = [...document.querySelectorAll('#why details')];
  const apply = () => {
    const words = input.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
    const grades = chips.filter((chip) => chip.getAttribute('aria-pressed') === 'true').map((chip) => chip.dataset.grade);
    const fits = (item) => words.every((word) => item.dataset.words.includes(word)) && (grades.length === 0 || grades.includes(item.dataset.grade));
    let count = 0;
    for (const row of rows) { row.hidden = !fits(row); if (!row.hidden) count++; }
    for (const why of whys) why.hidden = !fits(why);
    shown.textContent = count === rows.length ? '共 ' + count : '显示 ' + count + ' / ' + rows.length;
  };
  if (input) {
    input.addEventListener('input', apply);
    for (const chip of chips) chip.addEventListener('click', () => { chip.setAttribute('aria-pressed', chip.getAttribute('aria-pressed') === 'true' ? 'false' : 'true'); apply(); });
    apply();
  }
  const heads = [...document.querySelectorAll('.results thead th')];
  heads.forEach((head, at) => head.querySelector('button').addEventListener('click', () => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const number = head.dataset.kind === 'number';
    const key = (row) => row.cells[at].dataset.v;
    const order = (a, b) => {
      const x = key(a), y = key(b);
      if (x === '' || y === '') return (x === '') - (y === '');
      return (number ? x - y : x.localeCompare(y, 'zh-CN')) * (down ? -1 : 1);
    };
    rows.sort(order);
    body.append(...rows);
  }));
  const open = () => {
    const target = location.hash.startsWith('#why-') ? document.getElementById(location.hash.slice(1)) : null;
    if (target) { target.hidden = false; target.open = true; target.scrollIntoView(); }
  };
  addEventListener('hashchange', open);
  open();
})();`;
