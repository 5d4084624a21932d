package import ArgumentParser

/// What the command says to a script. `.success` is 0, done; `.failure` is 1, failed.
extension ExitCode {
  package static let usage = ExitCode(2)
  package static let refusedByPolicy = ExitCode(4)

  /// The parser's own code for wrong usage is 64; ours is 2.
  package var settled: ExitCode { self == .validationFailure ? .usage : self }

  /// The text of `onedoor help exit-codes`.
  package static let explanation = """
    Exit codes
      0  done
      1  failed
      2  wrong usage: nothing was done
      4  refused by policy: nothing was done
    """
}
