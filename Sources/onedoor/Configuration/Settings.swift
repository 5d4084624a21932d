import OneDoorRules

extension Setting {
  /// THE table: the file, the environment, the reference and the typed value all come from it. A new setting is one row
  /// here and one property of `Configuration`.
  package static let table: [Setting] = [
    .one(
      "issuer", .issuer, .required, into: \.issuer,
      help: "The URL of this provider, in every token. https is required, except on loopback."),
    .list("listen", .addresses, .required, into: \.listen, help: "Where to listen. localhost is 127.0.0.1 and [::1]."),
    .one(
      "data", .path, .required, into: \.data,
      help: "SQLite file, lock and admin socket. Made at first start, 0700."),
    .one("keys", .path, .required, into: \.keys, help: "Private keys, made by onedoor key generate."),
    .one("store", .choice, .required, into: \.store, help: "What keeps the data."),

    .one(
      "keys_rotation", .duration(.days(7), .days(366)), .text("90d"), into: \.keysRotation, reloads: .keyRotation,
      help: "A signing key is replaced after this time."),
    .optional(
      "tls.certificate", .path, example: "./tls/chain.pem", into: \.tls.certificate, reloads: .certificate,
      help: "PEM, the server's own certificate first. With tls.key."),
    .optional(
      "tls.key", .path, example: "./tls/key.pem", into: \.tls.key, reloads: .certificate,
      help: "PEM, the private key of the certificate."),
    .list(
      "trusted_proxies", .networks, .off, example: "[127.0.0.1/32]", into: \.trustedProxies, reloads: .trustedProxies,
      help: "Whose X-Forwarded-For and X-Forwarded-Proto are believed."),

    .one(
      "sessions.idle", .duration(.minutes(1), .hours(24)), .text("30m"), into: \.sessions.idle, reloads: .policy,
      help: "A session that is not used for this long ends."),
    .one(
      "sessions.absolute", .duration(.minutes(5), .days(7)), .text("12h"), into: \.sessions.absolute, reloads: .policy,
      help: "A session ends after this time, used or not."),
    .one(
      "tokens.access", .duration(30, Policy.longestTokenLife), .text("5m"), into: \.tokens.access, reloads: .policy,
      help: "Life of an access token."),
    .one(
      "tokens.id", .duration(30, Policy.longestTokenLife), .text("5m"), into: \.tokens.id, reloads: .policy,
      help: "Life of an ID token."),
    .one(
      "tokens.code", .duration(10, .minutes(2)), .text("60s"), into: \.tokens.code, reloads: .policy,
      help: "Life of an authorization code."),
    .one(
      "passwords.minimum", .integer(12...64), .text("12"), into: \.passwords.minimum, reloads: .policy,
      help: "Characters that a new password has at least."),

    .one(
      "login.hashers", .integer(1...64), .cores, into: \.login.hashers,
      help: "Threads that hash passwords, 19 MiB each."),
    .one(
      "login.queue", .integer(1...10_000), .text("64"), into: \.login.queue,
      help: "Sign-ins that may wait for them; more are told to come back."),
    .one("threads", .integer(1...256), .cores, into: \.threads, help: "Event loops that answer requests."),
    .one(
      "limits.connections", .integer(16...1_000_000), .text("4096"), into: \.limits.connections,
      help: "Open connections; the next one waits."),
    .one(
      "limits.headers", .integer(16...1000), .text("100"), into: \.limits.headers, help: "Header fields of a request."),
    .one(
      "limits.header_bytes", .size(4096...262_144), .text("32KiB"), into: \.limits.headerBytes,
      help: "Bytes of a request's head."),
    .one(
      "limits.body_bytes", .size(8192...1_048_576), .text("64KiB"), into: \.limits.bodyBytes,
      help: "Bytes of a request's body."),

    .list(
      "metrics.listen", .loopbackAddresses, .off, example: "127.0.0.1:9464", into: \.metrics.listen,
      help: "Prometheus metrics and ready details. Loopback only."),
    .one(
      "log.level", .choice, .text("info"), into: \.log.level, reloads: .logLevel,
      help: "The least important message that is logged."),
  ]
}
