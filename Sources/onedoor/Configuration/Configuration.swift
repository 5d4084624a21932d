package import OneDoorRules

/// What an administrator decided, checked. Each property is one row of `Setting.table`, which fills it.
package struct Configuration: Sendable, Equatable {
  package internal(set) var issuer: Issuer
  package internal(set) var listen: [ListenAddress] = []
  /// The directory of database, lock and admin socket.
  package internal(set) var data = ""
  package internal(set) var keys = ""
  package internal(set) var keysRotation: Seconds = 0
  package internal(set) var store = StoreKind.sqlite
  package internal(set) var tls = TLS()
  package internal(set) var trustedProxies: [AddressBlock] = []
  package internal(set) var sessions = Sessions()
  package internal(set) var tokens = Tokens()
  package internal(set) var passwords = Passwords()
  package internal(set) var login = Login()
  /// Event loops.
  package internal(set) var threads = 0
  package internal(set) var limits = Limits()
  package internal(set) var metrics = Metrics()
  package internal(set) var log = Log()
  /// The keys that were written somewhere, rather than left to their defaults.
  package internal(set) var stated: Set<String> = []

  package enum StoreKind: String, Sendable, CaseIterable { case sqlite }
  package enum LogLevel: String, Sendable, CaseIterable { case trace, debug, info, notice, warning, error, critical }

  package struct TLS: Sendable, Equatable {
    package internal(set) var certificate: String?
    package internal(set) var key: String?
    package var isOn: Bool { certificate != nil && key != nil }
  }

  package struct Sessions: Sendable, Equatable {
    package internal(set) var idle: Seconds = 0
    package internal(set) var absolute: Seconds = 0
  }

  package struct Tokens: Sendable, Equatable {
    package internal(set) var access: Seconds = 0
    package internal(set) var id: Seconds = 0
    package internal(set) var code: Seconds = 0
  }

  package struct Passwords: Sendable, Equatable { package internal(set) var minimum = 0 }

  package struct Login: Sendable, Equatable {
    package internal(set) var hashers = 0
    package internal(set) var queue = 0
  }

  package struct Limits: Sendable, Equatable {
    package internal(set) var connections = 0
    package internal(set) var headers = 0
    package internal(set) var headerBytes = 0
    package internal(set) var bodyBytes = 0
  }

  /// Empty: no metrics listener.
  package struct Metrics: Sendable, Equatable { package internal(set) var listen: [ListenAddress] = [] }
  package struct Log: Sendable, Equatable { package internal(set) var level = LogLevel.info }

  /// What the decisions take.
  package var policy: Policy {
    var policy = Policy()
    policy.sessionIdle = sessions.idle
    policy.sessionAbsolute = sessions.absolute
    policy.accessTokenLife = tokens.access
    policy.idTokenLife = tokens.id
    policy.codeLife = tokens.code
    policy.minimumPasswordLength = passwords.minimum
    return policy
  }

  package var databasePath: String { data + "/onedoor.sqlite" }
  package var lockPath: String { data + "/lock" }
  package var socketPath: String { data + "/admin.sock" }

  /// Nothing but the issuer is filled in: only `SettingsReader` makes one, and hands it out when every row has been.
  init(issuer: Issuer) { self.issuer = issuer }
}
