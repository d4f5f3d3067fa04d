// Copies a letter in English, or hands it to the reader's own program for email: its lines, and of those that are a choice
// the ones that she ticked. Nothing is sent from here and nothing is stored; a browser is asked to forget the ticks too.
(function () {
  var COPIED = "\n\n", MAILED = "\r\n\r\n"; // between two lines; RFC 6068, section 5, asks for the second

  function addBox(line) {
    var label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.autocomplete = "off";
    label.append.apply(label, [box].concat(Array.from(line.childNodes)));
    line.append(label);
  }

  function linesOf(letter) {
    return Array.from(letter.querySelectorAll("dt")).filter(function (line) {
      var box = line.querySelector("input");
      return !box || box.checked;
    });
  }

  function textOf(line) {
    return line.textContent.replace(/\s+/g, " ").trim();
  }

  // The first line is the subject, and says so in a word that stands before it in a letter, and in no email.
  function mailAddress(lines) {
    var subject = lines[0].replace(/^Subject: /, ""), body = lines.slice(1).join(MAILED);
    return "mailto:?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
  }

  // The older way is for pages that came without encryption, and for browsers that forbid the newer one.
  async function copy(text, place) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      return copySelected(text, place);
    }
  }

  function copySelected(text, place) {
    var field = document.createElement("textarea"), before = document.activeElement;
    field.readOnly = true; // else the keys of a phone come up
    field.value = text;
    place.append(field);
    field.select();
    var copied = document.execCommand("copy");
    field.remove();
    before.focus({ preventScroll: true });
    return copied;
  }

  document.querySelectorAll(".copying").forEach(function (tools) {
    var letter = tools.nextElementSibling, button = tools.querySelector("button"), mail = tools.querySelector("a");
    var status = tools.querySelector("[role=status]");

    function say(name) {
      status.replaceChildren(tools.querySelector("template[data-say=" + name + "]").content.cloneNode(true));
    }

    function choose() {
      status.replaceChildren(); // what was copied is another letter now
      mail.href = mailAddress(linesOf(letter).map(textOf));
    }

    letter.querySelectorAll(".choice").forEach(addBox);
    letter.addEventListener("change", choose);
    button.addEventListener("click", async function () {
      status.replaceChildren();
      say(await copy(linesOf(letter).map(textOf).join(COPIED), tools) ? "copied" : "failed");
    });
    choose();
    tools.hidden = false;
  });
})();
