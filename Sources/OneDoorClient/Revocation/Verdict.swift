/// What is known of a token's session since the token was issued.
public enum Verdict: Sendable, Equatable {
  /// The provider has said within ``OneDoorConfiguration/maxStaleness`` that nothing of it has ended.
  case valid
  /// It has ended. Answer 401 and forget it.
  case ended
  /// The provider has not been heard for too long to say. Answer 503 and keep everything.
  case undecided
}
