(function () {
  "use strict";
  // The page is complete without this script. It sorts, filters and opens; nothing is stored, sent or loaded.
  var form = document.querySelector(".filters");
  var tables = Array.prototype.slice.call(document.querySelectorAll(".calls"));
  if (!form || !tables.length) return;
  form.hidden = false;
  var leads = Array.prototype.slice.call(document.querySelectorAll("tbody.lead"));
  var texts = new Map();
  leads.forEach(function (lead) { texts.set(lead, lead.rows[0].textContent.toLowerCase()); });
  var fields = Array.prototype.slice.call(form.querySelectorAll("[data-filter]"));
  var count = form.querySelector("output");

  function keys(lead) { return lead.dataset.s.split("|"); }

  function sort(table, heads, head) {
    var key = Number(head.dataset.k);
    var now = head.getAttribute("aria-sort");
    var up = now ? now !== "ascending" : head.dataset.first !== "descending";
    heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    var rows = Array.prototype.slice.call(table.tBodies).map(function (body, i) {
      return { body: body, value: keys(body)[key], place: i };
    });
    var numbers = rows.every(function (row) { return row.value !== "" && !isNaN(row.value); });
    rows.sort(function (a, b) {
      var order = numbers ? a.value - b.value : a.value.localeCompare(b.value);
      return (up ? order : -order) || a.place - b.place;
    });
    rows.forEach(function (row) { table.appendChild(row.body); });
  }

  function apply() {
    var shown = 0;
    var any = fields.some(function (field) { return field.value.trim() !== ""; });
    leads.forEach(function (lead) {
      var fits = fields.every(function (field) {
        var value = field.value.trim();
        if (!value) return true;
        if (field.dataset.filter === "text") return texts.get(lead).indexOf(value.toLowerCase()) >= 0;
        return lead.getAttribute("data-" + field.dataset.filter) === value;
      });
      lead.hidden = !fits;
      if (fits) shown++;
    });
    tables.forEach(function (table) {
      var left = table.querySelectorAll("tbody.lead:not([hidden])").length;
      var none = table.parentNode.querySelector(".none");
      if (none) none.hidden = left > 0;
      var folded = table.closest("details");
      if (folded && any) folded.open = left > 0;
    });
    count.textContent = form.dataset.count.replace("{0}", shown).replace("{1}", leads.length);
  }

  tables.forEach(function (table) {
    var heads = Array.prototype.slice.call(table.querySelectorAll("th[data-k]"));
    heads.forEach(function (head) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () { sort(table, heads, head); });
    });
  });
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelector("[name=open]").addEventListener("click", function () {
    var open = this.getAttribute("aria-pressed") !== "true";
    this.setAttribute("aria-pressed", String(open));
    this.textContent = open ? this.dataset.close : this.dataset.open;
    document.querySelectorAll("tbody.lead details").forEach(function (reasons) { reasons.open = open; });
  });
  form.querySelector("[name=clear]").addEventListener("click", function () {
    fields.forEach(function (field) { field.value = ""; });
    apply();
  });
  apply();
})();
