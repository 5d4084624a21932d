import Foundation

/// A terminal that shows nothing of what is typed.
///
/// Signals from the keyboard are taken as bytes for the while: Ctrl-C would otherwise end the process and leave the
/// person's shell without echo.
struct HiddenInput {
  static let limit = 4096
  private let descriptor: Int32
  private let before: termios

  init(_ descriptor: Int32) throws(PromptRefusal) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { throw .noAnswer }
    before = settings
    self.descriptor = descriptor
    settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    HiddenInput.setBlocking(&settings)
    // What was typed before the question was not an answer to it.
    guard tcsetattr(descriptor, TCSAFLUSH, &settings) == 0 else { throw .noAnswer }
  }

  func restore() {
    var settings = before
    _ = tcsetattr(descriptor, TCSAFLUSH, &settings)
  }

  func line() throws(PromptRefusal) -> String {
    var bytes: [UInt8] = []
    while let byte = HiddenInput.byte(descriptor) {
      switch byte {
      case 0x0A, 0x0D: return try TerminalPrompt.text(bytes)
      case 0x03, 0x1C: throw .cancelled
      case 0x04: if bytes.isEmpty { throw .cancelled } else { return try TerminalPrompt.text(bytes) }
      case 0x7F, 0x08: HiddenInput.dropLastCharacter(&bytes)
      case 0x15: bytes = []
      default: bytes.append(byte)
      }
      guard bytes.count <= HiddenInput.limit else { throw .tooLong }
    }
    throw .noAnswer
  }

  static func byte(_ descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }

  private static func dropLastCharacter(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }

  /// One byte at least, however long it takes.
  private static func setBlocking(_ settings: inout termios) {
    withUnsafeMutableBytes(of: &settings.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
  }
}
