/// A page read back the strict way: every element closed in order, every attribute quoted and named once. It reads
/// bytes as a browser does, so that it sees what an escaping by characters would miss.
struct Markup {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  struct Element {
    let name: String
    let attributes: [String: String]
    /// The text directly and indirectly inside, as written.
    var text = ""
  }

  private(set) var elements: [Element] = []

  private static let void: Set<String> = ["meta", "link", "input", "br", "path"]

  init(_ bytes: [UInt8]) throws {
    var open: [Int] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        for index in open { elements[index].text += text }
        position = end
        continue
      }
      let (body, end) = try Self.tag(in: bytes, from: position)
      position = end
      if body.lowercased() == "!doctype html" { continue }
      if body.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == body.dropFirst() else {
          throw Fault(description: "</\(body.dropFirst())> closes nothing")
        }
        continue
      }
      let element = try Self.element(body)
      elements.append(element)
      if !Self.void.contains(element.name) { open.append(elements.count - 1) }
    }
    guard open.isEmpty else { throw Fault(description: "not closed: \(open.map { elements[$0].name })") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func id(_ id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  var title: String { all("title").first?.text ?? "" }

  private static func tag(in bytes: [UInt8], from start: Int) throws -> (String, Int) {
    var quoted = false
    for index in (start + 1)..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { quoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !quoted {
        return (String(decoding: bytes[(start + 1)..<index], as: UTF8.self), index + 1)
      }
    }
    throw Fault(description: "a tag does not end")
  }

  private static func element(_ body: String) throws -> Element {
    var rest = Array(body.utf8)[...]
    if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    let name = take(&rest) { $0 != UInt8(ascii: " ") }
    var attributes: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.removeFirst() == UInt8(ascii: " ") else { throw Fault(description: "no space in <\(body)>") }
      let attribute = take(&rest) { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: " ") }
      var value = ""
      if rest.first == UInt8(ascii: "=") {
        rest.removeFirst()
        guard rest.popFirst() == UInt8(ascii: "\"") else { throw Fault(description: "unquoted in <\(body)>") }
        value = take(&rest) { $0 != UInt8(ascii: "\"") }
        rest.removeFirst()
      }
      guard !attribute.isEmpty, attributes.updateValue(value, forKey: attribute) == nil else {
        throw Fault(description: "attribute \(attribute) in <\(body)>")
      }
    }
    return Element(name: name, attributes: attributes)
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, while condition: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return String(decoding: taken, as: UTF8.self)
  }
}
