import Foundation
import OneDoorCrypto
import OneDoorSQLite
import OneDoorStore

/// Writes to a store until it dies, and says what was acknowledged; afterwards reads what is left of that.
///
///     powercut-writer write FILE full|normal     one line for each acknowledged act, on standard output
///     powercut-writer audit FILE LEDGER          reads such lines; says how many acts there were and how many are lost
///
/// It is not `onedoor`: no setting of the product leads to `synchronous=NORMAL`, and the test that must fail with it has
/// to set it somewhere.
@main
struct PowerCutWriter {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      switch Array(arguments) {
      case let words where words.count == 3 && words[0] == "write":
        let durability: Durability = words[2] == "normal" ? .normalForCounterProof : .full
        try await Writing(store: open(words[1], durability)).run()
      case let words where words.count == 3 && words[0] == "audit":
        let ledger = try String(contentsOfFile: words[2], encoding: .utf8)
        print(try await Audit(store: open(words[1], .full)).check(ledger))
      default:
        FileHandle.standardError.write(Data("powercut-writer write FILE full|normal; audit FILE LEDGER\n".utf8))
        exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  /// The same keys each time: the file is opened again after the cut.
  private static func open(_ path: String, _ durability: Durability) throws -> SQLiteStore {
    let vault = try DataKeyVault(
      dataKeys: [1: Array(repeating: 1, count: 32)], indexSecret: Array(repeating: 2, count: 32))
    return try SQLiteStore.open(path: path, vault: vault, durability: durability)
  }
}
