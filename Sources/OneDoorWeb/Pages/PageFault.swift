/// What is wrong with the embedded pages. It can only come up at start, and the tests bring it up before that.
package enum PageFault: Error, Equatable, Sendable {
  case missingResource(String)
  case missingPhrase(String, language: String)
  case malformedPhrase(String, language: String)
  case malformedTemplate(String)
}
