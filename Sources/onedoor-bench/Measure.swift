import ArgumentParser
import Foundation

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure the operations and print the table.")

  @Option(help: "Seconds of load for each operation.") var seconds = 5.0
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only these: \(OperationName.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "operation"))
  var only: [OperationName] = []
  @Option(help: "How often the limit and the operation take turns; the middle of the turns counts.") var turns = 5
  @Flag(help: "Print one JSON document.") var json = false
  @Flag(help: .hidden) var keep = false

  func validate() throws {
    guard (0.2...600).contains(seconds) else { throw ValidationError("--seconds is between 0.2 and 600") }
    guard (1...99).contains(turns) else { throw ValidationError("--turns is between 1 and 99") }
  }

  func run() async throws {
    let chosen = only.isEmpty ? OperationName.allCases : OperationName.allCases.filter(only.contains)
    let plan = Plan(operations: chosen, seconds: seconds, turns: turns, keepsFolder: keep)
    let report = try await onThreadOfItsOwn { try plan.carryOut() }
    print(json ? try report.json() : report.table())
  }
}

/// A core is held by a thread, and a task does not hold its thread: everything is measured on a thread of its own.
private func onThreadOfItsOwn<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer
{
  try await withCheckedThrowingContinuation { continuation in
    let thread = Thread { continuation.resume(with: Result(catching: work)) }
    thread.stackSize = 4 << 20
    thread.start()
  }
}
