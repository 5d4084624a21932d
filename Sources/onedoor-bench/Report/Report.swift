/// What a run has found.
struct Report: Sendable {
  let rows: [Row]
  /// Microseconds of CPU for each part of a limit.
  let baselines: [Part: Double]
  let sync: (milliseconds: Double, microseconds: Double)

  enum Aim: Sendable {
    case timesTheLimit(Double)
    /// In the row's own unit.
    case atMost(Double)
  }

  struct Row: Sendable {
    let operation: OperationName
    let title: String
    let unit: String
    let measured: Double
    let limit: Double
    let aim: Aim

    var ratio: Double { limit > 0 ? measured / limit : 0 }

    var isMet: Bool {
      switch aim {
      case .timesTheLimit(let times): ratio <= times
      case .atMost(let bound): measured <= bound
      }
    }
  }
}

extension Report.Row {
  /// The limits here are those of a bare static server with the same libraries; they are not measured again.
  static func startUp(_ found: StartUpOperation) -> [Report.Row] {
    [
      Report.Row(
        operation: .startUp, title: "start-up", unit: "ms", measured: found.milliseconds,
        limit: StartUpOperation.startUpLimit, aim: .atMost(StartUpOperation.startUpAim)),
      Report.Row(
        operation: .memory, title: "idle memory, resident", unit: "MB", measured: found.memory.residentMegabytes,
        limit: StartUpOperation.residentLimit, aim: .atMost(StartUpOperation.residentAim)),
      Report.Row(
        operation: .memory, title: "idle memory, anonymous", unit: "MB", measured: found.memory.anonymousMegabytes,
        limit: StartUpOperation.anonymousLimit, aim: .atMost(StartUpOperation.anonymousAim)),
    ]
  }
}
