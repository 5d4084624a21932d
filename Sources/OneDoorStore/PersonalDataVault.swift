/// How personal data is kept unreadable in the store: encrypted columns, and keyed blind indexes for look-up by value.
/// The store asks for it by this protocol so that no key ever enters the SQL.
package protocol PersonalDataVault: Sendable {
  /// Ciphertext beginning with the number of the key; `context` (table and row) is authenticated, so that rows cannot be
  /// swapped.
  func seal(_ plaintext: [UInt8], context: [UInt8]) throws(StoreError) -> [UInt8]
  func open(_ sealed: [UInt8], context: [UInt8]) throws(StoreError) -> [UInt8]
  /// A keyed hash of a value, different for each column.
  func index(_ column: BlindIndex, _ value: [UInt8]) -> [UInt8]
}

package enum BlindIndex: String, Sendable, CaseIterable { case login, phone }
