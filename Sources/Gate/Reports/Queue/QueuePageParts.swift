/// What the page of a queue looks like and how its filters work; both are allowed in it by their digests alone.
enum QueuePageParts {
  static let style = """
    :root {
      color-scheme: light dark;
      --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --focus: #0a58ca;
      --red: #a1161b; --red-back: #fdebec; --amber: #744a00; --amber-back: #fff3d1;
      --green: #155c2a; --green-back: #e4f5e9; --grey: #424a53; --grey-back: #eceff2;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #14171b; --card: #1d2127; --ink: #e8ebef; --soft: #a9b3bd; --line: #343b44; --focus: #7db3ff;
        --red: #ffb3b3; --red-back: #4a1d20; --amber: #ffd98a; --amber-back: #443308;
        --green: #9be3b0; --green-back: #173a22; --grey: #c6ced6; --grey-back: #2c333b;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
    header { padding-top: 2rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.05rem; margin: 0; }
    p { margin: .25rem 0; }
    .soft { color: var(--soft); font-size: .9rem; }
    .tally { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1rem 0; }
    .tally li, .state { border-radius: 1rem; padding: .1rem .7rem; font-weight: 600; font-size: .9rem;
      white-space: nowrap; display: inline-block; border: 1px solid currentColor; }
    .red { color: var(--red); background: var(--red-back); }
    .amber { color: var(--amber); background: var(--amber-back); }
    .green { color: var(--green); background: var(--green-back); }
    .grey { color: var(--grey); background: var(--grey-back); }
    form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: 1rem 0; padding: 1rem;
      background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
    form[hidden] { display: none; }
    form label { display: block; font-size: .9rem; font-weight: 600; }
    form .check { display: flex; gap: .4rem; align-items: center; min-height: 2.75rem; }
    select, input[type=search] { font: inherit; color: inherit; background: var(--page); width: 100%; min-width: 11rem;
      min-height: 2.75rem; padding: .25rem .6rem; border: 1px solid var(--soft); border-radius: .35rem; }
    input[type=checkbox] { width: 1.25rem; height: 1.25rem; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line);
      border-radius: .5rem; }
    th, td { text-align: start; vertical-align: top; padding: .75rem .9rem; border-bottom: 1px solid var(--line); }
    thead th { font-size: .85rem; color: var(--soft); white-space: nowrap; }
    tbody tr:last-child > * { border-bottom: 0; }
    tbody th { overflow-wrap: anywhere; min-width: 11rem; font-weight: 600; }
    tbody th .soft { font-weight: 400; display: block; }
    td ul { list-style: none; margin: 0; padding: 0; }
    td .late { color: var(--red); font-weight: 600; }
    td .none { color: var(--red); font-weight: 600; }
    .when, time { white-space: nowrap; }
    td li + li { margin-top: .4rem; }
    td li .soft { font-size: .85rem; }
    .note { color: var(--amber); font-size: .9rem; font-weight: 400; }
    .nothing { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 2rem;
      text-align: center; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; font-size: .9rem; }
    dt { font-weight: 600; }
    dd { margin: 0; }
    summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
    footer { padding-top: 1rem; padding-bottom: 3rem; }
    .out { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (max-width: 46rem) {
      header, main, footer { padding-left: .9rem; padding-right: .9rem; }
      table, tbody, tbody tr, tbody th, tbody td { display: block; }
      table { background: none; border: 0; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tbody tr { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .9rem;
        padding: .5rem .9rem; }
      tbody tr[hidden] { display: none; }
      tbody th, tbody td { border: 0; padding: .3rem 0; }
      tbody td { display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem; }
      tbody td::before { content: attr(data-label); color: var(--soft); font-size: .9rem; }
      td .state { justify-self: start; }
      form > div { width: 100%; }
    }
    @media print {
      :root { --page: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --red: #000; --red-back: #fff;
        --amber: #000; --amber-back: #fff; --green: #000; --green-back: #fff; --grey: #000; --grey-back: #fff; }
      form, details { display: none !important; }
      body { font-size: 10pt; }
      header { padding-top: 0; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
    }
    """

  static let script = """
    (function () {
      "use strict";
      var form = document.getElementById("filters");
      var rows = Array.prototype.slice.call(document.querySelectorAll("tbody tr"));
      var shown = document.getElementById("shown");
      if (!form || !rows.length) { return; }
      function apply() {
        var person = form.elements.person.value, state = form.elements.state.value;
        var late = form.elements.late.checked, words = form.elements.words.value.trim().toLowerCase();
        var count = 0;
        rows.forEach(function (row) {
          var fits = (!person || row.dataset.people.split(" ").indexOf(person) >= 0)
            && (!state || row.dataset.state === state) && (!late || row.dataset.late === "yes")
            && (!words || row.textContent.toLowerCase().indexOf(words) >= 0);
          row.hidden = !fits;
          if (fits) { count += 1; }
        });
        shown.textContent = count + " of " + rows.length + " shown";
      }
      form.addEventListener("input", apply);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.hidden = false;
      apply();
    })();
    """
}
