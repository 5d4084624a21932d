import Foundation

/// The built `onedoor`, next to the test program in the same build folder: black-box tests run what is shipped.
package enum ReleaseBinary {
  package static func onedoor() throws -> String { try named("onedoor") }

  package static func named(_ name: String) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = (tests as NSString).deletingLastPathComponent
    let candidate = "\(folder)/\(name)"
    guard FileManager.default.isExecutableFile(atPath: candidate) else { throw Missing(path: candidate) }
    return candidate
  }

  package struct Missing: Error, CustomStringConvertible {
    let path: String
    package var description: String { "\(path) is not built: swift build -c release" }
  }
}
