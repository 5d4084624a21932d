import Foundation

/// Requests as bytes, with the fields that a plain client sends.
enum RequestText {
  static func get(_ target: String, host: String, cookie: String = "") -> [UInt8] {
    Array("GET \(target) HTTP/1.1\r\n\(fields(host, cookie))\r\n".utf8)
  }

  static func post(
    _ target: String, host: String, form: [(String, String)], authorization: String? = nil, cookie: String = ""
  ) -> [UInt8] {
    let body = encode(form)
    let authorization = authorization.map { "Authorization: \($0)\r\n" } ?? ""
    return Array(
      """
      POST \(target) HTTP/1.1\r
      \(fields(host, cookie))\(authorization)Content-Type: application/x-www-form-urlencoded\r
      Content-Length: \(body.utf8.count)\r
      \r
      \(body)
      """.utf8)
  }

  private static func fields(_ host: String, _ cookie: String) -> String {
    let cookie = cookie.isEmpty ? "" : "Cookie: \(cookie)\r\n"
    return "Host: \(host)\r\nUser-Agent: onedoor-bench\r\nAccept: */*\r\n\(cookie)"
  }

  static func encode(_ form: [(String, String)]) -> String {
    form.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
  }

  private static func escape(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 7617 §2.
  static func basic(_ name: String, _ password: String) -> String {
    "Basic \(Data("\(name):\(password)".utf8).base64EncodedString())"
  }
}
