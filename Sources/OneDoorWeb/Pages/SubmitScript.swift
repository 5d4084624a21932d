/// The one script. Its path changes with its bytes, so it may be cached for ever (`immutable`).
package enum SubmitScript {
  package static let bytes: [UInt8] =
    EmbeddedResources.text("Resources/js/submit.js")?.withUTF8Buffer { Array($0) } ?? []

  package static let path = "/assets/submit-\(ContentName.of(bytes)).js"
}
