import Testing
import onedoor

@Suite struct TableTests {
  private var people: Table {
    var table = Table([.init("Login"), .init("Name", shrinks: true), .init("Sessions", isNumber: true)])
    table.add(["zhang.wei", "张伟", "3"])
    table.add(["eva", "E\u{301}va Somebody-Else", .init("12", .bad)])
    table.add(["nobody"])
    return table
  }

  @Test func `columns stand under each other, for wide and for combining characters`() {
    #expect(
      people.rendered(width: nil, colour: false) == """
        LOGIN      NAME               SESSIONS
        zhang.wei  张伟                      3
        eva        E\u{301}va Somebody-Else        12
        nobody

        """)
  }

  @Test func `a narrow terminal cuts what may be cut`() {
    let text = people.rendered(width: 32, colour: false)
    #expect(
      text == """
        LOGIN      NAME         SESSIONS
        zhang.wei  张伟                3
        eva        E\u{301}va Somebo…        12
        nobody

        """)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 32) }
  }

  @Test func `ids and numbers are never cut`() {
    #expect(people.rendered(width: 5, colour: false).contains("zhang.wei"))
  }

  @Test func `colour adds nothing but colour`() {
    let coloured = people.rendered(width: 80, colour: true)
    #expect(coloured.contains("\u{1B}[31m12\u{1B}[0m"))
    let plain = coloured.replacing(#/\x1B\[[0-9]+m/#, with: "")
    #expect(plain == people.rendered(width: 80, colour: false))
  }

  @Test func `a cell cannot break out of its row`() {
    var table = Table([.init("Name")])
    table.add(["a\nroot\u{1B}[2J"])
    #expect(table.rendered(width: nil, colour: false) == "NAME\na\u{FFFD}root\u{FFFD}[2J\n")
  }
}
