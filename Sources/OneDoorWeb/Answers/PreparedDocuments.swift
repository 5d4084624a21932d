import HTTPTypes
import NIOCore
import OneDoorCrypto
import OneDoorJOSE
import Synchronization

/// Discovery and key set with their heads, made again only when the bytes change or the second does: stock libraries
/// fetch them often, and an answer must not cost more than an empty one.
final class PreparedDocuments: Sendable {
  enum Name: Int, CaseIterable, Sendable { case discovery, jwks }

  private struct Entry: Sendable {
    var source: [UInt8]
    var second: Int64
    var etag: String
    var body: ByteBuffer
    var head: HTTPResponse
  }

  private let security: SecurityFields
  private let date: DateField
  private let cells: [Cell]

  /// A lock that an array can hold.
  private final class Cell: Sendable {
    let entry = Mutex<Entry?>(nil)
  }

  init(security: SecurityFields, date: DateField) {
    self.security = security
    self.date = date
    cells = Name.allCases.map { _ in Cell() }
  }

  func reply(_ name: Name, _ source: [UInt8], ifNoneMatch: String?) -> Reply {
    let moment = date.moment()
    let entry = cells[name.rawValue].entry.withLock { entry in
      if let known = entry, known.second == moment.second, Self.isSame(known.source, source) { return known }
      let isKnown = entry.map { Self.isSame($0.source, source) } ?? false
      let made = make(source, known: isKnown ? entry : nil, moment)
      entry = made
      return made
    }
    if let ifNoneMatch, EntityTag.matches(ifNoneMatch, entry.etag) {
      var head = HTTPResponse(status: .notModified, headerFields: entry.head.headerFields)
      head.headerFields[.contentLength] = nil
      head.headerFields[.contentType] = nil
      return Reply(.notModified, content: .prepared(head, ByteBuffer()))
    }
    return Reply(.ok, content: .prepared(entry.head, entry.body))
  }

  /// Arrays that share their storage are equal; comparing the bytes each time would cost more than the answer.
  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count
      && left.withUnsafeBufferPointer { first in
        right.withUnsafeBufferPointer { second in first.baseAddress == second.baseAddress }
      }
  }

  private func make(_ source: [UInt8], known: Entry?, _ moment: (second: Int64, text: String)) -> Entry {
    let etag = known?.etag ?? "\"\(Base64URL.encode(Array(SHA256.hash(source).prefix(12))))\""
    var fields = security.fields(for: .document)
    fields.append(HTTPField(name: .contentType, value: "application/json"))
    fields.append(HTTPField(name: .contentLength, value: String(source.count)))
    fields.append(HTTPField(name: .eTag, value: etag))
    fields.append(HTTPField(name: .accessControlAllowOrigin, value: "*"))
    fields.append(HTTPField(name: .date, value: moment.text))
    let head = HTTPResponse(status: .ok, headerFields: fields)
    return Entry(
      source: source, second: moment.second, etag: etag, body: known?.body ?? ByteBuffer(bytes: source), head: head)
  }
}

enum EntityTag {
  /// If-None-Match (RFC 9110 §13.1.2): the weak comparison, over a short list.
  static func matches(_ field: String, _ etag: String) -> Bool {
    let wanted = Array(etag.utf8)
    return field.utf8.prefix(1024).split(separator: UInt8(ascii: ",")).contains { part in
      var tag = part.drop { $0 == 0x20 || $0 == 0x09 }
      while let last = tag.last, last == 0x20 || last == 0x09 { tag = tag.dropLast() }
      if tag.elementsEqual("*".utf8) { return true }
      if tag.starts(with: "W/".utf8) { tag = tag.dropFirst(2) }
      return tag.elementsEqual(wanted)
    }
  }
}
