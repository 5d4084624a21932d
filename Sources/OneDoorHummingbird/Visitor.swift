/// Who is at the door. Routes behind ``OneDoorMiddleware`` with ``Access/required`` meet only ``signedIn(_:)``.
public enum Visitor: Sendable, Equatable {
  /// Nobody has signed in.
  case stranger
  /// Signed in, checked for this request.
  case signedIn(Identity)
  /// Was signed in, and the session was ended: by the person elsewhere, or by the administration.
  case ended
  /// Signed in, but whether still is not known right now, because the provider has not been heard for too long.
  case undecided
}
