public import Hummingbird

/// A request context that can tell who makes the request. Add `visitor` to your own context, or use
/// ``BasicOneDoorRequestContext``.
public protocol OneDoorRequestContext: RequestContext {
  /// Set by ``OneDoorMiddleware``. Begin with ``Visitor/stranger``.
  var visitor: Visitor { get set }
}

extension OneDoorRequestContext {
  /// Who makes the request; nil for everyone who is not signed in.
  public var identity: Identity? {
    if case .signedIn(let identity) = visitor { identity } else { nil }
  }

  /// Who makes the request. Behind ``OneDoorMiddleware`` with ``Access/required`` it never throws.
  public func requireIdentity() throws -> Identity {
    guard let identity else { throw HTTPError(.unauthorized) }
    return identity
  }
}

/// Hummingbird's basic context and the visitor.
public struct BasicOneDoorRequestContext: OneDoorRequestContext {
  /// What Hummingbird keeps.
  public var coreContext: CoreRequestContextStorage
  /// Who makes the request.
  public var visitor: Visitor = .stranger

  /// Made by Hummingbird for each request.
  public init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
}
