import ArgumentParser

/// What the product costs, against what it would cost if it did nothing but its cryptography and its commits.
@main
struct OneDoorBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onedoor-bench",
    abstract: "Measure the server's CPU time for each request.",
    discussion: """
      Starts the onedoor beside it in a temporary folder, with the provider on one core and the driver on another, and
      sets what each operation costs against a limit that is measured in the same run. Only loopback is used; nothing is
      left behind.
      """,
    subcommands: [Measure.self, EmptyServer.self], defaultSubcommand: Measure.self)
}
