/// One run: what is measured, for how long, in how many turns.
struct Plan: Sendable {
  let operations: [OperationName]
  let seconds: Double
  let turns: Int
  let keepsFolder: Bool

  /// What a part of a limit gets of an operation's time.
  private var partSeconds: Double { min(0.5, max(0.1, seconds / Double(turns) / 3)) }

  func carryOut() throws -> Report {
    Leftovers.shared.watchSignals()
    let folder = try TemporaryFolder(isKept: keepsFolder)
    defer { folder.remove() }
    let cores = try Cores.available()
    try Cores.move(to: cores.driver)
    let installation = try BenchProvider.install(in: folder)
    var rows: [Report.Row] = []
    let baselines = try Baselines(in: folder, cores: cores)
    defer { baselines.stop() }
    if operations.contains(where: { $0 != .startUp && $0 != .memory }) {
      let provider = try BenchProvider.start(installation, cores: cores)
      defer { provider.server.stop() }
      rows = try operations.compactMap { try row($0, provider, baselines) }
    }
    if operations.contains(.startUp) || operations.contains(.memory) {
      let startUp = try StartUpOperation(installation, cores: cores, turns: turns)
      rows += Report.Row.startUp(startUp).filter { operations.contains($0.operation) }
    }
    let sync = try baselines.measureSync(seconds: partSeconds)
    return Report(rows: rows, baselines: baselines.measured.mapValues(median), sync: sync)
  }

  private func row(_ name: OperationName, _ provider: BenchProvider, _ baselines: Baselines) throws -> Report.Row? {
    let load = Load(server: provider.server, cores: baselines.cores)
    let turn = seconds / Double(turns)
    if name == .verify {
      let verify = try VerifyOperation(provider, load)
      return try inTurns(name, "verify(accessToken:)", VerifyOperation.limit, VerifyOperation.aim, baselines) {
        try verify.microseconds(seconds: turn)
      }
    }
    guard let operation = ServedOperation(name) else { return nil }
    let visitors = try operation.visitors(provider, load)
    return try inTurns(name, operation.title, operation.limit, operation.aim, baselines) {
      try load.run(visitors, seconds: turn).microseconds
    }
  }

  /// The limit's parts and the operation one after another, again and again, so that whatever else the machine does
  /// meets both.
  private func inTurns(
    _ name: OperationName, _ title: String, _ limit: Limit, _ aim: Double, _ baselines: Baselines,
    _ measure: () throws -> Double
  ) throws -> Report.Row {
    var parts: [Part: [Double]] = [:]
    var measured: [Double] = []
    for _ in 0..<turns {
      for part in limit.kinds { parts[part, default: []].append(try baselines.measure(part, seconds: partSeconds)) }
      measured.append(try measure())
    }
    return Report.Row(
      operation: name, title: title, unit: "µs", measured: median(measured),
      limit: limit.sum { median(parts[$0] ?? []) }, aim: .timesTheLimit(aim))
  }
}
