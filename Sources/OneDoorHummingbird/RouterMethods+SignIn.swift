public import Hummingbird
public import OneDoorClient

extension RouterMethods {
  /// Mounts signing in, its callback and signing out, at ``OneDoorConfiguration/signInPath``, the path of
  /// ``OneDoorConfiguration/redirectURI`` and ``OneDoorConfiguration/signOutPath``.
  ///
  /// Call it on the router itself, before middleware that asks for signing in.
  @discardableResult
  public func addSignIn(_ oneDoor: OneDoor) -> Self {
    let routes = SignInRoutes(oneDoor)
    let department = oneDoor.department
    get(RouterPath(department.signInPath)) { request, context in try await routes.begin(request, context) }
    if let callback = department.redirectURI?.path {
      get(RouterPath(callback)) { request, context in try await routes.finish(request, context) }
    }
    get(RouterPath(department.signOutPath)) { request, context in await routes.askToSignOut(request, context) }
    post(RouterPath(department.signOutPath)) { request, context in await routes.signOut(request, context) }
    return self
  }
}
