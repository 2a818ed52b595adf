"""Where the lines of a page begin."""

from playwright.sync_api import Page

BEGINNING_WITH_A_DOT = """() => [...document.querySelectorAll('.event__when')].flatMap(line => {
  const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), found = [], range = document.createRange()
  const edge = line.closest('.event, .hit').getBoundingClientRect().left
  while (walk.nextNode()) for (const dot of walk.currentNode.data.matchAll('·')) {
    range.setStart(walk.currentNode, dot.index); range.setEnd(walk.currentNode, dot.index + 1)
    const place = range.getBoundingClientRect()
    if (place.width && place.left < edge + 30) found.push(line.textContent)
  }
  return found
})"""


def lines_that_begin_with_a_dot(page: Page) -> list[str]:
    """Return what stands above titles of events and hits where a line of it begins with the dot between two words."""
    return page.evaluate(BEGINNING_WITH_A_DOT)
