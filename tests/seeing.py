"""What a script in a page can tell of how it is laid out, as its reader has it before her."""

from __future__ import annotations

OUTSIDE = """() => {
    const edge = document.documentElement.clientWidth;
    const rolls = element => element && (
        ["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
        rolls(element.parentElement));
    return document.documentElement.scrollWidth <= edge ? [] :
        Array.from(document.body.querySelectorAll("*"))
            .filter(element => !rolls(element) && element.checkVisibility())
            .filter(element => {
                const box = element.getBoundingClientRect();
                return box.width && (box.left < -0.5 || box.right > edge + 0.5);
            })
            .map(element => element.outerHTML.slice(0, 120))
            .concat(`the page is ${document.documentElement.scrollWidth} px wide`);
}"""
"""The elements that stick out of a page which has to be scrolled sideways. What scrolls in a box of
its own, as a wide table may, does not count."""

CUT = """() => Array.from(document.body.querySelectorAll("*"))
    .filter(element => element.checkVisibility() && !element.closest("[aria-hidden=true]"))
    .filter(element => ["hidden", "clip"].includes(getComputedStyle(element).overflowY))
    .filter(element => element.scrollHeight > element.clientHeight + 1
                    || element.scrollWidth > element.clientWidth + 1)
    .map(element => element.outerHTML.slice(0, 120))"""
"""The elements that cut off a part of their words."""

SMALL_TARGETS = """least => {
    const wanted = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const inline = element => getComputedStyle(element).display.startsWith("inline")
        && getComputedStyle(element).display === "inline";
    const words = node => node.textContent.trim();
    const within = element => {
        let block = element.parentElement;
        while (inline(block)) block = block.parentElement;
        return words(block).length > words(element).length;
    };
    const size = element => {
        const label = element.labels && element.labels[0];
        const box = (label || element).getBoundingClientRect();
        return [box.width, box.height];
    };
    return Array.from(document.querySelectorAll(wanted))
        .filter(element => element.checkVisibility() && size(element).every(Boolean))
        .filter(element => !(inline(element) && within(element)))
        .filter(element => Math.min(...size(element)) < least)
        .map(element => `${size(element).map(Math.round).join(" x ")}: ` +
                        element.outerHTML.slice(0, 120));
}"""
"""The targets that are lower or narrower than so many pixels, but for links within a sentence."""

STOP = """() => {
    const stop = document.activeElement;
    if (!stop || stop === document.body || stop === document.documentElement) return null;
    const style = getComputedStyle(stop);
    const box = Array.from(stop.getClientRects()).find(each => each.width && each.height);
    const between = (low, high, edge) =>
        (Math.max(low, 0) + Math.min(high, edge)) / 2;
    const seen = box && box.bottom > 0 && box.top < innerHeight
        && box.right > 0 && box.left < innerWidth;
    const top = seen && document.elementFromPoint(
        between(box.left, box.right, innerWidth), between(box.top, box.bottom, innerHeight));
    return {
        element: stop.outerHTML.slice(0, 120),
        number: Array.from(document.querySelectorAll("*")).indexOf(stop),
        href: stop.href || "",
        name: stop.className,
        seen: Boolean(seen),
        covered: Boolean(top) && !stop.contains(top) && !top.contains(stop),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
"""Where the keyboard is, and whether its reader can see that; nothing where it is on no element."""

REACHABLE = """() => Array.from(document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex='0']"))
    .filter(element => element.checkVisibility() && !element.disabled)
    .map(element => Array.from(document.querySelectorAll("*")).indexOf(element))"""
"""What a keyboard must come to, in the order of the page."""

NUMBERS = r"""() => {
    const number = /£?\d+(?:[ /.,:\-]\d+)*%?/g, wrong = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.checkVisibility()) continue;
        for (const found of text.data.matchAll(number)) {
            const places = Array.from(found[0], (sign, i) => {
                const range = document.createRange();
                range.setStart(text, found.index + i);
                range.setEnd(text, found.index + i + 1);
                const [place] = range.getClientRects();
                return sign !== " " && place && {left: place.left, line: place.bottom};
            }).filter(Boolean);
            if (places.length) seen += 1;
            if (places.some((place, i) => i && Math.abs(place.line - places[i - 1].line) < 2
                                            && place.left <= places[i - 1].left))
                wrong.push(`${found[0]} in: ${text.data.trim().slice(0, 80)}`);
        }
    }
    return {seen, wrong};
}"""
"""How many numbers are seen, and those whose signs do not stand from left to right, by the places
of their glyphs. Two numbers with a dash between them are two numbers."""

TRIM = """most => document.querySelectorAll("ol, ul, dl, tbody, .register").forEach(
    list => Array.from(list.children).slice(most).forEach(child => child.remove()))"""
ALIKE = 4
"""Entries of a list that are looked at in more than one view, or walked through with a keyboard:
the others differ in their words. A list of hundreds takes axe-core five seconds in each view."""
