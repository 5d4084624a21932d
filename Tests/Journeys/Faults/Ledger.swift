import Synchronization

/// What the provider has acknowledged to its clients, written down by them: the only thing that a crash is judged by.
final class Ledger: Sendable {
  /// A browser that was told it is signed in.
  struct Login: Sendable {
    let visitor: Visitor
    let person: TestPerson
  }

  /// A code that was answered with tokens.
  struct Redemption: Sendable {
    let request: AuthorizationRequest
    let code: String
  }

  /// A rotating line: every token that was given out, the newest last.
  struct Line: Sendable {
    var tokens: [String]
    /// The newest one was presented and no reply came: the counter may have moved or not.
    var isOpen = false
  }

  struct Entries: Sendable {
    var logins: [Login] = []
    var redemptions: [Redemption] = []
    var lines: [Line] = []
    var revoked: [String] = []

    var count: Int { logins.count + redemptions.count + lines.reduce(0) { $0 + $1.tokens.count - 1 } + revoked.count }
  }

  private let entries = Mutex(Entries())

  var all: Entries { entries.withLock { $0 } }
  func note(_ change: @Sendable (inout Entries) -> Void) { entries.withLock { change(&$0) } }

  /// Hands out what has come since, and begins a new page.
  func turn() -> Entries {
    entries.withLock { entries in
      defer { entries = Entries() }
      return entries
    }
  }
}
